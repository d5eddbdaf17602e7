const phoneLogin = require('./phone-login/index');

App({
  onLaunch() {
    if (wx.cloud) wx.cloud.init({ traceUser: false });
    // Early, so that the popup opens without a wait. The popup loads again, and says so, where this fails.
    phoneLogin.ready().catch((error) => console.warn(error));
  },
});
