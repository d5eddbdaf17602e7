import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { budgets, builtSizes, excesses } from '../../scripts/build/budgets.mjs';
import { root } from '../../scripts/command.mjs';
import { filesBelow } from '../../scripts/files.mjs';

const folder = join(root, 'miniprogram', 'phone-login');
const COMPONENTS = ['login-popup-system', 'phone-login-button'];
const glue = readFileSync(join(folder, 'wx_phone_login_bg.js'), 'utf8');

test('what is built fits budgets.json', () => {
  assert.deepEqual(excesses(), []);
});

test('what is over its budget is named, with both figures', () => {
  const sizes = { ...builtSizes(), 'wx_phone_login_bg.wasm': { raw: 1, brotli: 1e6 } };
  const [module, all, ...others] = excesses(sizes, 2e6);
  assert.match(module, /^wx_phone_login_bg\.wasm: 1000000 bytes brotli, \d+ are allowed$/);
  assert.match(all, /^what is loaded: 2000000 bytes brotli, \d+ are allowed$/);
  assert.deepEqual(others, []);
});

test('the glue written by hand fits its budget', () => {
  const selfCheck = join(root, 'miniprogram', 'pages', 'selfcheck'); // No user loads it.
  const written = filesBelow(join(root, 'miniprogram')).filter(
    (path) =>
      /\.js$/.test(path) &&
      !/(_bg|_fallback|hints|not-loaded|loading-view|texts-\w+)\.js$/.test(path) &&
      !path.startsWith(selfCheck),
  );
  const lines = written.map((path) => readFileSync(path, 'utf8').split('\n').length - 1);
  const total = lines.reduce((sum, count) => sum + count);
  assert.ok(written.length >= 6, 'the files are found');
  assert.ok(total <= budgets.handWrittenLines, `${total} lines`);
});

test('no file of the package names a path of the machine that built it', () => {
  const files = filesBelow(join(root, 'pkg'));
  assert.ok(files.some((path) => path.endsWith('.wasm')));
  for (const path of files) {
    // A closing tag is no path, though a home may be called as the tag is.
    const text = readFileSync(path, 'latin1').replaceAll('</root-portal>', '');
    for (const place of [root, homedir(), '.cargo/registry']) assert.ok(!text.includes(place), `${path}: ${place}`);
  }
});

test('the glue needs nothing that a phone lacks while it is being evaluated', () => {
  for (const name of ['WebAssembly', 'fetch', 'import.meta', 'URL(']) assert.ok(!glue.includes(name), name);
});

test('the package holds what the mini-program holds', () => {
  for (const part of ['phone-login', ...COMPONENTS.map((name) => join('components', name))]) {
    const sources = filesBelow(join(root, 'miniprogram', part));
    const packaged = join(root, 'pkg', 'miniprogram_dist', part);
    assert.equal(filesBelow(packaged).length, sources.length);
    for (const path of sources) {
      const copy = path.replace(join(root, 'miniprogram'), join(root, 'pkg', 'miniprogram_dist'));
      assert.deepEqual(readFileSync(copy), readFileSync(path), copy);
    }
  }
});

/** "| `file` | 6.2 KB |" of a page, as `[file, 6.2]`. */
function sizesIn(document) {
  const rows = readFileSync(join(root, document), 'utf8').matchAll(/^\| `(wx_phone_login_\S+)` \| ([\d.]+) KB \|/gm);
  return [...rows].map(([, file, size]) => [file, Number(size)]);
}

for (const document of ['docs/guide/install.md', 'docs/guide/install.zh-CN.md']) {
  test(`${document} gives the sizes of the built files to a kilobyte`, () => {
    const sizes = sizesIn(document);
    assert.equal(sizes.length, 3);
    for (const [file, size] of sizes) {
      const { length } = readFileSync(join(folder, file));
      assert.ok(Math.abs(length / 1000 - size) < 1, `${file}: ${size} KB, and it has ${length} bytes`);
    }
  });
}
