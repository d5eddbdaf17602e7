export default {
  usingComponents: {
    'phone-login-button': '../../wxcomponents/wx-phone-login/components/phone-login-button/phone-login-button',
  },
};
