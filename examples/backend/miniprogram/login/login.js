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
    wx.setStorageSync('user', data.user);
  },
});
