/** A page that forgets to bind `close`, and sets all that it knows at once: its own flag stays true. */
Page({
  data: { showPhonePopup: false, renders: 0 },
  show() {
    this.setData({ showPhonePopup: true });
  },
  hide() {
    this.setData({ showPhonePopup: false });
  },
  render() {
    this.setData({ ...this.data, renders: this.data.renders + 1 });
  },
});
