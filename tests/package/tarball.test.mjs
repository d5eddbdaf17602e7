/** What is in the tarball that npm would publish. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';

import { root } from '../../scripts/command.mjs';
import { filesBelow } from '../../scripts/files.mjs';
import { installedIn, installIntoConsumer, published } from './installed.mjs';

const installed = installedIn(installIntoConsumer());
const names = filesBelow(installed).map((path) => relative(installed, path));
const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));

const COMPONENTS = ['login-popup-system', 'phone-login-button'];

/** Whoever uses the package names these, or a phone loads them. */
const KNOWN = [
  'miniprogram_dist/index.js',
  ...COMPONENTS.flatMap((name) =>
    ['js', 'json', 'wxml', 'wxss'].map((type) => `miniprogram_dist/components/${name}/${name}.${type}`),
  ),
  ...['index.js', 'index.d.ts'].map((name) => `miniprogram_dist/phone-login/${name}`),
  ...['bg.js', 'bg.wasm', 'fallback.js'].map((name) => `miniprogram_dist/phone-login/wx_phone_login_${name}`),
];

test('the tarball holds the components, the module and what every package has, and nothing else', () => {
  const sources = join(root, 'miniprogram');
  const folders = [...COMPONENTS.map((name) => join('components', name)), 'phone-login'];
  const parts = folders.flatMap((folder) => filesBelow(join(sources, folder)));
  const expected = [
    'LICENSE',
    'README.md',
    'THIRD-PARTY-NOTICES',
    'package.json',
    'taro.d.ts',
    'vue.d.ts',
    'uni_modules/wx-phone-login/package.json',
    'uni_modules/wx-phone-login/components/phone-login/phone-login.vue',
    'miniprogram_dist/index.js',
    ...parts.map((path) => join('miniprogram_dist', relative(sources, path))),
  ];
  assert.deepEqual(names, expected.sort());
});

test('what others name is in it, and is not empty', () => {
  for (const name of KNOWN) {
    assert.ok(names.includes(name), name);
    assert.ok(statSync(join(installed, name)).size > 0, name);
  }
});

test('every file is as it was built', () => {
  for (const name of names) {
    assert.deepEqual(readFileSync(join(installed, name)), readFileSync(join(published, name)), name);
  }
});

test('package.json says what npm and DevTools ask for, and runs nothing where it is installed', () => {
  const { name, version, description, license, keywords, main, types, miniprogram } = manifest;
  assert.equal(name, 'wx-phone-login');
  assert.match(version, /^\d+\.\d+\.\d+$/);
  assert.equal(license, 'MIT');
  assert.ok(description && keywords.length);
  for (const path of [main, types, miniprogram]) assert.ok(existsSync(join(installed, path)), path);
  const forbidden = ['private', 'dependencies', 'devDependencies', 'peerDependencies', 'bin'];
  assert.deepEqual(
    forbidden.filter((key) => key in manifest),
    [],
  );
  assert.deepEqual(Object.keys(manifest.scripts), ['prepack']);
});
