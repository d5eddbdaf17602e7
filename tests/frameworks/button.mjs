/** What has to go well on the page with the button that stands on it by itself, whatever framework it is written in. */
import assert from 'node:assert/strict';

import { ALLOWED, CODE, DENIED, MASKED } from '../support/realm/samples.mjs';
import { assertQuiet, SESSION, TOKEN } from './flows.mjs';
import { until } from './runner/client.mjs';
import { urlOf, Visit } from './runner/visit.mjs';

const BUTTON = 'pages/button/button';

/** The page of a compiled example; its box is not ticked. */
async function visit(app) {
  const visited = await Visit.start(app, BUTTON);
  assert.ok(await visited.opens(), 'the button is on the page');
  return visited;
}

const navigations = ({ asked }) => asked.navigations;

/** @type {Record<string, (app: import('./runner/visit.mjs').App) => Promise<void>>} */
export const BUTTON_FLOWS = {
  async 'the button: tick the box, refuse, log in otherwise, allow: the page gets the session, and can ask again'(app) {
    const visited = await visit(app);
    const { asked } = visited;
    assert.equal(visited.asksWeChat, false, 'nobody has agreed yet');
    await visited.tick(true);
    await visited.ask(DENIED);
    assert.ok(await until(() => visited.button('other-login')), 'another way is offered after a refusal');
    await visited.tap('other-login');
    await until(() => asked.navigations.length);
    assert.deepEqual(navigations(visited), [urlOf(app, 'pages/sms/sms')]);

    await visited.ask(ALLOWED);
    await until(() => asked.calls.length);
    assert.deepEqual(
      asked.calls.map(({ name, data }) => [name, data.code]),
      [['phoneLogin', CODE]],
    );
    await visited.answer(SESSION);
    assert.ok(await until(() => asked.storage.get('session') === TOKEN), 'the page gets the token by `login`');
    assert.ok(await until(() => visited.text.includes(MASKED)), 'the page shows the masked number');
    assert.ok(await until(() => visited.asksWeChat), 'the next tap asks again');
    assert.deepEqual([asked.calls.length, navigations(visited).length], [1, 1], 'nothing else was heard');
    assertQuiet(visited);
  },

  async 'the button goes by the box of the page'(app) {
    const visited = await visit(app);
    await visited.tick(true);
    assert.ok(await until(() => visited.asksWeChat));
    await visited.tick(false);
    assert.ok(await until(() => !visited.asksWeChat), 'the tick is gone');
    assertQuiet(visited);
  },

  async 'the button: who has not ticked the box agrees below the list, and is logged in'(app) {
    const visited = await visit(app);
    await visited.tap('allow');
    assert.ok(await until(() => visited.button('allow').$$.textContent.includes('同意并继续')));
    await visited.ask(ALLOWED);
    await visited.answer(SESSION);
    assert.ok(await until(() => visited.asked.storage.get('session') === TOKEN));
    assertQuiet(visited);
  },
};
