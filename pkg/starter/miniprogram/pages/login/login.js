const phoneLogin = require('../../phone-login/index');
const { callFunction } = require('../../phone-login/platform');

/**
 * What the login has brought, and what a later start goes on with. The number is not in it: it stays on the server.
 *
 * @typedef {object} Session
 * @property {string} [token] for requests to a server of your own, where the cloud function has a SESSION_SECRET
 * @property {{ id: string, isNew: boolean }} user
 * @property {string} [maskedNumber]
 */

/** The key of the storage under which the session is kept. */
const SESSION = 'session';

Page({
  data: {
    showPhonePopup: false,
    isLoggedIn: false,
    maskedNumber: '',
  },

  /** @type {Session | undefined} */
  session: undefined,

  onLoad() {
    this.begin(storedSession());
    if (this.session) this.renew(this.session);
  },

  showPhonePopup() {
    this.setData({ showPhonePopup: true });
  },

  onClose() {
    this.setData({ showPhonePopup: false });
  },

  /** `data` is the reply of the cloud function. */
  onLogin({ detail: { data, maskedNumber } }) {
    this.keep({ token: data.token, user: data.user, maskedNumber });
  },

  /** Put another way to log in here: a page for passwords or SMS, for example. Where it ends, call `phoneLogin.forget()`. */
  onOtherLogin() {},

  /**
   * A session goes on without asking the user again, as long as the server knows the user.
   *
   * @param {Session} session
   */
  renew(session) {
    callFunction('phoneLogin', { action: 'renew' }, (reply) => {
      // The user has logged out since, and may have logged in again.
      if (this.session !== session) return;
      const { success, reason, token, user } = Object(Object(reply).result);
      if (success) this.keep({ token, user, maskedNumber: session.maskedNumber });
      else if (reason === 'login_required') this.logOut();
    });
  },

  logOut() {
    // What a popup still holds belongs to the user who leaves.
    phoneLogin.forget();
    this.begin(undefined);
    attempt(() => wx.removeStorageSync(SESSION));
  },

  /** @param {Session} session */
  keep(session) {
    this.begin(session);
    // A full storage does not keep the user from logging in.
    attempt(() => wx.setStorageSync(SESSION, session));
  },

  /** @param {Session | undefined} session nothing for a user who is not logged in */
  begin(session) {
    this.session = session;
    this.setData({ isLoggedIn: Boolean(session), maskedNumber: (session && session.maskedNumber) || '' });
  },
});

/** @returns {Session | undefined} */
const storedSession = () => attempt(() => wx.getStorageSync(SESSION)) || undefined;

function attempt(act) {
  try {
    return act();
  } catch (error) {
    console.error(error);
    return undefined;
  }
}
