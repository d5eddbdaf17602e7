/** What is in the tarball that npm would publish. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
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

/** A new native mini-program's own files; the rest of it is in the other folders. */
const NATIVE = [
  'project.config.json',
  ...['app.js', 'app.json', 'app.wxss', 'sitemap.json'].map((name) => `miniprogram/${name}`),
  ...['js', 'json', 'wxml', 'wxss'].map((type) => `miniprogram/pages/login/login.${type}`),
];

test('the tarball holds what is copied, the command that copies it and what every package has, and nothing else', () => {
  const expected = [
    ...['CHANGELOG.md', 'LICENSE', 'README.md', 'THIRD-PARTY-NOTICES', 'package.json'],
    ...['taro.d.ts', 'vue.d.ts', 'miniprogram_dist/index.js'],
    ...committed('miniprogram/components', 'miniprogram/phone-login').map((path) => path.replace(/^\w+/, '$&_dist')),
    ...committed('cloudfunctions'),
    ...committed('pkg/bin', 'pkg/uni_modules').map((path) => path.replace('pkg/', '')),
    ...NATIVE.map((path) => `starters/native/${path}`),
    ...starterLike('taro', 'examples/taro-react'),
    ...starterLike('uni-app', 'examples/uni-app'),
    ...['types/taro.d.ts', 'types/vue.d.ts'],
  ];
  assert.deepEqual(names, expected.sort());
});

/** The files of a new project that is like an example. */
function starterLike(framework, example) {
  const files = committed(example).map((path) => path.slice(example.length + 1));
  const own = [...files, 'gitignore', 'project.config.json'].filter((path) => path !== 'package-lock.json');
  return [...new Set(own)].map((path) => `starters/${framework}/${path}`);
}

/** The files of folders that are in git. */
function committed(...folders) {
  return execFileSync('git', ['ls-files', ...folders], { cwd: root, encoding: 'utf8' })
    .trim()
    .split('\n');
}

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
  const { name, version, description, license, keywords, main, types, miniprogram, bin } = manifest;
  assert.equal(name, 'wx-phone-login');
  assert.match(version, /^\d+\.\d+\.\d+$/);
  assert.equal(license, 'MIT');
  assert.ok(description && keywords.length);
  for (const path of [main, types, miniprogram, bin['wx-phone-login']])
    assert.ok(existsSync(join(installed, path)), path);
  const forbidden = ['private', 'dependencies', 'devDependencies', 'peerDependencies'];
  assert.deepEqual(
    forbidden.filter((key) => key in manifest),
    [],
  );
  assert.deepEqual(Object.keys(manifest.scripts), ['prepack']);
});

/** Of a machine, of a registry other than npm's own, of a name that somebody has on their computer. */
const MACHINES =
  /\/(?:root|home|tmp|work|Users|private|var\/folders)\/[\w.@-]+|[A-Z]:\\\\?Users|https?:\/\/(?!registry\.npmjs\.org\/)[\w.-]*(?:registry|npm|mirror)[\w.-]*(?::\d+)?\//;

test('no file names a place on the machine that built it, or another registry', () => {
  assert.match('at /root/project', MACHINES);
  assert.match('https://registry.example.com/', MACHINES);
  const found = names.flatMap((name) => {
    const [text] = readFileSync(join(installed, name), 'latin1').match(MACHINES) ?? [];
    return text ? [`${name}: ${text}`] : [];
  });
  assert.deepEqual(found, []);
});
