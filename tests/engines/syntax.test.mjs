/** What is shipped is ES2018, and names no global but those that every phone has. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { parse } from 'acorn';
import findGlobals from 'acorn-globals';

import { filesBelow } from '../../scripts/files.mjs';
import { miniprogram } from '../support/realm/package-files.mjs';

const ES5 = 'ECMAScript 5';
const ES2015 = 'ECMAScript 2015, which base library 2.30 has with iOS 13 and Chrome 86';
const MODULES = "WeChat's CommonJS";
const PLATFORM = "WeChat's";

/** Every global that may be used, and why it is there. */
const ALLOWED = {
  Array: ES5,
  ArrayBuffer: ES2015,
  Boolean: ES5,
  Component: PLATFORM,
  DataView: ES2015,
  Date: ES5,
  Error: ES5,
  FinalizationRegistry: 'asked for with typeof: popups that nobody frees stay in memory where it is missing',
  Float32Array: ES2015,
  Float64Array: ES2015,
  Infinity: ES5,
  Int16Array: ES2015,
  Int32Array: ES2015,
  Int8Array: ES2015,
  JSON: ES5,
  Map: ES2015,
  Math: ES5,
  NaN: ES5,
  Number: ES5,
  Object: ES5,
  Page: PLATFORM,
  Promise: ES2015,
  Reflect: ES2015,
  Set: ES2015,
  String: ES5,
  Symbol: ES2015,
  TypeError: ES5,
  Uint16Array: ES2015,
  Uint8Array: ES2015,
  Uint32Array: ES2015,
  WeakMap: ES2015,
  WeakSet: ES2015,
  Behavior: 'asked for with typeof, and the module runs without it',
  WXWebAssembly: 'from base library 2.13.0; asked for with typeof, and the fallback runs without it',
  clearTimeout: PLATFORM,
  console: PLATFORM,
  getApp: 'asked for with typeof, and each copy of the module is for itself without it',
  getCurrentPages: PLATFORM,
  module: MODULES,
  require: MODULES,
  setTimeout: PLATFORM,
  wx: PLATFORM,
};

/** Globals that the self-check asks for with typeof, to say which of them a client has. */
const ASKED_FOR = {
  '/pages/selfcheck/client.js': [
    'BigInt',
    'Proxy',
    'TextDecoder',
    'TextEncoder',
    'URL',
    'WeakRef',
    'WebAssembly',
    'fetch',
    'globalThis',
  ],
};

const shipped = ['phone-login', 'components', 'pages'].flatMap((folder) => filesBelow(join(miniprogram['/'], folder)));
const scripts = shipped.filter((path) => path.endsWith('.js'));
const asScript = (text) => parse(text, { ecmaVersion: 2018, sourceType: 'script' });
const globalsOf = (text) => findGlobals(asScript(text)).map(({ name }) => name);

test('the scripts are there, the generated ones too', () => {
  const names = scripts.map((path) => path.split(/[\\/]/).at(-1));
  for (const name of ['index.js', 'loader.js', 'wx_phone_login_bg.js', 'wx_phone_login_fallback.js', 'hints.js']) {
    assert.ok(names.includes(name), name);
  }
});

for (const path of scripts) {
  const name = path.slice(miniprogram['/'].length).replaceAll('\\', '/');
  test(`${name} is ES2018 and uses no global that a phone lacks`, () => {
    const strangers = globalsOf(readFileSync(path, 'utf8')).filter((global) => !(global in ALLOWED));
    assert.deepEqual(strangers.sort(), ASKED_FOR[name] ?? []);
  });
}

/** Functions that WeChat's compiler turns into calls of a runtime that a package need not have. */
const needsRuntime = (text) => /"(async|generator)":true/.test(JSON.stringify(asScript(text)));

for (const path of scripts) {
  test(`${path.slice(miniprogram['/'].length)} has no async function and no generator`, () => {
    assert.ok(!needsRuntime(readFileSync(path, 'utf8')));
  });
}

for (const text of ['async () => {}', 'class A { async load() {} }', 'function* a() {}']) {
  test(`${text} would be found`, () => assert.ok(needsRuntime(text)));
}

test('every global that is allowed is used', () => {
  const used = new Set(scripts.flatMap((path) => globalsOf(readFileSync(path, 'utf8'))));
  assert.deepEqual(
    Object.keys(ALLOWED).filter((name) => !used.has(name)),
    [],
  );
});

const forbidden = {
  TextDecoder: 'new TextDecoder();',
  WebAssembly: "if (typeof WebAssembly === 'object') module.exports = 1;",
  document: 'const f = ({ body = document.body }) => body;',
  eval: "(0, eval)('1');",
  fetch: 'class A { async load() { return await fetch(this.url); } }',
  Function: "new Function('return 1');",
  globalThis: 'globalThis.window;',
  process: '{ const process = 1; } process;',
  this: 'this.window;',
  window: 'try { a(); } catch (a) { window[a]; } function a() {}',
};

for (const [name, text] of Object.entries(forbidden)) {
  test(`${name} would be found`, () => {
    assert.deepEqual(
      globalsOf(text).filter((global) => !(global in ALLOWED)),
      [name],
    );
  });
}

const NEWER = ['import.meta', 'import("./a")', 'a?.b', 'a ?? b', '1n', 'try {} catch {}', 'class A { b = 1 }'];

for (const text of NEWER) {
  test(`${text} would be found`, () => assert.throws(() => asScript(text), SyntaxError));
}
