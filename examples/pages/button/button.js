Page({
  data: { maskedNumber: '' },

  onLogin({ detail: { data, maskedNumber } }) {
    this.setData({ maskedNumber });
    wx.setStorageSync('session', { token: data.token, user: data.user });
  },

  onOtherLogin() {
    wx.navigateTo({ url: '/pages/sms/sms' });
  },
});
