/** What was compiled is taken from the cache only where nothing differs that it was compiled from. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { temporaryFolder } from '../support/wechat-compiler/compiler.mjs';
import { kept } from './kept.mjs';

/** A project of one file, and a compiler that copies it. */
function stage() {
  const [project, cache] = [temporaryFolder(), temporaryFolder()];
  const write = (text) => writeFileSync(join(project, 'page.js'), text);
  const made = { count: 0, reported: [] };
  const make = async () => {
    made.count += 1;
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'pages'));
    writeFileSync(join(folder, 'pages', 'page.js'), readFileSync(join(project, 'page.js')));
    return { folder, reported: made.reported };
  };
  const ask = async (tools = ['1.0']) => {
    const { folder } = await kept({ cache, name: 'example', inputs: { project, paths: ['page.js'], tools }, make });
    return readFileSync(join(folder, 'pages', 'page.js'), 'utf8');
  };
  return { write, ask, made };
}

test('the same is compiled once', async () => {
  const { write, ask, made } = stage();
  write('old');
  assert.deepEqual([await ask(), await ask(), made.count], ['old', 'old', 1]);
});

test('another text in a file, or another tool, is compiled anew', async () => {
  const { write, ask, made } = stage();
  write('old');
  await ask();
  write('new');
  assert.equal(await ask(), 'new');
  await ask(['1.1']);
  assert.equal(made.count, 3);
});

test('what the compiler has complained of is compiled anew', async () => {
  const { write, ask, made } = stage();
  write('old');
  made.reported = ['error'];
  await ask();
  await ask();
  assert.equal(made.count, 2);
});
