import { platformAnswer } from '../../answers.mjs';
import { callCloudFunction } from './cloud.js';
import { Modal } from './native/modal.js';
import { QuotaSheet } from './native/quota-sheet.js';
import { PhoneSheet } from './native/sheet.js';
import { Toast } from './native/toast.js';
import { PhoneNumberService } from './phone-number.js';

/**
 * WeChat around the mini-program: what the panel sets, what the mini-program asks for, and what came of it.
 * A `change` event says that something that the panel shows is different.
 */
export class Simulator extends EventTarget {
  /** Settles when the mini-program runs, or has failed to start. */
  ready = Promise.resolve();
  /** What the popup shows of itself; `null` where there is none. */
  state = null;
  /** Why the mini-program did not start. */
  failure = null;
  platformAnswer = 'ask';
  serverAnswer;
  background = false;

  #frame;
  #serverAnswers;
  #log;
  #storage;
  #windows;
  #phoneNumber;
  #miniProgram = null;
  #current = null;

  /**
   * @param {object} parts
   * @param {import('./phone-frame.js').PhoneFrame} parts.frame
   * @param {HTMLElement} parts.layer  where WeChat's own windows appear
   * @param {import('./event-log.js').EventLog} parts.log
   * @param {import('./storage.js').Storage} parts.storage
   * @param {string[]} parts.serverAnswers  ids; the first is what the server answers until another is chosen
   */
  constructor({ frame, layer, log, storage, serverAnswers }) {
    super();
    this.#frame = frame;
    this.#log = log;
    this.#storage = storage;
    this.#serverAnswers = serverAnswers;
    [this.serverAnswer] = serverAnswers;
    this.#windows = { toast: new Toast(layer), modal: new Modal(layer) };
    const sheet = new PhoneSheet(layer, () => frame.appName());
    this.#phoneNumber = new PhoneNumberService(() => platformAnswer(this.platformAnswer), sheet, new QuotaSheet(layer));
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
    this.#change({ platformAnswer: platformAnswer(id).id });
  }

  /** @param {string} id  of one of the server's answers */
  setServerAnswer(id) {
    if (!this.#serverAnswers.includes(id)) throw new RangeError(`没有这样的服务端回应：${id}`);
    this.#change({ serverAnswer: id });
  }

  /** @param {string} id */
  setPhone(id) {
    this.#frame.resize(id);
    this.#change({});
  }

  /** @param {boolean} background  whether the user has gone elsewhere */
  setBackground(background) {
    if (background === this.background || !this.#miniProgram) return;
    this.#log.add('page', background ? '切到后台' : '回到前台');
    if (background) this.#miniProgram.hide();
    else this.#miniProgram.show();
    this.#change({ background });
  }

  /** Starts the mini-program. */
  start() {
    this.#change({ state: null, failure: null, background: false });
    this.ready = this.#run();
    return this.ready;
  }

  /** Starts the mini-program anew on a phone that has never seen it. */
  reset() {
    this.#stop();
    this.#storage.clear();
    this.#log.clear();
    return this.start();
  }

  #stop() {
    this.#miniProgram?.unload();
    this.#miniProgram = null;
    this.#current = null;
    this.#phoneNumber.cancel();
    this.#windows.toast.hide();
    this.#windows.modal.close();
  }

  async #run() {
    try {
      this.#miniProgram = await this.#frame.start(this.#bridge());
    } catch (error) {
      this.#log.add('error', error.message);
      this.#change({ failure: error.message });
      throw error;
    }
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
        requestPhoneNumber: (api, quotaToast) => this.#phoneNumber.request(api, quotaToast),
        callFunction: (name, data) => callCloudFunction({ name, data, answer: this.serverAnswer }),
        showToast: (options) => toast.show(options),
        hideToast: () => toast.hide(),
        showModal: (options) => modal.show(options),
        device: () => this.#frame.device,
        popupChanged: (state) => this.#change({ state }),
        setTitleBar: (bar) => this.#frame.setTitleBar(bar),
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

/** The same functions, which do nothing once their time is over. */
function onlyWhile(isTime, calls) {
  const limit = (call) => (...args) => (isTime() ? call(...args) : undefined);
  return Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, limit(call)]));
}
