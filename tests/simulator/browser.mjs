import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';

import { launchChromium } from '../../simulator/chromium.mjs';
import { startSimulator } from '../../simulator/server.mjs';

/** The repository, whose mini-program and cloud functions are the ones under test. */
export const repository = fileURLToPath(new URL('../../', import.meta.url));

const VIEWPORT = { width: 1440, height: 1040 };
const PATIENCE = 10_000;
const COMPLAINTS = ['error', 'warning'];

/**
 * @typedef {object} Options
 * @property {string} [code]      runs at the end of the mini-program's app.js
 * @property {object} [app]       goes over the mini-program's app.json
 * @property {RegExp} [expected]  complaints that do not fail the test
 * @property {boolean} [hasTouch]  whether the screen is touched
 */

/**
 * A simulator and a browser for the tests of one file.
 *
 * @param {import('node:test').TestContext | typeof import('node:test')} suite  has `before` and `after`
 * @param {string} [root]
 * @returns {{ open(t: import('node:test').TestContext, options?: Options): Promise<Stage> }}
 */
export function stage({ before, after }, root = repository) {
  let simulator;
  let browser;
  before(async () => {
    [simulator, browser] = await Promise.all([startSimulator({ port: 0, root, log: console.error }), launchChromium()]);
  });
  after(async () => {
    await Promise.all([simulator?.close(), browser?.close()]);
  });
  return { open: (t, options) => open(t, browser, simulator.url, options) };
}

/** @typedef {Awaited<ReturnType<typeof open>>} Stage */

/**
 * Opens the simulator on a phone that has never seen the mini-program. The test fails if anything complains in the
 * console, throws, or asks for what is not there.
 */
async function open(t, browser, url, { code, app, expected, hasTouch } = {}) {
  const context = await browser.newContext({ viewport: VIEWPORT, hasTouch });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const complaints = listen(page);
  t.after(async () => {
    await context.close();
    assert.deepEqual(complaints.filter((text) => !expected?.test(text)), []);
  });
  if (code || app) await page.route('**/project.json', (route) => change(route, code, app));
  await page.goto(url);
  await page.waitForFunction(() => window.simulator?.ready);
  await page.evaluate(() => window.simulator.ready.catch(() => undefined));
  return { page, phone: page.frameLocator('#page-frame'), url, ...verbs(page) };
}

async function change(route, code = '', app = {}) {
  const response = await route.fetch();
  const project = await response.json();
  project.modules['app.js'] += `\n${code}`;
  Object.assign(project.app, app);
  await route.fulfill({ response, json: project });
}

function listen(page) {
  const complaints = [];
  page.on('console', (message) => {
    if (COMPLAINTS.includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(error.stack));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return complaints;
}

function verbs(page) {
  return {
    platform: (id) => page.evaluate((answer) => window.simulator.setPlatformAnswer(answer), id),
    server: (id) => page.evaluate((answer) => window.simulator.setServerAnswer(answer), id),
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
