/** The tests that every example has to pass. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { FLOWS } from './flows.mjs';
import { compiledExample } from './project.mjs';

/** The pages that the tests add to an example. */
export const pagesFor = (example) => fileURLToPath(new URL(`pages/${example}`, import.meta.url));

/** Builds an example once, and has a user visit it. `more` are tests of that framework alone. */
export function checkExample(example, more = {}) {
  checkFlows(`examples/${example}`, () => compiledExample(example, { with: [pagesFor(example)] }), {
    ...FLOWS,
    ...more,
  });
}

/** Has a user visit what `compile` gives. */
export function checkFlows(name, compile, flows) {
  test(name, async (t) => {
    const { folder, reported } = await compile();
    await t.test("WeChat's compiler has nothing to say", () => assert.deepEqual(reported, []));
    for (const [what, flow] of Object.entries(flows)) await t.test(what, () => flow(folder));
  });
}
