const { behavior } = require('../../phone-login/index');
const { follow, refit } = require('./layout');

Component({
  options: { multipleSlots: true },
  behaviors: [behavior],
  externalClasses: ['custom-class', 'title-class', 'description-class', 'allow-class', 'reject-class'],

  properties: {
    theme: { type: String, value: 'auto' },
    logo: String,
    closable: { type: Boolean, value: true },
    maskClosable: { type: Boolean, value: true },
    rootPortal: Boolean,
    customStyle: String,
  },

  data: { showsGuidance: true, layout: '', layoutStyle: '', leaving: false },

  lifetimes: {
    attached() {
      follow(this);
    },
  },

  observers: {
    showPhonePopup() {
      follow(this);
    },
  },

  pageLifetimes: {
    resize() {
      refit(this);
    },
  },
});
