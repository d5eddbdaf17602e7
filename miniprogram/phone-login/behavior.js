const { openAgreement } = require('./client');
const { Host } = require('./host');

const hosts = new WeakMap();

/** The observers of a component can run before anything else of it. */
function hostOf(component) {
  if (!hosts.has(component)) hosts.set(component, new Host(component));
  return hosts.get(component);
}

/** A method that tells the popup what happened. */
const tells = (type) =>
  /** @this {object} */
  function tell() {
    hostOf(this).enqueue({ type });
  };

const definition = {
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
    otherLogin: { type: String, value: 'after-refusal' },
    contact: Boolean,
  },

  observers: {
    showPhonePopup(shown) {
      hostOf(this).noteShown(shown);
    },
    'mode, locale, cloudFunction, exchange, idempotent, showServerMessage, requireAgreement, agreements, privacy, otherLogin, contact'() {
      hostOf(this).configure();
    },
    popupContent() {
      hostOf(this).noteOthers();
    },
    /** The property by which uni-app hands over all the others. */
    uP() {
      hostOf(this).noteHandedOver();
    },
  },

  lifetimes: {
    attached() {
      hostOf(this).begin();
    },
    detached() {
      hostOf(this).detach();
    },
  },

  pageLifetimes: {
    show: tells('pageShown'),
    hide: tells('pageHidden'),
  },

  methods: {
    onAllowTap() {
      hostOf(this).tap();
    },
    onPhoneReject: tells('decline'),
    onClose: tells('dismiss'),
    onOtherLogin: tells('otherLogin'),
    onAgreementChange: tells('agree'),
    onConsentBack: tells('consentBack'),
    onPrivacyAgree: tells('privacyAgreed'),
    onPhoneNumberGet(event) {
      hostOf(this).enqueue({ type: 'authorized', event });
    },
    onAgreementTap(event) {
      openAgreement(event.currentTarget.dataset.url, () => hostOf(this).enqueue({ type: 'agreementNotOpened' }));
    },
    /** For a page that verifies by itself: how the verification of `code` ended. */
    endVerification(code, reply) {
      hostOf(this).enqueue({ type: 'pageVerified', code, reply });
    },
    /** For a component whose page has a box of its own: whether it is ticked. */
    setAgreed(agreed) {
      hostOf(this).enqueue({ type: 'agree', agreed });
    },
    /** Keeps a touch from scrolling the page behind the popup. */
    onTouchMove() {},
  },
};

let made;

/** The behavior, made when it is first asked for; none outside of a mini-program. */
function behavior() {
  if (!made && typeof Behavior !== 'undefined') made = Behavior(definition);
  return made;
}

module.exports = { behavior };
