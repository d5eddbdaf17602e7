import { find } from './element.js';

/**
 * Phones by id.
 *
 * @type {Record<string, import('../phone/bridge.js').Device & { label: string, english: string }>}
 */
export const phones = {
  small: { label: '小', english: 'small', width: 320, height: 568, statusBarHeight: 20, safeBottom: 0 },
  medium: { label: '中', english: 'medium', width: 375, height: 667, statusBarHeight: 20, safeBottom: 0 },
  tall: { label: '中长', english: 'tall', width: 375, height: 812, statusBarHeight: 44, safeBottom: 34 },
  large: { label: '大', english: 'large', width: 430, height: 932, statusBarHeight: 54, safeBottom: 34 },
  landscape: { label: '横屏', english: 'landscape', width: 812, height: 375, statusBarHeight: 0, safeBottom: 21 },
  lowLandscape: {
    label: '横屏小',
    english: 'small landscape',
    width: 667,
    height: 375,
    statusBarHeight: 0,
    safeBottom: 0,
  },
  tablet: { label: '平板', english: 'tablet', width: 1024, height: 768, statusBarHeight: 24, safeBottom: 20 },
  tabletUpright: {
    label: '平板竖放',
    english: 'tablet upright',
    width: 768,
    height: 1024,
    statusBarHeight: 24,
    safeBottom: 20,
  },
  computer: { label: '电脑', english: 'computer', width: 900, height: 700, statusBarHeight: 0, safeBottom: 0 },
};

/**
 * @param {string} id
 * @returns {string} the same
 * @throws where there is no such phone
 */
export function requirePhone(id) {
  if (!Object.hasOwn(phones, id)) throw new RangeError(`没有这样的手机：${id}`);
  return id;
}

// Room around the phone for its shadow.
const MARGIN = 48;
const NARROW_MARGIN = 24;
/** Where the columns stand below each other: as in simulator.css. */
const NARROW = '(width < 1120px)';
const SAFE_BOTTOM = '--safe-area-inset-bottom';

/** The phone: its size on the desk, the title bar, and the document in which the mini-program runs. */
export class PhoneFrame {
  #phone;
  #stage;
  #strip;
  #title;
  #back;
  #document;
  #id = 'tall';

  /** @param {HTMLElement} root  the simulator's page */
  constructor(root) {
    this.#stage = find(root, '#stage', HTMLElement);
    this.#strip = find(root, '#strip', HTMLElement);
    this.#phone = find(root, '#phone', HTMLElement);
    this.#title = find(root, '#page-title', HTMLElement);
    this.#back = find(root, '#go-back', HTMLElement);
    this.#document = find(root, '#page-frame', HTMLIFrameElement);
    new ResizeObserver(() => this.#fit()).observe(this.#stage);
    addEventListener('resize', () => this.#fit());
    this.resize(this.#id);
  }

  get id() {
    return this.#id;
  }

  get device() {
    return phones[this.#id];
  }

  /** @param {string} id */
  resize(id) {
    this.#id = id;
    const { width, height, statusBarHeight, safeBottom } = this.device;
    const { style, dataset } = this.#phone;
    dataset.phone = id;
    style.setProperty('--phone-width', `${width}px`);
    style.setProperty('--phone-height', `${height}px`);
    style.setProperty('--status-bar-height', `${statusBarHeight}px`);
    style.setProperty('--safe-bottom', `${safeBottom}px`);
    this.#tellSafeArea();
    this.#fit();
  }

  /** @param {'light' | 'dark'} [theme]  of WeChat's own windows */
  setTheme(theme = 'light') {
    this.#phone.dataset.theme = theme;
  }

  /** @param {import('../phone/bridge.js').TitleBar} bar */
  setTitleBar({ title, background, textStyle, canGoBack }) {
    this.#title.textContent = title;
    this.#back.hidden = !canGoBack;
    this.#phone.style.setProperty('--bar-background', background);
    this.#phone.style.setProperty('--bar-color', textStyle);
  }

  /** The name that the platform's own windows call the mini-program by. */
  appName() {
    return this.#title.textContent || '小程序';
  }

  /**
   * @param {import('../phone/bridge.js').Bridge} bridge
   * @returns {Promise<import('../phone/mini-program.js').MiniProgram>} the mini-program, running in a new document
   */
  async start(bridge) {
    const loaded = new Promise((resolve) => {
      this.#document.onload = resolve;
    });
    this.#document.src = '/phone.html';
    await loaded;
    this.#tellSafeArea();
    const { contentWindow } = this.#document;
    if (!contentWindow) throw new Error('手机的画面不在页面上');
    return contentWindow.startMiniProgram(bridge);
  }

  /** Where the page scrolls the sheet of a popup opens below the window: brings the lower end of the phone into it. */
  bringSheetIntoView() {
    if (!matchMedia(NARROW).matches) return;
    const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
    this.#stage.scrollIntoView({ block: 'end', behavior });
  }

  #tellSafeArea() {
    this.#document.contentDocument?.documentElement.style.setProperty(SAFE_BOTTOM, `${this.device.safeBottom}px`);
  }

  /**
   * Shows a phone that is larger than its place at a smaller scale, so that all of it is in sight. Where the page scrolls
   * it fits below what stays at the top.
   */
  #fit() {
    const { offsetWidth, offsetHeight } = this.#phone;
    const isNarrow = matchMedia(NARROW).matches;
    const margin = isNarrow ? NARROW_MARGIN : MARGIN;
    const height = isNarrow ? innerHeight - this.#strip.offsetHeight : this.#stage.clientHeight;
    const scale = Math.min(1, (this.#stage.clientWidth - margin) / offsetWidth, (height - margin) / offsetHeight);
    this.#phone.style.setProperty('--scale', String(scale));
    this.#stage.style.height = isNarrow ? `${offsetHeight * scale + margin}px` : '';
  }
}
