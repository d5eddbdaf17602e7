import { deviceOf, startPhone } from '../../states/start-phone.mjs';

const PATIENCE = 10_000;
const LOOK_EVERY = 30;

/** A phone in a frame of the page, with the user that simulator/states/states.mjs needs to reach a state. */
export class WallPhone {
  #frame;

  /** @param {HTMLIFrameElement} frame  whose document is that of a phone */
  constructor(frame) {
    this.#frame = frame;
  }

  /**
   * @param {import('../../states/phone.mjs').Screen} screen
   * @param {object} properties  of the popup
   * @param {boolean} needsPrivacy
   */
  async start(screen, properties, needsPrivacy) {
    const { theme } = screen;
    await this.#run(startPhone, { device: { ...deviceOf(screen), theme }, properties, needsPrivacy });
  }

  /** Keeps the phone as it is now. */
  stop() {
    this.#window.phone.miniProgram.stopTime();
  }

  /** What the popup shows of itself. */
  get state() {
    return this.#window.phone.state;
  }

  async open() {
    await this.#tap('login');
    await until(() => (this.state?.state || 'hidden') !== 'hidden');
  }

  tick() {
    return this.#tap('agree');
  }

  allow() {
    return this.#tap('allow');
  }

  /** WeChat answers to the tap on the button. */
  answerNumber(fields) {
    return this.#answer('number', { fields, bare: false });
  }

  /** The cloud function answers. */
  answerCall(answer) {
    return this.#answer('call', answer);
  }

  reached(state) {
    return until(() => this.state?.state === state);
  }

  /** What Playwright's page can do, as far as it is needed. */
  get page() {
    return { waitForFunction: (isTrue) => until(() => this.#run(isTrue)) };
  }

  get #window() {
    const { contentWindow } = this.#frame;
    if (!contentWindow) throw new Error('手机的画面不在页面上');
    return contentWindow;
  }

  /** Calls a function as if it stood in the phone's document. */
  #run(run, argument) {
    const { Function: make } = /** @type {any} */ (this.#window);
    return make('argument', `return (${run})(argument)`)(argument);
  }

  #tap(part) {
    return until(() => this.#window.phone.miniProgram?.tap(part));
  }

  async #answer(name, answer) {
    const { asked } = this.#window.phone;
    await until(() => asked[name]);
    const resolve = asked[name];
    asked[name] = undefined;
    resolve?.(answer);
  }
}

async function until(isTrue) {
  const end = Date.now() + PATIENCE;
  while (!isTrue()) {
    if (Date.now() > end) throw new Error(`${PATIENCE / 1000} 秒内没有到达这个状态`);
    await new Promise((wake) => setTimeout(wake, LOOK_EVERY));
  }
}
