/** The popup of the package verifies and tells the user by itself. */
import type { ComponentEvent } from 'wx-phone-login';

type Verified = Extract<ComponentEvent, { name: 'phoneNumberVerified' }>['detail'];

Page({
  data: {
    showPhonePopup: false,
    userPhone: '',
  },

  showPhonePopup() {
    this.setData({ showPhonePopup: true });
  },

  onPhoneNumberVerified(event: WechatMiniprogram.CustomEvent<Verified>) {
    const { maskedNumber, phoneNumber } = event.detail;
    this.setData({ userPhone: maskedNumber });
    this.completeLogin(phoneNumber);
  },

  completeLogin(phoneNumber: string) {
    return phoneNumber;
  },
});
