import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';

import { root } from '../../scripts/command.mjs';
import { filesBelow } from '../../scripts/files.mjs';

const folder = join(root, 'miniprogram', 'phone-login');
const wasm = readFileSync(join(folder, 'wx_phone_login_bg.wasm'));
const glue = readFileSync(join(folder, 'wx_phone_login_bg.js'), 'utf8');

const KB = 1024;
// 720 lines: the glue also holds what retry, consent and a component that leaves ask of the platform, finds the module
// in an app it does not know, and goes on after the module failed.
const budget = { wasm: 42 * KB, brotli: 18.5 * KB, lines: 720 };

test('the module fits its budget', () => {
  assert.ok(wasm.length <= budget.wasm, `${wasm.length} bytes`);
  const compressed = brotliCompressSync(wasm).length;
  assert.ok(compressed <= budget.brotli, `${compressed} bytes with brotli`);
});

test('the glue written by hand fits its budget', () => {
  const written = filesBelow(join(root, 'miniprogram')).filter((path) => /\.js$/.test(path) && !/(_bg|_fallback|hints)\.js$/.test(path));
  const lines = written.map((path) => readFileSync(path, 'utf8').split('\n').length - 1);
  const total = lines.reduce((sum, count) => sum + count);
  assert.ok(written.length >= 6, 'the files are found');
  assert.ok(total <= budget.lines, `${total} lines`);
});

test('no file of the package names a path of the machine that built it', () => {
  const files = filesBelow(join(root, 'pkg'));
  assert.ok(files.some((path) => path.endsWith('.wasm')));
  for (const path of files) {
    const text = readFileSync(path, 'latin1');
    for (const place of [root, homedir(), '.cargo/registry']) assert.ok(!text.includes(place), `${path}: ${place}`);
  }
});

test('the glue needs nothing that a phone lacks while it is being evaluated', () => {
  for (const name of ['WebAssembly', 'fetch', 'import.meta', 'URL(']) assert.ok(!glue.includes(name), name);
});

test('the package holds what the mini-program holds', () => {
  for (const part of ['phone-login', join('components', 'login-popup-system')]) {
    const sources = filesBelow(join(root, 'miniprogram', part));
    const packaged = join(root, 'pkg', 'miniprogram_dist', part);
    assert.equal(filesBelow(packaged).length, sources.length);
    for (const path of sources) {
      const copy = path.replace(join(root, 'miniprogram'), join(root, 'pkg', 'miniprogram_dist'));
      assert.deepEqual(readFileSync(copy), readFileSync(path), copy);
    }
  }
});
