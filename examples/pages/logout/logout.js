const phoneLogin = require('../../phone-login/index');

Page({
  data: { showPhonePopup: false, maskedNumber: '' },

  showPhonePopup() {
    this.setData({ showPhonePopup: true });
  },

  onClose() {
    this.setData({ showPhonePopup: false });
  },

  onLogin({ detail: { data, maskedNumber } }) {
    this.setData({ maskedNumber });
    wx.setStorageSync('session', { token: data.token, user: data.user });
  },

  logOut() {
    phoneLogin.forget(); // The next user does not get what waits for this one.
    wx.removeStorageSync('session');
    this.setData({ maskedNumber: '' });
  },
});
