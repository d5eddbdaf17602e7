/** Which files are served: those of the code package, and what links in it lead to within it. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { brotliCompressSync } from 'node:zlib';

import { ask, copy, fixture, start } from './http.mjs';

const MEGABYTE = 1024 * 1024;
/** A link that is followed could lead through the whole machine, a pipe that is read is never at its end. */
const PATIENCE = 20_000;
const SECRET = 'module.exports = "not of the project";';

/** A project whose package holds links: path → target. A folder outside of it is `target`. */
async function startLinked(t, links) {
  const root = await copy(t, { 'secret.js': SECRET });
  const target = await mkdtemp(join(tmpdir(), 'elsewhere-'));
  t.after(() => rm(target, { recursive: true }));
  await writeFile(join(target, 'secret.js'), SECRET);
  for (const [path, to] of Object.entries(links(target))) await symlink(to, join(root, 'miniprogram', path));
  return { root, ...(await start(t, root)) };
}

const project = async (url) => (await ask(url, '/project.json')).text;

const waysOut = {
  'a file of another folder': [(target) => ({ 'link.js': join(target, 'secret.js') }), 'link.js'],
  'another folder': [(target) => ({ link: target }), 'link/secret.js'],
  'a file beside the package': [() => ({ 'link.js': '../secret.js' }), 'link.js'],
  'a link that leads out': [(target) => ({ link: target, 'second.js': 'link/secret.js' }), 'second.js'],
  'the root of the machine': [() => ({ link: '/' }), 'link/etc/hostname'],
};

for (const [what, [links, path]] of Object.entries(waysOut)) {
  test(`a link to ${what} is not followed, neither by its path nor in the project`, {
    timeout: PATIENCE,
  }, async (t) => {
    const { url } = await startLinked(t, links);
    assert.equal((await ask(url, `/package/${path}`)).status, 404);
    assert.equal((await project(url)).includes('not of the project'), false);
    assert.equal(JSON.parse(await project(url)).pages.length > 0, true);
  });
}

for (const [what, path] of [
  ['style sheet', 'app.wxss'],
  ['template', 'pages/index/index.wxml'],
  ['app.json', 'app.json'],
]) {
  test(`a ${what} that is a link out of the package is named, not read`, async (t) => {
    const { root, url } = await startLinked(t, () => ({}));
    await rm(join(root, 'miniprogram', path));
    await symlink(join(root, 'secret.js'), join(root, 'miniprogram', path));
    const { status, text } = await ask(url, '/project.json');
    assert.equal(status, 500);
    assert.deepEqual(JSON.parse(text), { error: `${path}: 代码包里没有这个文件` });
  });
}

test('a style sheet cannot import what is beside the package', async (t) => {
  const root = await copy(t, { 'secret.wxss': '.secret {}', 'miniprogram/app.wxss': '@import "../secret.wxss";' });
  const { url } = await start(t, root);
  assert.deepEqual(JSON.parse(await project(url)), { error: '../secret.wxss: 代码包里没有这个文件' });
});

test('a link within the package is followed', async (t) => {
  const { url } = await startLinked(t, () => ({ 'link.js': 'lib/names.js', folder: 'lib' }));
  const names = await readFile(join(fixture, 'miniprogram/lib/names.js'), 'utf8');
  assert.equal((await ask(url, '/package/link.js')).text, names);
  assert.equal((await ask(url, '/package/folder/names.js')).text, names);
  assert.equal(JSON.parse(await project(url)).modules['link.js'], names);
});

test('a project that is reached by a link is one', async (t) => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'link-'));
  t.after(() => rm(elsewhere, { recursive: true }));
  await symlink(await copy(t), join(elsewhere, 'project'));
  const { url } = await start(t, join(elsewhere, 'project'));
  assert.equal((await ask(url, '/package/app.js')).status, 200);
  assert.equal((await ask(url, '/project.json')).status, 200);
});

const HIDDEN = ['.env', '.git/config', 'lib/.hidden.js', 'lib/.deep/secret.js'];

test('hidden files are not served, nor what leads to them', async (t) => {
  const files = HIDDEN.map((path) => [`miniprogram/${path}`, SECRET]);
  const root = await copy(t, Object.fromEntries(files));
  await symlink('.env', join(root, 'miniprogram/env.js'));
  const { url } = await start(t, root);
  for (const path of [...HIDDEN, '%2eenv', 'env.js'])
    assert.equal((await ask(url, `/package/${path}`)).status, 404, path);
  assert.equal((await project(url)).includes('not of the project'), false);
});

const traversals = [
  '../../',
  '../',
  './../',
  '%2e%2e/',
  '%2e%2e/%2e%2e/',
  '%2E%2E%2F',
  '..%2f..%2f',
  '..%5c',
  '%2e%2e%5c',
  '..\\',
  'lib/../../',
  'lib/%2e%2e/%2e%2e/',
  '%252e%252e/',
  '..%00/',
  '....//',
  '/../',
  '%c0%ae%c0%ae/',
  '..;/',
];

for (const up of traversals) {
  test(`${up} does not lead out`, async (t) => {
    const { url } = await start(t, await copy(t, { 'secret.js': SECRET }));
    for (const path of [`/package/${up}secret.js`, `/${up}server.mjs`, `/${up}secret.js`]) {
      assert.match(String((await ask(url, path)).status), /^40[04]$/, path);
    }
  });
}

test('a path that goes up is refused, even within the package', async (t) => {
  const { url } = await start(t);
  for (const up of ['..', '%2e%2e', '.%2e'])
    assert.equal((await ask(url, `/package/lib/${up}/app.js`)).status, 404, up);
});

test('what is no file is not opened', {
  timeout: PATIENCE,
  skip: process.platform === 'win32' && 'no pipes by name',
}, async (t) => {
  const root = await copy(t);
  execFileSync('mkfifo', [join(root, 'miniprogram/pipe.txt')]);
  const { url } = await start(t, root);
  assert.equal((await ask(url, '/package/pipe.txt')).status, 404);
});

const types = {
  '/': 'text/html; charset=utf-8',
  '/phone.html': 'text/html; charset=utf-8',
  '/panel.css': 'text/css; charset=utf-8',
  '/host.js': 'text/javascript; charset=utf-8',
  '/project.json': 'application/json; charset=utf-8',
  '/package/app.json': 'application/json; charset=utf-8',
  '/package/app.js': 'text/javascript; charset=utf-8',
  '/package/lib/dot.svg': 'image/svg+xml',
  '/package/lib/empty.wasm': 'application/wasm',
  '/package/lib/empty.wasm.br': 'application/wasm',
  '/package/picture.png': 'image/png',
  '/package/picture.jpg': 'image/jpeg',
  '/package/some.wxs': 'application/octet-stream',
};

test('every file has its type, and none is kept', async (t) => {
  const files = ['picture.png', 'picture.jpg', 'some.wxs'].map((name) => [`miniprogram/${name}`, 'x']);
  const { url } = await start(t, await copy(t, Object.fromEntries(files)));
  for (const [path, type] of Object.entries(types)) {
    const { status, headers } = await ask(url, path, { headers: { 'if-none-match': '*', range: 'bytes=0-0' } });
    assert.deepEqual([status, headers['content-type'], headers['cache-control']], [200, type, 'no-store'], path);
  }
});

test('a compressed module comes as it was before, a file without bytes as it is', async (t) => {
  const { url } = await start(t, await copy(t, { 'miniprogram/empty.txt': '' }));
  const module = await readFile(join(fixture, 'miniprogram/lib/empty.wasm'));
  assert.deepEqual((await ask(url, '/package/lib/empty.wasm.br')).bytes, module);
  assert.deepEqual((await ask(url, '/package/lib/empty.wasm')).bytes, module);
  assert.deepEqual((await ask(url, '/package/empty.txt')).text, '');
});

test('a compressed module that breaks off is cut, not ended, and logged', async (t) => {
  const root = await copy(t);
  const packed = brotliCompressSync(randomBytes(MEGABYTE));
  await writeFile(join(root, 'miniprogram/half.wasm.br'), packed.subarray(0, MEGABYTE / 2));
  const { url, logged } = await start(t, root);
  await assert.rejects(ask(url, '/package/half.wasm.br'), { code: 'ECONNRESET' });
  assert.equal(logged.length, 1);
});

test('a compressed module that is broken is a fault that is logged', async (t) => {
  const { url, logged } = await start(t, await copy(t, { 'miniprogram/broken.wasm.br': 'not compressed' }));
  assert.equal((await ask(url, '/package/broken.wasm.br')).status, 500);
  assert.equal(logged.length, 1);
  assert.equal((await ask(url, '/package/nowhere.wasm.br')).status, 404);
});
