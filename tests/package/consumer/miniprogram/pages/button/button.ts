/** The button of the package asks WeChat, verifies and tells the user by itself. */
import type { ComponentCustomEvent } from 'wx-phone-login';

Page({
  data: { userPhone: '' },

  onPhoneNumberVerified({ detail }: ComponentCustomEvent<'phoneNumberVerified'>) {
    this.setData({ userPhone: detail.maskedNumber });
  },
});
