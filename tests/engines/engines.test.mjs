/** Everything that is checked in an engine, in every engine, as wasm and as JavaScript. */
import { test } from 'node:test';

import { backends } from '../support/engines/conditions.mjs';
import { engines } from '../support/engines/engines.mjs';
import { assertPasses } from './report.mjs';

for (const { name, open } of engines) {
  test(name, async (t) => {
    const engine = await open();
    t.after(() => engine.close());
    t.diagnostic(engine.version);
    for (const backend of backends) await t.test(`as ${backend}`, () => assertPasses(engine, { backend }));
  });
}
