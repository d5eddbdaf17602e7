import type { ComponentCustomEvent } from 'wx-phone-login';

Page({
  data: {
    agreements: [{ name: '《用户服务协议》' }],
    agreed: false,
    maskedNumber: '',
  },
  onTick({ detail }: WechatMiniprogram.CheckboxGroupChange) {
    this.setData({ agreed: detail.value.length > 0 });
  },
  onLogin({ detail }: ComponentCustomEvent<'login'>) {
    const { token } = detail.data as { token: string };
    wx.setStorageSync('session', token);
    this.setData({ maskedNumber: detail.maskedNumber || '' });
  },
  onOtherLogin() {
    wx.navigateTo({ url: '/pages/sms/sms' });
  },
});
