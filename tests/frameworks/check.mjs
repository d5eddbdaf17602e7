/** The tests that every example has to pass. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { FLOWS } from './flows.mjs';
import { compiledExample } from './project.mjs';

/** The pages that the tests add to an example. */
const pagesFor = (example) => fileURLToPath(new URL(`pages/${example}`, import.meta.url));

/** Builds an example once, and has a user visit it. `more` are tests of that framework alone. */
export function checkExample(example, more = {}) {
  test(`examples/${example}`, async (t) => {
    const { folder, reported } = await compiledExample(example, { with: [pagesFor(example)] });
    await t.test("WeChat's compiler has nothing to say", () => assert.deepEqual(reported, []));
    for (const [name, flow] of Object.entries({ ...FLOWS, ...more })) await t.test(name, () => flow(folder));
  });
}
