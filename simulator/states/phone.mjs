/** A phone without the simulator around it: the mini-program fills the window, and whoever opens it answers for WeChat. */
import { buttonProject } from './button-page.mjs';

import { deviceOf, startPhone } from './start-phone.mjs';

/** How long something may take to appear, in milliseconds. */
const PATIENCE = 10_000;

/**
 * @typedef {object} Screen
 * @property {number} width
 * @property {number} height           of the page, without WeChat's bars
 * @property {number} [safeBottom]     what the home indicator takes
 * @property {number} [fontScale]      the user's font size in WeChat; 1 is the usual one
 * @property {'light' | 'dark'} [theme]
 *
 * @typedef {'sheet' | 'button'} Subject  the sheet, or the button that stands on a page by itself
 *
 * @typedef {object} Options
 * @property {Screen} screen
 * @property {Subject} [subject]       what is on the page; the sheet unless it is said
 * @property {object} [properties]     of the component
 * @property {string} [css]            of the app, as `app.wxss` would hold it
 * @property {(wxss: string, path: string) => string} [style]  what becomes of each style sheet
 * @property {string} [code]           runs at the end of the mini-program's app.js
 * @property {boolean} [needsPrivacy]  whether the user has still to accept WeChat's privacy agreement
 * @property {boolean} [isStalled]     whether the module is on its way for ever
 * @property {boolean} [moves]         whether what is animated is seen to move
 * @property {number} [density]        device pixels per pixel
 */

/**
 * Opens the mini-program of a simulator's server.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} url  of the simulator
 * @param {Options} options
 */
export async function openPhone(browser, url, { screen, properties = {}, density = 1, ...options }) {
  const { width, height, theme = 'light' } = screen;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: density,
    colorScheme: theme,
    reducedMotion: options.moves ? 'no-preference' : 'reduce',
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const phone = new Phone(page, theme, options.subject ?? 'sheet');
  await page.route('**/project.json', (route) => change(route, options));
  if (options.isStalled) await page.route('**/*.wasm', () => {});
  await page.goto(`${url}phone.html`);
  await page.waitForFunction(() => window.startMiniProgram);
  await page.evaluate(startPhone, {
    device: deviceOf(screen),
    properties,
    needsPrivacy: options.needsPrivacy ?? false,
  });
  return phone;
}

/**
 * Changes the project on its way to the phone.
 *
 * @param {import('playwright-core').Route} route
 * @param {Pick<Options, 'subject' | 'css' | 'style' | 'code'>} changes
 */
async function change(route, { subject, css = '', style = (wxss) => wxss, code = '' }) {
  const response = await route.fetch();
  const project = subject === 'button' ? structuredClone(await buttonProject()) : await response.json();
  project.modules['app.js'] += `\n${code}`;
  for (const [path, wxss] of Object.entries(project.styles)) project.styles[path] = style(wxss, path);
  project.styles.app += css;
  await route.fulfill({ response, json: project });
}

/** The phone and its user. */
class Phone {
  #theme;

  /**
   * @param {import('playwright-core').Page} page
   * @param {'light' | 'dark'} theme
   * @param {Subject} subject
   */
  constructor(page, theme, subject) {
    this.page = page;
    this.#theme = theme;
    this.subject = subject;
    /** Whether time stands still. */
    this.isStanding = false;
    /** What went wrong in it. */
    this.complaints = [];
    page.on('pageerror', (error) => this.complaints.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }

  get sheet() {
    return this.page.locator('[class*="--phone-popup"]:not([class*="--popup-leave"])');
  }

  /** Everything that the component draws, a sheet that leaves too. */
  get drawn() {
    return this.page.locator('[class*="--phone-popup"], [class*="--phone-login"]');
  }

  /** An element of the sheet by the last of its classes that counts. */
  part(name) {
    return this.page.locator(`[class*="--${name}"]`);
  }

  get allowButton() {
    return this.part('btn-primary');
  }

  get rejectButton() {
    return this.page.locator('[class*="--btn-secondary"][class*="--phone-btn"]');
  }

  /** The user goes to where the number is asked for, or is there from the beginning. */
  async ask() {
    if (this.subject === 'sheet') await this.page.getByText('手机号登录', { exact: true }).click();
    await this.allowButton.waitFor();
  }

  /** The user is where the number is asked for. */
  async open() {
    await this.ask();
    await this.reached('prompting');
  }

  /** From now on time passes by {@link pass} too. */
  ownTime() {
    return this.page.clock.install();
  }

  /** Time passes, as far as it passes for the mini-program. */
  pass(milliseconds) {
    return this.page.clock.fastForward(milliseconds);
  }

  /** Lets time pass, where it stands still, as long as somebody needs timers. */
  async during(work) {
    let isOver = false;
    const end = () => {
      isOver = true;
    };
    work.then(end, end);
    while (this.isStanding && !isOver) await this.page.clock.runFor(1);
    return work;
  }

  /** Time stands still. */
  async stand() {
    this.isStanding = true;
    await this.page.clock.pauseAt(await this.page.evaluate(() => Date.now() + 1000));
  }

  /**
   * Turns the phone, or opens the same page in another window.
   *
   * @param {Screen} screen
   * @param {object} [news]  properties of the popup that are empty until the window has its size
   */
  async resize(screen, news = {}) {
    const { width, height, theme = 'light' } = screen;
    await this.page.setViewportSize({ width, height });
    if (theme !== this.#theme) await this.page.emulateMedia({ colorScheme: theme });
    this.#theme = theme;
    await this.page.evaluate(
      ({ device, changed }) => {
        const { phone } = window;
        const set = (properties) => {
          Object.assign(phone.properties, properties);
          phone.miniProgram.setPopupProperties();
        };
        set(Object.fromEntries(Object.keys(changed).map((name) => [name, ''])));
        phone.device = device;
        document.documentElement.style.setProperty('--safe-area-inset-bottom', `${device.safeBottom}px`);
        phone.miniProgram.resize();
        set(changed);
      },
      { device: deviceOf(screen), changed: news },
    );
    await this.settled();
  }

  /** Sets properties of the popup, and with them fields that its core does not set. */
  set(properties) {
    return this.page.evaluate((changed) => {
      const { phone } = window;
      Object.assign(phone.properties, changed);
      phone.miniProgram.setPopupProperties();
    }, properties);
  }

  /** The user ticks the box: that of the sheet, or the page's own. */
  async tick() {
    if (this.subject === 'sheet') await this.part('agreement-toggle').click();
    else await this.set({ agreed: true });
  }

  async allow() {
    await this.allowButton.click();
  }

  /** WeChat answers to the tap on the button. */
  answerNumber(fields) {
    return this.#answer('number', { fields, bare: false });
  }

  /** The cloud function answers. */
  answerCall(answer) {
    return this.#answer('call', answer);
  }

  async #answer(name, answer) {
    await this.page.waitForFunction((asked) => window.phone.asked[asked], name);
    await this.page.evaluate(
      ([asked, value]) => {
        const resolve = window.phone.asked[asked];
        window.phone.asked[asked] = undefined;
        resolve?.(value);
      },
      [name, answer],
    );
  }

  reached(state) {
    return this.page.waitForFunction((wanted) => window.phone.state?.state === wanted, state);
  }

  /** Whatever moves and ends has ended. */
  settled() {
    return this.page.evaluate(() => {
      const ending = document
        .getAnimations()
        .filter(({ effect, playState }) => playState === 'running' && effect?.getTiming().iterations !== Infinity);
      return Promise.all(ending.map(({ finished }) => finished));
    });
  }

  close() {
    return this.page.context().close();
  }
}
