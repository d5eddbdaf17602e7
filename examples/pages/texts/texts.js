/** What the mini-program wants the number for, in the languages of its users; the popup has the rest in three. */
const PURPOSE = { zh_CN: '用于查询和同步你的订单', en: 'To find your orders' };

const { language = 'zh_CN' } = wx.getAppBaseInfo ? wx.getAppBaseInfo() : {};

Page({
  data: {
    showPhonePopup: false,
    maskedNumber: '',
    popupContent: { phone: { description: PURPOSE[language] || PURPOSE.zh_CN } },
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
