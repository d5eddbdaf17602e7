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

  logInBySms() {
    this.setData({ showPhonePopup: false });
    wx.navigateTo({ url: '/pages/sms/sms' });
  },
});
