export default {
  usingComponents: {
    'login-popup-system': '../../wxcomponents/wx-phone-login/components/login-popup-system/login-popup-system',
  },
};
