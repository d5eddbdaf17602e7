const { ready } = require('wx-phone-login');
const popups = require('./popups');

const later = (act) => Promise.resolve().then(act);

Component({
  properties: {
    showPhonePopup: Boolean,
    mode: { type: String, value: 'quick' },
    locale: { type: String, value: 'zh_CN' },
    cloudFunction: String,
    exchange: String,
    idempotent: Boolean,
    showServerMessage: Boolean,
    requireAgreement: Boolean,
    privacy: { type: String, value: 'wechat' },
    otherLogin: { type: String, value: 'after-refusal' },
    contact: Boolean,
  },

  observers: {
    showPhonePopup(shown) {
      if (this.isApplying) return;
      if (!shown) this.hasClosedItself = false;
      // By then the page's own update is over, and it is known what else it set.
      later(() => this.tellShown());
    },
    'mode, locale, cloudFunction, exchange, idempotent, showServerMessage, requireAgreement, privacy, otherLogin, contact'() {
      this.isBatch = true;
      later(() => later(() => Object.assign(this, { isBatch: false })));
      this.enqueue({ type: 'configure', options: this.options() });
    },
  },

  lifetimes: {
    attached() {
      ready().then(() => this.open(), console.error);
    },
    detached() {
      this.hasLeft = true;
      if (this.loop) popups.leave(this.loop);
    },
  },

  pageLifetimes: {
    show() {
      this.enqueue({ type: 'pageShown' });
    },
    hide() {
      this.enqueue({ type: 'pageHidden' });
    },
  },

  methods: {
    open() {
      if (this.hasLeft) return;
      this.loop = popups.open(this);
      this.enqueue(this.wish());
    },

    /** What the page wants of a popup that it has said nothing to. */
    wish() {
      this.shown = this.data.showPhonePopup;
      return { type: this.shown ? 'show' : 'hide' };
    },

    /** What is there before the core is loaded is in the options by then. */
    enqueue(event) {
      if (this.loop) this.loop.enqueue(event);
    },

    /** The page has set the property; a value that the popup knows is no news. */
    tellShown() {
      const shown = this.data.showPhonePopup;
      if (!this.loop || shown === this.shown) return;
      this.shown = shown;
      const isRepeated = shown && this.hasClosedItself;
      const again = isRepeated && { repeated: true, batched: Boolean(this.isBatch) };
      this.enqueue(Object.assign({ type: shown ? 'show' : 'hide' }, again));
    },

    /** Sets what the popup wants. */
    apply(patch) {
      if ('showPhonePopup' in patch) this.shown = patch.showPhonePopup;
      if (patch.showPhonePopup === false) this.hasClosedItself = true;
      this.isApplying = true;
      this.setData(patch);
      this.isApplying = false;
    },

    options() {
      const { SDKVersion } = wx.getAppBaseInfo();
      const { scene } = wx.getEnterOptionsSync();
      const client = { baseLibrary: SDKVersion, singlePage: scene === 1154, renderer: this.renderer };
      return Object.assign({}, this.data, client);
    },

    onAllowTap() {
      this.enqueue({ type: 'tap' });
    },
    onPhoneNumberGet(event) {
      this.enqueue({ type: 'authorized', event });
    },
    onPhoneReject() {
      this.enqueue({ type: 'decline' });
    },
    onClose() {
      this.enqueue({ type: 'dismiss' });
    },
    onOtherLogin() {
      this.enqueue({ type: 'otherLogin' });
    },
    onAgreementChange() {
      this.enqueue({ type: 'agree' });
    },
    onContractTap() {
      wx.openPrivacyContract({ fail: () => this.enqueue({ type: 'agreementNotOpened' }) });
    },
    onPrivacyAgree() {
      this.enqueue({ type: 'privacyAgreed' });
    },
    endVerification(code, reply) {
      this.enqueue({ type: 'pageVerified', code, reply });
    },
  },
});
