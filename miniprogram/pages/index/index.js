const phoneLogin = require('../../phone-login/index');
const { callFunction, report, showNotice } = require('../../phone-login/platform');

Page({
  data: {
    showPhonePopup: false,
    userPhone: '',
  },

  onLoad() {
    this.setData({ userPhone: wx.getStorageSync('userPhone') || '' });
  },

  showPhonePopup() {
    this.setData({ showPhonePopup: true });
  },

  onPhoneNumberGet(e) {
    const { code } = e.detail;
    callFunction('decryptPhoneNumber', { code }, (reply) => this.onVerificationEnd(code, reply));
  },

  onVerificationEnd(code, reply) {
    const verification = phoneLogin.classifyReply(reply);
    // The popup is gone where the page shows it only while it is needed.
    const popup = this.selectComponent && this.selectComponent('#login-popup');
    if (popup) popup.endVerification(code, reply);
    if (verification.kind === 'ok') this.onVerified(verification.phoneNumber);
    else this.onNotVerified(verification);
  },

  onVerified(phoneNumber) {
    // The number is not shown or kept in full: only the login gets it.
    const userPhone = phoneLogin.maskPhoneNumber(phoneNumber);
    this.setData({ userPhone, showPhonePopup: false });
    try {
      wx.setStorageSync('userPhone', userPhone);
    } catch (error) {
      console.error(error); // A full storage does not keep the user from logging in.
    }
    showNotice(phoneLogin.notice('verified'));
    report('phone_number_success', { timestamp: Date.now() });
    this.completeLogin(phoneNumber);
  },

  onNotVerified({ reason, errCode }) {
    showNotice(phoneLogin.notice(reason, { stage: 'verification' }));
    report('phone_number_error', { errno: errCode, reason, timestamp: Date.now() });
  },

  onPhoneNumberReject({ detail: { reason = 'user_denied' } = {} } = {}) {
    showNotice(phoneLogin.notice(reason));
  },

  onPhoneNumberQuotaExceeded() {
    showNotice(phoneLogin.notice('quota_exhausted'));
  },

  /** Put the call of your own login here; `phoneNumber` is the full number. */
  completeLogin(phoneNumber) {
    return phoneNumber;
  },
});
