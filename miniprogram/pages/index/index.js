const phoneLogin = require('../../phone-login/index');
const { callFunction, showNotice } = require('../../phone-login/platform');

Page({
  data: {
    showPhonePopup: false,
    userPhone: '',
  },

  /** The code that was handed over last. */
  code: '',

  onLoad() {
    this.setData({ userPhone: wx.getStorageSync('userPhone') || '' });
  },

  showPhonePopup() {
    this.setData({ showPhonePopup: true });
  },

  onPhoneNumberGet(e) {
    const { code } = e.detail;
    this.code = code;
    callFunction('decryptPhoneNumber', { code }, (reply) => this.onVerificationEnd(code, reply));
  },

  onVerificationEnd(code, reply) {
    if (code !== this.code) return; // The user has authorized again since.
    const verification = phoneLogin.classifyReply(reply);
    // The popup is gone where the page shows it only while it is needed.
    const popup = this.selectComponent && this.selectComponent('#login-popup');
    if (popup) popup.endVerification(code, reply);
    if (verification.kind === 'ok') {
      showNotice(phoneLogin.notice('verified'));
      this.logIn(verification.phoneNumber);
    } else {
      showNotice(phoneLogin.notice(verification.reason, { stage: 'verification' }));
    }
  },

  logIn(phoneNumber) {
    // The number is not shown or kept in full: only the login gets it.
    const userPhone = phoneLogin.maskPhoneNumber(phoneNumber);
    this.setData({ userPhone, showPhonePopup: false });
    try {
      wx.setStorageSync('userPhone', userPhone);
    } catch (error) {
      console.error(error); // A full storage does not keep the user from logging in.
    }
    this.completeLogin(phoneNumber);
  },

  /** From a popup that verifies by itself, and tells the user by itself. */
  onPhoneNumberVerified({ detail: { phoneNumber } }) {
    this.logIn(phoneNumber);
  },

  /** @param {{ detail?: { reason?: import('../../phone-login/index').Reason } }} [event] */
  onPhoneNumberReject({ detail: { reason = 'user_denied' } = {} } = {}) {
    showNotice(phoneLogin.notice(reason));
  },

  onPhoneNumberQuotaExceeded() {
    showNotice(phoneLogin.notice('quota_exhausted'));
  },

  /** Put another way to log in here: a page for passwords or SMS, for example. */
  onOtherLogin() {},

  /**
   * Put your own login here; `phoneNumber` is the full number. A server must not trust a number that a client sends:
   * anybody can send any number. The login has to be made where the code is exchanged.
   */
  completeLogin(phoneNumber) {
    return phoneNumber;
  },
});
