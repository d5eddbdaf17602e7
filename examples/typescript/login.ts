import type { ComponentCustomEvent, LoginPopupSystem, Reason } from 'wx-phone-login';
import { forget, ready } from 'wx-phone-login';

/** What the cloud function returns: only its author knows, so that `data` is `unknown`. */
interface Login {
  token?: string;
  user: { id: string; isNew: boolean };
}

/** Where another way to log in begins, by what went wrong. */
const OTHER_LOGINS: Partial<Record<Reason, string>> = { no_phone_bound: '/pages/email/email' };

Page({
  data: { showPhonePopup: false, maskedNumber: '' },

  async onLoad() {
    const { backend, version } = await ready({ timeout: 3000 });
    console.log(`${version}: ${backend === 'wasm' ? 'WebAssembly' : 'JavaScript'}`);
  },

  showPhonePopup() {
    this.setData({ showPhonePopup: true });
  },

  onLogin({ detail }: ComponentCustomEvent<'login'>) {
    const { token, user } = detail.data as Login;
    wx.setStorageSync('session', { token, user });
    this.setData({ maskedNumber: detail.maskedNumber ?? '' });
  },

  onClose() {
    this.setData({ showPhonePopup: false });
  },

  onOtherLogin({ detail: { reason } }: ComponentCustomEvent<'other-login'>) {
    wx.navigateTo({ url: (reason && OTHER_LOGINS[reason]) ?? '/pages/sms/sms' });
  },

  isLoggingIn() {
    const popup = this.selectComponent('#login-popup') as unknown as LoginPopupSystem | null;
    return popup?.data.state === 'verifying';
  },

  logOut() {
    forget();
    wx.removeStorageSync('session');
  },
});
