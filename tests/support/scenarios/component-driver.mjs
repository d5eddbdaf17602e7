import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

import '../component-engine.mjs';
import { miniprogram } from '../realm/package-files.mjs';
import { settled } from '../realm/phone.mjs';
import { PhoneClock } from './phone-clock.mjs';
import { Recorder } from './recorder.mjs';
import { button, rendered, renderedGuidance, renderedView } from './rendered.mjs';
import { Stage } from './stage.mjs';
import { Wx } from './wx.mjs';

const require = createRequire(import.meta.url);
const simulate = require('miniprogram-simulate');
const { view, guidance } = require('./vocabulary.json');

const FIELDS = [...view, ...guidance];

const TAG = 'a-popup';
/** The events of the component, and the other spelling of each that not every framework can bind. */
const SPELLINGS = {
  login: undefined,
  phoneNumberGet: 'phonenumberget',
  phoneNumberReject: 'phonenumberreject',
  phoneNumberQuotaExceeded: 'phonenumberquotaexceeded',
  phoneNumberVerified: 'phonenumberverified',
  phoneNumberStateChange: 'phonenumberstatechange',
  'other-login': 'otherlogin',
  close: 'update:showPhonePopup',
};
const PROPERTIES = {
  'show-phone-popup': 'shown',
  mode: 'mode',
  locale: 'locale',
  'cloud-function': 'cloudFunction',
  exchange: 'exchange',
  idempotent: 'idempotent',
  'show-server-message': 'showServerMessage',
  'require-agreement': 'requireAgreement',
  privacy: 'privacy',
  'other-login': 'otherLogin',
  contact: 'contact',
};
const DEFAULTS = {
  mode: 'quick',
  locale: 'zh_CN',
  cloudFunction: '',
  exchange: '',
  idempotent: false,
  showServerMessage: false,
  requireAgreement: false,
  privacy: 'wechat',
  otherLogin: 'after-refusal',
  contact: false,
};

/** Drives a component on a page of WeChat's component engine. */
export class ComponentDriver {
  /** Opens a page with the component of a subject (`subjects.mjs`). */
  static of(subject) {
    return async (options) => {
      const driver = new ComponentDriver(subject, options);
      await settled();
      return driver;
    };
  }

  /** Most pages set their field to false when the popup closes, by `close` or `model:`; some have forgotten to. */
  constructor(subject, { baseLibrary, singlePage, resetsFlag = true, ...options } = {}) {
    this.subject = subject;
    this.resetsFlag = resetsFlag;
    this.clock = new PhoneClock();
    this.others = [];
    this.recorder = new Recorder();
    const now = () => this.clock.wall;
    this.wx = new Wx({ recorder: this.recorder, now, baseLibrary, singlePage, ...options });
    this.forgetThePast();
    if (options.exchange) this.registerExchange(options.exchange);
    this.stage = new Stage(this.wx.global, this.clock, this.recorder);
    this.page = simulate.render(this.definePage({ present: true, shown: false, ...DEFAULTS, ...options }));
    this.page.attach(document.body);
  }

  /** The component, and the module that it uses, come without a past. */
  forgetThePast() {
    for (const path of Object.keys(require.cache).filter(this.subject.isPart)) delete require.cache[path];
  }

  /** A page that binds every property and every event of the popup. */
  definePage(data) {
    const component = simulate.load(this.subject.path, TAG, { compiler: 'simulate', rootPath: miniprogram['/'] });
    const bound = Object.entries({ ...PROPERTIES, ...this.subject.properties }).map(
      ([property, field]) => `${property}="{{${field}}}"`,
    );
    const listened = Object.entries(SPELLINGS)
      .flat()
      .filter(Boolean)
      .map((name) => `bind:${name}="on"`);
    return simulate.load({
      usingComponents: { [TAG]: component },
      template: `<${TAG} class="popup" wx:if="{{present}}" ${[...bound, ...listened].join(' ')} />`,
      data,
      methods: { on: ({ type, detail }) => this.on(type, detail) },
    });
  }

  registerExchange(name) {
    const exchange = (data, answer) => {
      this.wx.calls.push({ success: answer, fail: answer });
      this.recorder.exchange(name, data, name);
    };
    this.subject.registerExchange(name, exchange);
  }

  on(name, detail) {
    if (!(name in SPELLINGS)) {
      this.others.push([name, detail]);
      return;
    }
    if (name === 'phoneNumberGet') this.handedOver = detail.code;
    this.recorder.seen.events.push([name, detail]);
  }

  get popup() {
    return this.page.querySelector('.popup');
  }

  get view() {
    return this.popup ? Object.fromEntries(FIELDS.map((field) => [field, this.popup.data[field]])) : null;
  }

  observe() {
    this.stage.assertNoError();
    this.assertOtherSpellings();
    const { view } = this;
    if (view) this.assertRendered(view);
    return { view, timers: this.clock.running, ...this.recorder.take() };
  }

  assertRendered(view) {
    const { subject } = this;
    const wanted = subject.showsGuidance ? renderedGuidance(view, subject) : renderedView(view);
    assert.deepEqual(rendered(this.popup, subject.classes), wanted);
  }

  agree() {
    const { agreement } = this.subject.classes ?? { agreement: 'agreement-toggle' };
    this.popup.querySelector(`.${agreement}`).dispatchEvent('tap');
  }

  /** A button by what it does. */
  button(action) {
    return button(this.popup, action, this.subject.classes);
  }

  /** Every event came once more, in the other spelling and with the same detail. */
  assertOtherSpellings() {
    const { events } = this.recorder.seen;
    const twofold = this.subject.everySpelling ? events.filter(([name]) => SPELLINGS[name]) : [];
    const expected = twofold.map(([name, detail]) => [
      SPELLINGS[name],
      name === 'close' ? { __args__: [detail.visible] } : detail,
    ]);
    assert.deepEqual(this.others.splice(0), expected);
  }

  async perform({ do: action, ...step }) {
    STEPS[action](this, step);
    await settled();
    if (this.popup && this.resetsFlag) this.set({ shown: this.popup.data.showPhonePopup });
    await settled();
  }

  set(fields) {
    const changed = Object.entries(fields).filter(([name, value]) => this.page.data[name] !== value);
    if (changed.length) this.page.setData(Object.fromEntries(changed));
  }

  tap(action) {
    if (action === 'allow') this.tapped = this.view.openType;
    // Nobody can tap what is not there; that it is there is compared at each step.
    this.button(action)?.dispatchEvent('tap');
  }

  /** The native button's result; straight to its handler where the engine cannot deliver it. */
  deliver(event) {
    const allow = this.button('allow');
    const isRealtime = (this.tapped ?? this.view.openType) === 'getRealtimePhoneNumber';
    if (!allow || !event.detail) this.popup.instance.onPhoneNumberGet(event);
    else allow.dispatchEvent(isRealtime ? 'getrealtimephonenumber' : 'getphonenumber', event);
  }

  close() {
    this.page.detach();
    this.stage.strike();
  }
}

const STEPS = {
  show: (driver) => driver.set({ shown: true }),
  hide: (driver) => driver.set({ shown: false }),
  tap: (driver) => driver.tap('allow'),
  decline: (driver) => driver.tap(driver.button('reject') ? 'reject' : 'acknowledge'),
  dismiss: ({ popup }) => popup.instance.onClose(),
  /** The property gets its old value again. Older engines leave that out by themselves; newer ones do not. */
  rerender({ popup, page }, { batched }) {
    popup.instance.setData({ showPhonePopup: true, ...(batched && { locale: page.data.locale }) });
  },
  otherLogin: (driver) => driver.tap('other-login'),
  agree: (driver) => driver.agree(),
  result: (driver, { event }) => driver.deliver(event),
  answer: ({ wx }, step) => wx.answer(step),
  pageAnswer: ({ popup, handedOver }, { reply, code = handedOver }) => popup.instance.endVerification(code, reply),
  privacyAnswer: ({ wx }, step) => wx.answerPrivacy(step),
  privacyAgree: (driver) => driver.button('allow').dispatchEvent('agreeprivacyauthorization'),
  wait(driver, { ms }) {
    driver.clock.passSeconds(ms, () => driver.recorder.second(driver.popup?.data.countdown ?? 0));
  },
  clock: ({ clock }, { ms }) => clock.jump(ms),
  consentBack: (driver) => driver.tap('consent-back'),
  pageHidden: ({ page }) => page.triggerPageLifeTime('hide'),
  pageShown: ({ page }) => page.triggerPageLifeTime('show'),
  forget: ({ subject }) => subject.forget(),
  leave: (driver) => driver.set({ present: false, shown: false }),
  return: (driver) => driver.set({ present: true }),
  set: (driver, { options }) => driver.set(options),
};
