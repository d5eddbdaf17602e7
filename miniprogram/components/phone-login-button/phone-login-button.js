const { behavior } = require('../../phone-login/index');

Component({
  behaviors: [behavior],
  externalClasses: ['custom-class', 'allow-class'],

  properties: {
    text: String,
    agreed: Boolean,
    disabled: Boolean,
    theme: { type: String, value: 'auto' },
  },

  data: {
    inline: true,
    showsGuidance: true,
    fieldNames: { agreed: 'consentGiven', disabled: 'cannotTap' },
    // Until the core is there, which says it in the user's language.
    allowButton: '使用微信手机号登录',
  },

  observers: {
    agreed(agreed) {
      this.setAgreed(agreed);
    },
  },
});
