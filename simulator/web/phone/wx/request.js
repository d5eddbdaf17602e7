import { isAtLeast } from '../../base-library.js';
import { dataOf, headerOf, placed } from './http.js';

// The methods, the time limit and what the background does are those of WeChat's guide (framework/ability/network) and
// of its page on wx.request; the codes are of its list (framework/usability/PublicErrno).
const METHODS = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'];
const DEFAULT_TIMEOUT = 60_000;
/** The base library that `errno` came with. */
const ERRNO = '2.24.0';
const TIMED_OUT = { errno: 5, errMsg: 'request:fail timeout' };
const INTERRUPTED = { errMsg: 'request:fail interrupted' };
const BACKGROUND_TIME = 5000;
const INVALID_URL = 600009;

/** `wx.request`, which gives its task and no promise. */
export function request(bridge, clock, background) {
  const hasErrno = isAtLeast(bridge.baseLibrary(), ERRNO);
  return { request: (options = {}) => new RequestTask({ bridge, clock, background, hasErrno }, options).handle };
}

class RequestTask {
  #bridge;
  #clock;
  #options;
  #hasErrno;
  #isOver = false;
  #listeners = new Set();
  #timer;
  #interruption;
  #stopWatching;

  constructor({ bridge, clock, background, hasErrno }, options) {
    this.#bridge = bridge;
    this.#clock = clock;
    this.#options = options;
    this.#hasErrno = hasErrno;
    this.#stopWatching = background.onChange((isIn) => this.#watch(isIn));
    const fault = background.isIn ? INTERRUPTED : faultOf(options);
    if (fault) queueMicrotask(() => this.#fail(fault));
    else this.#send();
  }

  /** What the mini-program gets. */
  get handle() {
    return {
      abort: () => this.#fail({ errMsg: 'request:fail abort' }),
      onHeadersReceived: (listener) => this.#listeners.add(listener),
      offHeadersReceived: (listener) => (listener ? this.#listeners.delete(listener) : this.#listeners.clear()),
      // Only with `enableChunked`, which nothing here answers to.
      onChunkReceived() {},
      offChunkReceived() {},
    };
  }

  async #send() {
    const { url, method = 'GET', data, timeout = DEFAULT_TIMEOUT } = this.#options;
    const header = headerOf(this.#options.header);
    const sent = { method: method.toUpperCase(), header };
    this.#bridge.log('network', `${sent.method} ${url} ←`, data);
    this.#timer = this.#clock.setTimeout(() => this.#fail(TIMED_OUT), timeout);
    const { response, failure, isLost } = await this.#bridge.request({
      backEnd: 'own-server',
      ...sent,
      ...placed({ url, data, ...sent }),
      code: Object(data).code,
    });
    if (response) this.#succeed(response);
    else if (!isLost) this.#fail(failure);
  }

  /** In the background WeChat gives a request a while to end. */
  #watch(isInBackground) {
    this.#clock.clear(this.#interruption);
    if (isInBackground) this.#interruption = this.#clock.setTimeout(() => this.#fail(INTERRUPTED), BACKGROUND_TIME);
  }

  #succeed({ statusCode, header, cookies, body }) {
    if (this.#isOver) return;
    for (const listener of this.#listeners) listener({ statusCode, header, cookies });
    const data = dataOf(body, this.#options);
    this.#end('success', { data, statusCode, header, cookies, errMsg: 'request:ok' }, { statusCode, data });
  }

  #fail(failure) {
    const { errno: _, ...others } = failure;
    this.#end('fail', this.#hasErrno ? failure : others, failure);
  }

  #end(callback, result, logged) {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#clock.clear(this.#timer);
    this.#clock.clear(this.#interruption);
    this.#stopWatching();
    this.#bridge.log('network', `${this.#options.url} →`, logged);
    try {
      this.#options[callback]?.(result);
    } finally {
      this.#options.complete?.(result);
    }
  }
}

function faultOf({ url, method = 'GET' }) {
  if (typeof url !== 'string')
    return { errMsg: `request:fail parameter error: parameter.url should be String instead of ${typeof url};` };
  if (!/^https?:\/\/[^/]/.test(url)) return { errno: INVALID_URL, errMsg: `request:fail invalid url "${url}"` };
  if (!METHODS.includes(String(method).toUpperCase())) return { errMsg: 'request:fail method is invalid' };
  return undefined;
}
