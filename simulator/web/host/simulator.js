import { platformAnswer } from '../../answers.mjs';
import { isAtLeast } from '../base-library.js';
import { firstChoices } from './address.js';
import { Course } from './course/course.js';
import { stepsIn, textOf } from './course/steps.js';
import { Modal } from './native/modal.js';
import { QuotaSheet } from './native/quota-sheet.js';
import { PhoneSheet } from './native/sheet.js';
import { Toast } from './native/toast.js';
import { requirePhone } from './phone-frame.js';
import { PhoneNumberService } from './phone-number.js';
import { PrivacyService } from './privacy.js';
import { Servers } from './servers.js';
import {
  backEndOf,
  deviceOf,
  firstPage,
  isLook,
  isPopupSetting,
  latencyOf,
  popupProperties,
  requireOption,
  timeRateOf,
  wxssOf,
} from './settings.js';

/** The base library from which on WeChat asks for the user's consent to the privacy contract. */
const PRIVACY = '2.32.3';

/**
 * WeChat around the mini-program: what the panel sets, what the mini-program asks for, and what came of it.
 * A `change` event says that something that the panel shows is different.
 */
export class Simulator extends EventTarget {
  /** Settles when the mini-program runs, or has failed to start. */
  ready = Promise.resolve();
  /**
   * What the popup shows of itself; `null` where there is none.
   *
   * @type {import('../phone/bridge.js').PopupState | null}
   */
  state = null;
  /**
   * Why the mini-program did not start.
   *
   * @type {string | null}
   */
  failure = null;
  platformAnswer;
  /** What the panel sets besides the answers: setting → option. */
  settings;
  background = false;
  /** Whether the user has left the page. */
  left = false;
  /** What is recorded and played. */
  course = new Course(() => this.#now());
  /**
   * What happened to the popups in the course that was played last.
   *
   * @type {import('../phone/journal.js').Entry[]}
   */
  journal = [];

  #frame;
  #layer;
  #servers;
  #privacy;
  #log;
  #storage;
  #windows;
  #phoneNumber;
  /** @type {import('../phone/mini-program.js').MiniProgram | null} */
  #miniProgram = null;
  /** @type {object | null} */
  #current = null;

  /**
   * @param {object} parts
   * @param {import('./phone-frame.js').PhoneFrame} parts.frame
   * @param {HTMLElement} parts.layer  where WeChat's own windows appear
   * @param {import('./event-log.js').EventLog} parts.log
   * @param {import('./storage.js').Storage} parts.storage
   * @param {Record<string, string[]>} parts.serverAnswers  back end → the ids of its answers; the first is what it
   *   answers until another is chosen
   * @param {import('./address.js').Choices} parts.choices  what is chosen at first
   * @throws where the back end has no such answer
   */
  constructor({ frame, layer, log, storage, serverAnswers, choices }) {
    const { settings, platform, server, phone, course } = choices;
    super();
    this.settings = settings;
    this.course.steps = stepsIn(course);
    this.platformAnswer = platform;
    this.#frame = frame;
    this.#layer = layer;
    layer.addEventListener('click', ({ target }) => this.#noteTouch(target), { capture: true });
    this.course.addEventListener('change', () => this.#change({}));
    this.#log = log;
    this.#storage = storage;
    const onAnswer = () => this.#change({});
    this.#servers = new Servers({ answers: serverAnswers, backEnd: this.backEnd, onAnswer });
    this.#servers.choose(server);
    frame.resize(phone);
    this.#windows = { toast: new Toast(layer), modal: new Modal(layer) };
    this.#privacy = new PrivacyService({
      layer,
      isNeeded: () => this.#isPrivacyNeeded(),
      onAccepted: () => this.#set('privacyState', 'accepted'),
      now: () => this.#now(),
    });
    this.#phoneNumber = new PhoneNumberService({
      choice: () => platformAnswer(this.platformAnswer),
      sheet: new PhoneSheet(layer, () => frame.appName()),
      quotaSheet: new QuotaSheet(layer),
      privacy: this.#privacy,
    });
  }

  /** What exchanges the code. */
  get backEnd() {
    return backEndOf(this.settings);
  }

  /** What it has cost. */
  get totals() {
    return this.#servers.totals;
  }

  /** How many times faster time passes than the browser's, as it is set. */
  get timeRate() {
    return timeRateOf(this.settings);
  }

  get serverAnswer() {
    return this.#servers.chosen;
  }

  /** @returns {import('./address.js').Choices} */
  get choices() {
    const { settings, platformAnswer: platform, serverAnswer: server, course } = this;
    // The address is not to change with every step.
    const steps = course.mode === 'recording' ? [] : course.steps;
    return { settings, platform, server, phone: this.#frame.id, course: textOf(steps) };
  }

  /** @returns {import('./event-log.js').Entry[]} */
  get log() {
    return this.#log.entries;
  }

  /** @returns {Record<string, unknown>} */
  get storage() {
    return this.#storage.snapshot();
  }

  /** @param {string} id  of a row of the platform's answers */
  setPlatformAnswer(id) {
    this.course.note('platform', platformAnswer(id).id);
    this.#change({ platformAnswer: platformAnswer(id).id });
  }

  /** @param {string} id  of one of the server's answers, or of a sequence of them */
  setServerAnswer(id) {
    this.#servers.choose(id);
    this.course.note('server', id);
    this.#change({});
  }

  /**
   * Sets what belongs to the popup or the phone. Another base library, or another first page, starts the mini-program
   * anew.
   *
   * @param {string} name  a key of `settings`
   * @param {string} id    of one of its options
   */
  set(name, id) {
    requireOption(name, id);
    if (this.settings[name] === id) return;
    this.course.note('set', `${name}-${id}`);
    this.#set(name, id);
  }

  #set(name, id) {
    const page = firstPage(this.settings);
    this.settings = { ...this.settings, [name]: id };
    this.#servers.use(this.backEnd);
    this.#change({});
    if (name === 'privacyState') this.#privacy.forgive();
    if (name === 'baseLibrary' || firstPage(this.settings) !== page) this.#restart();
    if (name === 'time') this.#miniProgram?.setTimeRate();
    if (isLook(name)) this.#dress();
    if (isPopupSetting(name)) this.#miniProgram?.setPopupProperties();
  }

  /** Shows what is set of the phone's look, and of the mini-program's. */
  #dress() {
    this.#frame.setTheme(deviceOf(this.settings).theme);
    this.#miniProgram?.dress();
    if (!this.left) this.#miniProgram?.resize();
  }

  /** @param {string} id */
  setPhone(id) {
    this.course.note('phone', requirePhone(id));
    this.#frame.resize(id);
    if (!this.left) this.#miniProgram?.resize();
    this.#change({});
  }

  /** @param {boolean} background  whether the user has gone elsewhere */
  setBackground(background) {
    if (background === this.background || this.left || !this.#miniProgram) return;
    this.course.note(background ? 'background' : 'foreground');
    this.#log.add('page', background ? '切到后台' : '回到前台');
    if (background) this.#miniProgram.hide();
    else this.#miniProgram.show();
    this.#change({ background });
  }

  /** @param {boolean} left  whether the user has left the page, which takes the popup off it */
  setLeft(left) {
    if (left === this.left || this.background || !this.#miniProgram) return;
    this.course.note(left ? 'leave' : 'return');
    if (left) this.#miniProgram.unload();
    else this.#miniProgram.comeBack();
    if (left) this.#log.add('page', '离开页面');
    this.#change({ left });
  }

  /** Leaves a page that was opened above another one. */
  goBack() {
    this.course.note('back');
    this.#miniProgram?.goBack();
  }

  /** Starts the mini-program. */
  start() {
    this.#change({ state: null, failure: null, background: false, left: false });
    this.ready = this.#run();
    return this.ready;
  }

  /** Starts the mini-program anew on a phone that has never seen it. What is chosen stays, and no course goes on. */
  startOver() {
    this.course.end();
    return this.#startOver();
  }

  /** Makes everything what it was at first: the choices, the phone, and what the servers know. */
  reset() {
    this.course.drop();
    return this.begin(firstChoices());
  }

  /**
   * Starts the mini-program with these choices, on a phone and servers that have never seen it.
   *
   * @param {import('./address.js').Choices} choices
   */
  begin(choices) {
    this.#stop();
    this.ready = this.#forgetAndStart(choices);
    return this.ready;
  }

  async #forgetAndStart({ settings, platform, server, phone }) {
    await this.#servers.forget();
    this.settings = settings;
    this.#servers.use(this.backEnd);
    this.#servers.choose(server);
    this.#frame.resize(phone);
    this.#change({ platformAnswer: platform });
    await this.#startOver();
  }

  #startOver() {
    this.#stop();
    this.#storage.clear();
    this.#log.clear();
    this.#servers.clear();
    this.journal.length = 0;
    return this.start();
  }

  /**
   * Lets the mini-program's time go on, where it stands still.
   *
   * @param {number} duration  milliseconds
   * @param {number} rate      how many times faster than the browser's
   */
  async pass(duration, rate) {
    await this.#miniProgram?.advance(duration, rate);
  }

  /** Has the mini-program's time pass by itself again. */
  releaseTime() {
    this.#miniProgram?.releaseTime();
  }

  /**
   * A user taps a part of the page.
   *
   * @param {string} part
   * @returns {boolean} whether it was there
   */
  tap(part) {
    return this.#miniProgram?.tap(part) ?? false;
  }

  /**
   * A user touches a part of a window of WeChat's.
   *
   * @param {string} name
   * @returns {boolean} whether it was there
   */
  touch(name) {
    const part = this.#layer.querySelector(`[data-testid="${name}"]`);
    if (part instanceof HTMLElement) part.click();
    return part !== null;
  }

  #noteTouch(target) {
    const part = target.closest('[data-testid]');
    if (part && !part.matches('[role]')) this.course.note('touch', part.dataset.testid);
  }

  #now() {
    return this.#miniProgram?.now() ?? Date.now();
  }

  #restart() {
    this.journal.push({});
    this.#stop();
    return this.start().catch(() => undefined);
  }

  #isPrivacyNeeded() {
    return this.settings.privacyState === 'needed' && isAtLeast(this.settings.baseLibrary, PRIVACY);
  }

  #stop() {
    this.#miniProgram?.unload();
    this.#miniProgram = null;
    this.#current = null;
    this.#privacy.forgive();
    this.#privacy.cancel();
    this.#phoneNumber.cancel();
    this.#windows.toast.hide();
    this.#windows.modal.close();
  }

  async #run() {
    const bridge = this.#bridge();
    const run = this.#current;
    try {
      this.#frame.setTheme(deviceOf(this.settings).theme);
      const miniProgram = await this.#frame.start(bridge);
      if (this.#current === run) this.#miniProgram = miniProgram;
    } catch (error) {
      // One that another start has overtaken fails as it likes.
      if (this.#current !== run) return;
      const failure = messageOf(error);
      this.#log.add('error', failure);
      this.#change({ failure });
      throw error;
    }
  }

  async #requestPhoneNumber(api, quotaToast) {
    const outcome = await this.#phoneNumber.request(api, quotaToast);
    this.#servers.report(api, outcome.fields);
    this.#change({});
    return outcome;
  }

  #change(fields) {
    Object.assign(this, fields);
    this.dispatchEvent(new Event('change'));
  }

  /** @returns {import('../phone/bridge.js').Bridge} for one run of the mini-program: what it says after that is lost */
  #bridge() {
    const run = {};
    this.#current = run;
    const during = (calls) => onlyWhile(() => this.#current === run, calls);
    const { toast, modal } = this.#windows;
    return {
      ...during({
        log: (kind, text, detail) => this.#log.add(kind, text, detail),
        requestPhoneNumber: (api, quotaToast) => this.#requestPhoneNumber(api, quotaToast),
        acceptPrivacy: () => this.#privacy.accept(),
        privacySetting: () => this.#privacy.setting(),
        openPrivacyContract: () => this.#privacy.openContract(),
        callFunction: (name, data) => this.#servers.callFunction(name, data),
        request: (request) => this.#servers.request(request),
        showToast: (options) => toast.show(options),
        hideToast: () => toast.hide(),
        showModal: (options) => modal.show(options),
        device: () => ({ ...this.#frame.device, ...deviceOf(this.settings) }),
        baseLibrary: () => this.settings.baseLibrary,
        isViewSlow: () => this.settings.view === 'slow',
        wxss: () => wxssOf(this.settings),
        firstPage: () => firstPage(this.settings),
        // In a course that is played every answer waits for its turn.
        latency: () => (this.course.mode === 'playing' ? 0 : latencyOf(this.settings)),
        isTimeStopped: () => this.course.mode === 'playing',
        timeRate: () => this.timeRate,
        popupProperties: () => popupProperties(this.settings),
        popupChanged: (state) => this.#change({ state }),
        setTitleBar: (bar) => this.#frame.setTitleBar(bar),
      }),
      course: during({
        tapped: (part) => this.course.note('tap', part),
        turn: (action, number) => this.course.turn(action, number),
        told: (entry) => this.course.mode === 'playing' && this.journal.push(entry),
      }),
      storage: during({
        keys: () => this.#storage.keys(),
        get: (key) => this.#storage.get(key),
        set: (key, json) => this.#storage.set(key, json),
        remove: (key) => this.#storage.remove(key),
        clear: () => this.#storage.clear(),
      }),
    };
  }
}

/**
 * @param {unknown} thrown  anything, for a mini-program can throw it; its errors are no `Error` of this document
 * @returns {string}
 */
const messageOf = (thrown) => Object(thrown).message ?? String(thrown);

/**
 * The same functions, which do nothing once their time is over.
 *
 * @template {Record<string, (...args: any[]) => unknown>} Calls
 * @param {() => boolean} isTime
 * @param {Calls} calls
 * @returns {Calls}
 */
function onlyWhile(isTime, calls) {
  const limit =
    (call) =>
    (...args) =>
      isTime() ? call(...args) : undefined;
  const limited = Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, limit(call)]));
  // `fromEntries` does not know that the names are the same.
  return /** @type {Calls} */ (limited);
}
