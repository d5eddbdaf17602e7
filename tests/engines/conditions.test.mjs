/** The same checks where a client lacks something, or does it otherwise, in the engines of clients that can be old. */
import { test } from 'node:test';

import { backends, conditions, OF_OLD_CLIENTS } from '../support/engines/conditions.mjs';
import { engines } from '../support/engines/engines.mjs';
import { assertPasses } from './report.mjs';

for (const name of OF_OLD_CLIENTS) {
  test(name, async (t) => {
    const engine = await engines.find((one) => one.name === name).open();
    t.after(() => engine.close());
    for (const [what, condition] of Object.entries(conditions)) {
      for (const backend of condition.backend ? [condition.backend] : backends) {
        await t.test(`${backend} ${what}`, () => assertPasses(engine, { ...condition, backend }));
      }
    }
  });
}
