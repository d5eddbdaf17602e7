const { containerExchange, registerExchange } = require('./phone-login/index');

App({
  onLaunch() {
    wx.cloud.init({ traceUser: false });
    const env = 'prod-0gabc123';
    registerExchange('container', containerExchange({ path: '/phone', service: 'login', env, idempotent: true }));
  },
});
