/** The tests that every example has to pass. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { AGAIN } from './again.mjs';
import { BUTTON_FLOWS } from './button.mjs';
import { FLOWS } from './flows.mjs';
import { compiledExample } from './project.mjs';
import { WITHOUT_WASM } from './wasm.mjs';

/** The pages that the tests add to an example. */
export const pagesFor = (example) => fileURLToPath(new URL(`pages/${example}`, import.meta.url));

/** What has to go well in every mini-program, whatever it is written in. */
export const ALL_FLOWS = { ...FLOWS, ...BUTTON_FLOWS, ...AGAIN, ...WITHOUT_WASM };

/**
 * Builds an example once, and has a user visit it.
 *
 * @param {string} name
 * @param {object} options
 * @param {string} options.example
 * @param {(project: string) => void} [options.change]  what a developer changes in it
 * @param {Record<string, (app: import('./runner/visit.mjs').App) => Promise<void>>} [options.more]
 */
export function checkExample(name, { example, change, more = {} }) {
  const pages = [pagesFor(example)].filter(existsSync);
  checkFlows(name, () => compiledExample(example, { with: pages, change }), { ...ALL_FLOWS, ...more });
}

/** Has a user visit what `compile` gives; `root` is that of the subpackage with the pages. */
export function checkFlows(name, compile, flows, root = '') {
  test(name, async (t) => visitCompiled(t, await compile(), flows, root));
}

/** Each flow is a test of its own. */
export async function visitCompiled(t, { folder, reported }, flows, root = '') {
  await t.test("WeChat's compiler has nothing to say", () => assert.deepEqual(reported, []));
  for (const [what, flow] of Object.entries(flows)) await t.test(what, () => flow({ folder, root }));
}
