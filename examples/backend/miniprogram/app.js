const { httpExchange, registerExchange } = require('./phone-login/index');

/** Your server, which is in the list of 服务器域名 of the mini-program. */
const SERVER = 'https://example.com';

/** Tells the server who it is, by the code of `wx.login`; the openid does not leave the server. */
function openSession() {
  wx.login({
    success({ code }) {
      const success = ({ data }) => wx.setStorageSync('session', data.session);
      wx.request({ url: `${SERVER}/session`, method: 'POST', data: { code }, success });
    },
  });
}

/** The session is read anew for each send: it may have changed. */
function backend(sent, answer) {
  const header = { authorization: `Bearer ${wx.getStorageSync('session')}` };
  return httpExchange({ url: `${SERVER}/phone`, header })(sent, answer);
}
backend.idempotent = true;

App({
  onLaunch() {
    openSession();
    registerExchange('backend', backend);
  },
});
