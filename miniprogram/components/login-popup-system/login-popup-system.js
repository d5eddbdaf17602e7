const { Driver } = require('./driver');
const { openAgreement } = require('../../phone-login/client');
const { follow, refit } = require('./layout');

/** The driver of a component; observers can run before `created`. */
const driverOf = (component) => component.driver || (component.driver = new Driver(component));

Component({
  options: { multipleSlots: true },

  externalClasses: ['custom-class', 'title-class', 'description-class', 'allow-class', 'reject-class'],

  properties: {
    showPhonePopup: Boolean,
    popupContent: Object,
    mode: { type: String, value: 'quick' },
    locale: { type: String, value: 'zh_CN' },
    cloudFunction: String,
    exchange: String,
    idempotent: Boolean,
    showServerMessage: Boolean,
    requireAgreement: Boolean,
    agreements: Array,
    privacy: { type: String, value: 'wechat' },
    theme: { type: String, value: 'auto' },
    logo: String,
    closable: { type: Boolean, value: true },
    maskClosable: { type: Boolean, value: true },
    rootPortal: Boolean,
    customStyle: String,
  },

  // `status`, `statusTone` and `closeButton` are fields of the view that the core does not have yet.
  data: { layout: '', layoutStyle: '', leaving: false, status: '', statusTone: '', closeButton: '' },

  observers: {
    showPhonePopup(shown) {
      driverOf(this).show(shown);
    },
    'mode, locale, cloudFunction, exchange, idempotent, showServerMessage, requireAgreement, privacy'() {
      driverOf(this).configure();
    },
    'popupContent, agreements'() {
      driverOf(this).noteProperties();
    },
    'showPhonePopup, state'() {
      follow(this);
    },
  },

  lifetimes: {
    attached() {
      driverOf(this).start();
    },
    detached() {
      driverOf(this).stop();
    },
  },

  pageLifetimes: {
    show() {
      driverOf(this).enqueue({ type: 'pageShown' });
    },
    hide() {
      driverOf(this).enqueue({ type: 'pageHidden' });
    },
    resize() {
      refit(this);
    },
  },

  methods: {
    onAllowTap() {
      driverOf(this).enqueue({ type: 'tap' });
    },
    onPhoneNumberGet(event) {
      driverOf(this).enqueue({ type: 'authorized', event });
    },
    onPhoneReject() {
      driverOf(this).enqueue({ type: 'decline' });
    },
    /** The user dismisses the popup, without saying no. */
    onClose() {
      driverOf(this).enqueue({ type: 'dismiss' });
    },
    onOtherLogin() {
      driverOf(this).enqueue({ type: 'otherLogin' });
    },
    onAgreementChange() {
      driverOf(this).enqueue({ type: 'agree', agreed: !(/** @type {any} */ (this.data).agreed) });
    },
    onAgreementTap(event) {
      const failed = () => driverOf(this).enqueue({ type: 'agreementNotOpened' });
      openAgreement(event.currentTarget.dataset.url, failed);
    },
    onPrivacyAgree() {
      driverOf(this).enqueue({ type: 'privacyAgreed' });
    },
    /** For a page that verifies by itself: how the verification of `code` ended. */
    endVerification(code, reply) {
      driverOf(this).enqueue({ type: 'pageVerified', code, reply });
    },
    /** Keeps a touch from scrolling the page behind the popup. */
    onTouchMove() {},
  },
});
