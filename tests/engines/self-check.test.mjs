/** The self-check in every engine, and that what it checks is what these tests check. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { backends, conditions, OF_OLD_CLIENTS } from '../support/engines/conditions.mjs';
import { engines } from '../support/engines/engines.mjs';
import { counts, selfCheckScript } from '../support/engines/script.mjs';
import { selfCheckFiles } from '../support/engines/self-check.mjs';
import { damagedModule, PAGE } from '../support/self-check/project.mjs';

/** What the page makes of a client with each backend. */
const VERDICTS = { wasm: 'passed', js: 'usable' };

for (const [path, content] of Object.entries(selfCheckFiles())) {
  test(`${path.split(/[\\/]/).at(-1)} of the self-check is made of these checks`, () => {
    assert.ok(readFileSync(path, 'utf8') === content, `${path} is not current: run \`npm run docs\``);
  });
}

for (const { name, open } of engines) {
  test(name, async (t) => {
    const engine = await open();
    t.after(() => engine.close());
    for (const backend of backends) {
      await t.test(`says ${VERDICTS[backend]} of a client with ${backend}`, async () => {
        const { text } = await shown(engine, { backend });
        const all = Object.entries(counts).map(([kind, count]) => `${kind} ${count}/${count}`);
        assert.match(text, new RegExp(`^verdict: ${VERDICTS[backend]}$`, 'm'));
        assert.match(text, new RegExp(`^${backend}: passed$`, 'm'));
        assert.ok(text.includes(`\n${backend} checks: ${all.join(', ')}\n`), text);
        assert.match(text, new RegExp(`^${backend} event: \\d+ us$`, 'm'), 'it measures');
      });
    }
    await t.test('names a trap', async () => {
      const { text, lines } = await shown(engine, { backend: 'wasm' }, damagedModule('trap'));
      assert.match(text, /^verdict: failed$[^]*^wasm: trap$[^]*^wasm trap: .*unreachable/im);
      assert.equal(lines[0], 'WebAssembly 模块运行出错，没有做完检查。');
    });
  });
}

for (const name of OF_OLD_CLIENTS) {
  test(`${name}, as old as can be: it passes, and says what the client lacks`, async (t) => {
    const engine = await engines.find((one) => one.name === name).open();
    t.after(() => engine.close());
    const { text } = await shown(engine, { ...conditions['as old as can be'], backend: 'wasm' });
    assert.match(text, /^verdict: passed$/m);
    assert.match(text, /^base library: 2\.13\.0 /m);
    assert.match(text, /; promises task; /);
    assert.match(text, /^ {2}confirmed globals-that-may-lack: no BigInt FinalizationRegistry WeakRef$/m);
  });
}

/** What the page shows on a client of an engine. */
async function shown(engine, condition, module) {
  const data = JSON.parse(await engine.run(selfCheckScript(condition, { page: PAGE, module })));
  assert.equal(data.failed, undefined);
  return data;
}
