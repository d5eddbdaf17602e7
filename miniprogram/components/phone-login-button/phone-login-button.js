const { fontScale } = require('../../phone-login/client');
const { behavior } = require('../../phone-login/index');

/** How far the button follows WeChat's font size. */
const LARGEST_SCALE = 1.4;

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
    fontStyle: '',
    showsGuidance: true,
    fieldNames: { agreed: 'consentGiven', disabled: 'cannotTap' },
  },

  lifetimes: {
    attached() {
      this.setData({ fontStyle: `--wechat-font-scale:${fontScale(LARGEST_SCALE)};` });
    },
  },

  observers: {
    agreed(agreed) {
      this.setAgreed(agreed);
    },
  },
});
