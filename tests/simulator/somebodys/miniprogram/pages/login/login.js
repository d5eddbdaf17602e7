Page({
  data: { showPhonePopup: false, maskedNumber: '', list: [1] },
  handlers: {
    open() {
      this.setData({ showPhonePopup: true });
    },
    onLogin({ detail }) {
      this.setData({ maskedNumber: detail.maskedNumber });
    },
    onFilled(event) {
      this.setData({ greeting: `${event.detail.name}${global.runtime.version}` });
    },
    goOn() {
      wx.navigateTo({ url: '/shop/pages/cart/cart' });
    },
  },
});
