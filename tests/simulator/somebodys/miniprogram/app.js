require('./framework/runtime');

App({
  onLaunch() {
    wx.cloud.init();
  },
});
