import type { ComponentCustomEvent } from 'wx-phone-login';

/** What the cloud function phoneLogin replies, as far as this page needs it. */
interface Session {
  token: string;
}

Page({
  data: { showPhonePopup: false, maskedNumber: '' },
  show() {
    this.setData({ showPhonePopup: true });
  },
  onLogin({ detail }: ComponentCustomEvent<'login'>) {
    wx.setStorageSync('session', (detail.data as Session).token);
    this.setData({ maskedNumber: detail.maskedNumber || '' });
  },
  onOtherLogin() {
    wx.navigateTo({ url: '/pages/sms/sms' });
  },
});
