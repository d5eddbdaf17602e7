import assert from 'node:assert/strict';

import { GIVEN_AGAIN } from './again.mjs';
import { checkExample } from './check.mjs';
import { assertQuiet, open } from './flows.mjs';
import { until } from './runner/client.mjs';
import { Visit } from './runner/visit.mjs';

/** @type {Record<string, (app: import('./runner/visit.mjs').App) => Promise<void>>} */
const BARE = {
  async 'the native tag without the wrapper: its v-model follows, and the sheet opens again each time'(app) {
    const visited = await Visit.start(app, 'pages/bare/bare');
    for (const time of ['first', 'second', 'third']) {
      await open(visited);
      await visited.dismiss();
      assert.ok(await visited.closes(), `${time} time`);
      // uni-app sets no property of a component that has the value already: of this false the component sees nothing.
      assert.ok(await until(() => visited.text.includes('收起')), 'the page knows that it has closed');
    }
    assertQuiet(visited);
  },
};

checkExample('examples/uni-app', { example: 'uni-app', more: { ...GIVEN_AGAIN, ...BARE } });
