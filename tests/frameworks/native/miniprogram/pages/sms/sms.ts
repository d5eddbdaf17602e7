import { forget } from 'wx-phone-login';

Page({
  logIn() {
    forget();
    wx.navigateBack();
  },
});
