const phoneLogin = require('../../phone-login/index');
const { callFunction, showNotice } = require('../../phone-login/platform');

/** How long an answer waits for a user who has left, in milliseconds. */
const LONGEST_WAIT = 5 * 60 * 1000;

Page({
  data: {
    showPhonePopup: false,
    userPhone: '',
  },

  /** The code that was handed over last. */
  code: '',

  /** Whether the user closed the popup after its last opening without waiting for an answer. */
  hasLeft: false,

  /**
   * The answer that came meanwhile, and when.
   *
   * @type {{ code: string, reply: unknown, at: number } | undefined}
   */
  kept: undefined,

  onLoad() {
    this.setData({ userPhone: wx.getStorageSync('userPhone') || '' });
  },

  showPhonePopup() {
    this.setData({ showPhonePopup: true });
    const { kept } = this;
    this.hasLeft = false;
    this.kept = undefined;
    if (kept && Date.now() - kept.at <= LONGEST_WAIT) this.onVerificationEnd(kept.code, kept.reply);
  },

  /** A user who leaves cancels the login, not the payment: an answer under way is kept for the next opening. */
  onClose({ detail: { reason } }) {
    this.hasLeft = reason === 'user_cancelled';
  },

  onPhoneNumberGet(e) {
    const { code } = e.detail;
    this.code = code;
    callFunction('decryptPhoneNumber', { code }, (reply) => this.onVerificationEnd(code, reply));
  },

  onVerificationEnd(code, reply) {
    if (code !== this.code) return; // The user has authorized again since.
    if (this.hasLeft) {
      this.kept = { code, reply, at: Date.now() };
      return;
    }
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
