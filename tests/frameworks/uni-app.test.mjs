/** uni-app gives a native component all its properties again whenever one of them changes. */
import assert from 'node:assert/strict';

import { ALLOWED } from '../support/realm/samples.mjs';
import { checkExample } from './check.mjs';
import { assertQuiet, open, SESSION } from './flows.mjs';
import { settled } from './runner/client.mjs';
import { Visit } from './runner/visit.mjs';

/** A page that does not bind `close`, after a login: its flag is still true, and `login` has rendered it anew. */
async function loggedInUnbound(folder) {
  const visited = await Visit.start(folder, 'pages/unbound/unbound');
  await open(visited);
  await visited.ask(ALLOWED);
  await visited.answer(SESSION);
  return visited;
}

checkExample('uni-app', {
  async 'a page that keeps its flag true: rendered at once, the sheet stays closed'(folder) {
    const visited = await loggedInUnbound(folder);
    assert.ok(await visited.isClosed());
    await settled(400);
    assert.equal(visited.isOpen, false);
    assertQuiet(visited);
  },

  async 'a page that keeps its flag true: rendered two seconds later, the sheet opens again'(folder) {
    const visited = await loggedInUnbound(folder);
    await settled(2000);
    await visited.tapPage('重新渲染');
    assert.equal(visited.isOpen, true, 'this is the limit of what a component can know');
  },

  async 'a true after a false opens the sheet, a moment after it has closed'(folder) {
    const visited = await loggedInUnbound(folder);
    await visited.tapPage('收回');
    await open(visited);
    assertQuiet(visited);
  },
});
