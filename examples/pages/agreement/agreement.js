Page({
  data: {
    showPhonePopup: false,
    maskedNumber: '',
    agreements: [{ name: '《用户服务协议》', url: '/pages/terms/terms' }, { name: '《用户隐私保护指引》' }],
  },

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
});
