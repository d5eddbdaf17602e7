import assert from 'node:assert/strict';

import { GIVEN_AGAIN } from './again.mjs';
import { checkExample } from './check.mjs';
import { assertQuiet, open } from './flows.mjs';
import { settled, until } from './runner/client.mjs';
import { Visit } from './runner/visit.mjs';

/** @type {Record<string, (app: import('./runner/visit.mjs').App) => Promise<void>>} */
const BARE = {
  async 'the native tag without the wrapper: its v-model follows, but the sheet does not open a second time'(app) {
    const visited = await Visit.start(app, 'pages/bare/bare');
    await open(visited);
    await visited.dismiss();
    assert.ok(await visited.closes());
    assert.ok(await until(() => visited.text.includes('收起')), 'the page knows that it has closed');
    await visited.tapPage('手机号登录');
    await settled(400);
    // uni-app gives the component the true alone: it was false before, so nothing is new in the false of the page.
    assert.equal(visited.isOpen, false, 'this is why there is a wrapper');
    assertQuiet(visited);
  },
};

checkExample('examples/uni-app', { example: 'uni-app', more: { ...GIVEN_AGAIN, ...BARE } });
