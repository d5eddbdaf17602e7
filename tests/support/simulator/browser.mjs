import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';

import { launchChromium } from '../../../scripts/chromium.mjs';
import { startSimulator } from '../../../simulator/server.mjs';
import { choicesIn } from '../../../simulator/web/host/address.js';

/** The repository, whose mini-program and cloud functions are the ones under test. */
export const repository = fileURLToPath(new URL('../../../', import.meta.url));

const VIEWPORT = { width: 1440, height: 1040 };
const PATIENCE = 10_000;
/** The page of the original document, which exchanges the code itself, unless a test says otherwise. */
const SETTINGS = '?verifier=page';
const COMPLAINTS = ['error', 'warning'];
// What the product tells its developer is no complaint; the tests that expect it look for it in the event log.
const HINT = /^\[wx-phone-login\] /;

/**
 * @typedef {object} Options
 * @property {string} [code]       runs at the end of the mini-program's app.js
 * @property {object} [app]        goes over the mini-program's app.json
 * @property {(css: string, path: string) => string} [style]  what becomes of each style sheet; that of app.wxss is `app`
 * @property {RegExp} [expected]   complaints that do not fail the test
 * @property {boolean} [hasTouch]  whether the screen is touched
 * @property {string} [settings]   what the address chooses
 */

/** @typedef {Awaited<ReturnType<typeof openPage>>} Stage */

/**
 * A simulator and a browser for the tests of one file.
 *
 * @param {{ before: Function, after: Function }} hooks  of node:test
 * @param {string} [root]
 * @param {string} [packageRoot]  a mini-program that is not the one of `root`
 * @returns {{ open(t: import('node:test').TestContext, options?: Options): Promise<Stage> }} `open` gives a phone that
 *   has never seen the mini-program; the test fails if anything complains in the console, throws, or is not there
 */
export function stage({ before, after }, root = repository, packageRoot = undefined) {
  let simulator;
  let browser;
  let shared;
  before(async () => {
    [simulator, browser] = await Promise.all([
      startSimulator({ port: 0, root, packageRoot, log: console.error }),
      launchChromium(),
    ]);
  });
  after(() => Promise.all([simulator?.close(), browser?.close()]));

  async function openAlone(t, options) {
    const scene = await openPage(browser, simulator.url, options);
    t.after(() => scene.page.context().close());
    t.after(() =>
      assert.deepEqual(
        scene.complaints.filter((text) => !options.expected?.test(text)),
        [],
      ),
    );
    return scene;
  }

  /** A new page costs a second; tests that want nothing special start over on the same one. */
  async function openShared(t) {
    shared ??= openPage(browser, simulator.url);
    const scene = await shared;
    t.after(() => assert.deepEqual(scene.complaints.splice(0), []));
    await startOver(scene.page);
    return scene;
  }

  return { open: (t, options) => (options ? openAlone(t, options) : openShared(t)) };
}

async function openPage(browser, url, { code, app, style, hasTouch, settings = SETTINGS } = {}) {
  // Without motion, because a click waits until its target stands still.
  const context = await browser.newContext({ viewport: VIEWPORT, hasTouch, reducedMotion: 'reduce' });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const complaints = listen(page);
  if (code || app || style) await page.route('**/project.json', (route) => change(route, { code, app, style }));
  await page.goto(`${url}${settings}`);
  await page.waitForFunction(() => window.simulator?.ready);
  await page.evaluate(() => window.simulator.ready.catch(() => undefined));
  return { page, phone: page.frameLocator('#page-frame'), url, complaints, ...verbs(page) };
}

async function startOver(page) {
  await page.setViewportSize(VIEWPORT);
  await page.evaluate(async (settings) => {
    const { simulator } = window;
    simulator.setPlatformAnswer('ask');
    simulator.setServerAnswer('success');
    simulator.setPhone('tall');
    for (const [name, id] of Object.entries(settings)) simulator.set(name, id);
    await simulator.ready;
    await simulator.startOver();
  }, choicesIn(SETTINGS).settings);
}

async function change(route, { code = '', app = {}, style = (css) => css }) {
  const response = await route.fetch();
  const project = await response.json();
  project.modules['app.js'] += `\n${code}`;
  Object.assign(project.app, app);
  for (const [path, css] of Object.entries(project.styles)) project.styles[path] = style(css, path);
  await route.fulfill({ response, json: project });
}

function listen(page) {
  const complaints = [];
  page.on('console', (message) => {
    if (COMPLAINTS.includes(message.type()) && !HINT.test(message.text()))
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(error.stack || error.message));
  page.on('requestfailed', (request) => {
    // A mini-program that is started anew takes its requests with it.
    if (request.failure().errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return complaints;
}

function verbs(page) {
  return {
    platform: (id) => page.evaluate((answer) => window.simulator.setPlatformAnswer(answer), id),
    server: (id) => page.evaluate((answer) => window.simulator.setServerAnswer(answer), id),
    /** @param {Record<string, string>} settings  setting → option */
    async set(settings) {
      for (const entry of Object.entries(settings))
        await page.evaluate(([name, id]) => window.simulator.set(name, id), entry);
      await page.evaluate(() => window.simulator.ready);
    },
    storage: () => page.evaluate(() => window.simulator.storage),
    state: () => page.evaluate(() => window.simulator.state),
    log: (kind) => page.evaluate((wanted) => window.simulator.log.filter((entry) => entry.kind === wanted), kind),
    /** Waits until the log has `count` entries of a kind. */
    logged: (kind, count = 1) =>
      page.waitForFunction(
        ([wanted, least]) => window.simulator.log.filter((entry) => entry.kind === wanted).length >= least,
        [kind, count],
      ),
  };
}
