import { fileURLToPath } from 'node:url';

import { launchChromium } from '../../scripts/chromium.mjs';
import { startSimulator } from '../../simulator/server.mjs';
import { show } from '../../simulator/states/show.mjs';

/** The repository, whose mini-program is the one under test unless a test brings another. */
export const repository = fileURLToPath(new URL('../../', import.meta.url));

/**
 * A server and a browser for the tests of one file.
 *
 * @param {{ before: Function, after: Function }} hooks  of node:test
 * @param {string} [root]
 * @returns a function that shows a state on a phone of its own
 */
export function stage({ before, after }, root = repository) {
  let simulator;
  let browser;
  before(async () => {
    [simulator, browser] = await Promise.all([startSimulator({ port: 0, root, log: console.error }), launchChromium()]);
  });
  after(() => Promise.all([simulator?.close(), browser?.close()]));

  return async (t, state, options) => {
    const phone = await show(browser, simulator.url, state, options);
    t.after(() => phone.close());
    return phone;
  };
}
