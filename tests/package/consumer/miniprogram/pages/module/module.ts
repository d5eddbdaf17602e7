/** A page with a button of its own, which asks the package what WeChat's answer means. */

import type { Outcome } from 'wx-phone-login';
import { classify, classifyReply, maskPhoneNumber, notice, ready } from 'wx-phone-login';

Page({
  data: {
    backend: '',
    maskedNumber: '',
  },

  async onLoad() {
    const { backend } = await ready();
    this.setData({ backend });
  },

  onPhoneNumber(event: WechatMiniprogram.ButtonGetPhoneNumber) {
    const outcome = classify(event);
    if (outcome.kind === 'ok') this.verify(outcome.code);
    else this.tell(outcome);
  },

  tell({ reason }: Exclude<Outcome, { kind: 'ok' }>) {
    const told = notice(reason, { locale: 'zh_CN' });
    if (told.via === 'toast') wx.showToast({ title: told.title, icon: told.icon });
    else wx.showModal({ title: told.title, content: told.content, showCancel: told.showCancel });
  },

  verify(code: string) {
    wx.cloud.callFunction({
      name: 'decryptPhoneNumber',
      data: { code },
      success: (reply) => this.logIn(reply),
      fail: (error) => this.logIn(error),
    });
  },

  logIn(reply: unknown) {
    const verification = classifyReply(reply);
    if (verification.kind !== 'ok' || !verification.phoneNumber) return;
    this.setData({ maskedNumber: maskPhoneNumber(verification.phoneNumber) });
    this.completeLogin(verification.phoneNumber);
  },

  completeLogin(phoneNumber: string) {
    return phoneNumber;
  },
});
