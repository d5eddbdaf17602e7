const phoneLogin = require('../../phone-login/index');
const { callFunction, showNotice } = require('../../phone-login/platform');

Page({
  data: { showPhonePopup: false },

  showPhonePopup() {
    this.setData({ showPhonePopup: true });
  },

  onPhoneNumberGet({ detail: { code } }) {
    this.code = code;
    callFunction('decryptPhoneNumber', { code }, (reply) => this.onVerificationEnd(code, reply));
  },

  onVerificationEnd(code, reply) {
    if (code !== this.code) return; // The user has authorized again since.
    const popup = this.selectComponent('#login-popup');
    if (popup) popup.endVerification(code, reply); // Before the popup is hidden. It says what went wrong.
    const verification = phoneLogin.classifyReply(reply);
    if (verification.kind !== 'ok') return;
    this.setData({ showPhonePopup: false });
    showNotice(phoneLogin.notice('verified'));
    this.fillIn(verification.phoneNumber);
  },

  onOtherLogin() {
    wx.navigateTo({ url: '/pages/sms/sms' });
  },

  fillIn(phoneNumber) {
    // The form of yours. A number from here is no proof of who the user is.
  },
});
