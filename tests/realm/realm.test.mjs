import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Phone } from '../support/realm/phone.mjs';

const ABSENT = [
  'AbortController',
  'Atomics',
  'BigInt',
  'Blob',
  'Buffer',
  'FinalizationRegistry',
  'Proxy',
  'Request',
  'SharedArrayBuffer',
  'TextDecoder',
  'TextEncoder',
  'URL',
  'URLSearchParams',
  'WeakRef',
  'WebAssembly',
  'Worker',
  'XMLHttpRequest',
  'atob',
  'btoa',
  'crypto',
  'document',
  'eval',
  'exports',
  'fetch',
  'global',
  'importScripts',
  'location',
  'module',
  'navigator',
  'performance',
  'process',
  'queueMicrotask',
  'require',
  'self',
  'setImmediate',
  'structuredClone',
  'window',
];

const LANGUAGE = [
  'Array',
  'ArrayBuffer',
  'Boolean',
  'DataView',
  'Date',
  'Error',
  'EvalError',
  'Float32Array',
  'Float64Array',
  'Function',
  'Infinity',
  'Int16Array',
  'Int32Array',
  'Int8Array',
  'Intl',
  'JSON',
  'Map',
  'Math',
  'NaN',
  'Number',
  'Object',
  'Promise',
  'RangeError',
  'ReferenceError',
  'Reflect',
  'RegExp',
  'Set',
  'String',
  'Symbol',
  'SyntaxError',
  'TypeError',
  'URIError',
  'Uint16Array',
  'Uint32Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'WeakMap',
  'WeakSet',
  'decodeURI',
  'decodeURIComponent',
  'encodeURI',
  'encodeURIComponent',
  'escape',
  'globalThis',
  'isFinite',
  'isNaN',
  'parseFloat',
  'parseInt',
  'undefined',
  'unescape',
];

const PLATFORM = [
  'App',
  'Behavior',
  'Component',
  'Page',
  'WXWebAssembly',
  'clearTimeout',
  'console',
  'getApp',
  'getCurrentPages',
  'setTimeout',
  'wx',
];

const { realm } = new Phone({ backend: 'wasm' });

for (const name of ABSENT) {
  test(`the realm has no ${name}`, () => {
    assert.equal(realm.run(`typeof ${name}`), 'undefined');
    assert.equal(realm.run(`${JSON.stringify(name)} in globalThis`), false);
  });
}

test('the realm has the language and the platform and nothing else', () => {
  const names = realm.run('Object.getOwnPropertyNames(globalThis)');
  assert.deepEqual([...names].sort(), [...LANGUAGE, ...PLATFORM].sort());
});

test('text does not become code', () => {
  assert.throws(() => realm.run('new Function("return 1")'), { name: 'EvalError' });
  assert.throws(() => realm.run('(() => {}).constructor("return 1")'), { name: 'EvalError' });
});

test('a script has no import.meta', () => {
  assert.throws(() => realm.run('import.meta'), { name: 'SyntaxError' });
});

test('a method newer than the oldest supported phone is missing', () => {
  for (const method of ['[].at', '"".replaceAll', 'Object.hasOwn', 'Promise.any']) {
    assert.equal(realm.run(`typeof ${method}`), 'undefined', method);
  }
});

const path = '/phone-login/wx_phone_login_bg.wasm';
const refused = [
  ['bytes', ({ files }) => files.read(path)],
  ['a module', ({ files }) => new WebAssembly.Module(files.read(path))],
  ['a URL', () => `https://example.com${path}`],
  ['a missing file', () => '/phone-login/other.wasm'],
  ['a file that is no module', () => '/phone-login/index.js'],
  ['a file outside of the package', () => '../pkg/miniprogram_dist/phone-login/wx_phone_login_bg.wasm'],
  ['nothing', () => undefined],
];

for (const [name, given] of refused) {
  test(`WXWebAssembly refuses ${name}`, async () => {
    const phone = new Phone();
    await assert.rejects(phone.wasm.global.instantiate(given(phone), {}), /instantiate:fail/);
  });
}

test('the module in the package needs only the imports of its own glue', async () => {
  const phone = new Phone();
  const glue = phone.require('/phone-login/wx_phone_login_bg')();
  for (const rooted of [path, path.slice(1)]) {
    const { instance } = await phone.wasm.global.instantiate(rooted, { './wx_phone_login_bg.js': glue });
    assert.equal(typeof instance.exports.classify, 'function');
  }
});

test('every hand-written file of the mini-program evaluates in the realm', () => {
  const phone = new Phone();
  phone.launch();
  phone.openPage('/pages/index/index');
  assert.deepEqual(phone.console, []);
});
