/**
 * A `true` that comes again, on a page that does not bind `close`: after a login its own flag is still true, and `login`
 * has rendered it anew.
 */
import assert from 'node:assert/strict';

import { ALLOWED } from '../support/realm/samples.mjs';
import { assertQuiet, open, SESSION } from './flows.mjs';
import { settled } from './runner/client.mjs';
import { Visit } from './runner/visit.mjs';

const UNBOUND = 'pages/unbound/unbound';

async function loggedIn(app, route = UNBOUND) {
  const visited = await Visit.start(app, route);
  await open(visited);
  await visited.ask(ALLOWED);
  await visited.answer(SESSION);
  assert.ok(await visited.closes());
  return visited;
}

/** Long enough for a sheet that opens. */
async function staysClosed(visited) {
  await settled(400);
  assert.equal(visited.isOpen, false);
  assertQuiet(visited);
}

/** @typedef {import('./runner/visit.mjs').App} App */

/** @type {Record<string, (app: App) => Promise<void>>} */
export const AGAIN = {
  async 'a page that keeps its flag true: rendered at once, the sheet stays closed'(app) {
    const visited = await loggedIn(app);
    assert.match(visited.text, /1/, 'it was rendered');
    await staysClosed(visited);
  },

  async 'a true after a false opens the sheet, a moment after it has closed'(app) {
    const visited = await loggedIn(app);
    await visited.tapPage('收回');
    await open(visited);
    assertQuiet(visited);
  },

  async 'a true after the page has hidden the sheet opens it'(app) {
    const visited = await Visit.start(app, UNBOUND);
    await open(visited);
    await visited.tapPage('收回');
    assert.ok(await visited.closes());
    await open(visited);
    assertQuiet(visited);
  },
};

/** Where a framework gives a component the same value once more. */
export const GIVEN_AGAIN = {
  async 'a page that keeps its flag true: rendered two seconds later, the sheet opens again'(app) {
    const visited = await loggedIn(app);
    await settled(2000);
    await visited.tapPage('重新渲染');
    assert.ok(await visited.opens(), 'this is the limit of what a component can know');
  },
};

/** Where a framework gives a component only what has changed. */
export const GIVEN_ONCE = {
  async 'a page that keeps its flag true: rendered two seconds later, the sheet stays closed'(app) {
    const visited = await loggedIn(app);
    await settled(2000);
    await visited.tapPage('重新渲染');
    assert.match(visited.text, /2/, 'it was rendered');
    await staysClosed(visited);
  },

  async 'a page that keeps its flag true: its button does not open the sheet a second time'(app) {
    const visited = await loggedIn(app);
    await visited.tapPage('手机号登录');
    await staysClosed(visited);
  },
};
