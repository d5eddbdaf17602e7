import { posix } from 'node:path';
import vm from 'node:vm';

/** Globals that V8 puts into every context and a phone need not have. */
const NOT_ON_EVERY_PHONE = [
  'AggregateError',
  'Atomics',
  'BigInt',
  'BigInt64Array',
  'BigUint64Array',
  'FinalizationRegistry',
  'Proxy',
  'SharedArrayBuffer',
  'WeakRef',
  'WebAssembly',
  'console',
  'eval',
];

/** What the engines of base library 2.30, Safari 13 and Chrome 86, do not have; some of it Node 20 has not either. */
const NEWER_THAN_THE_FLOOR = [
  'AsyncDisposableStack',
  'DisposableStack',
  'Float16Array',
  'Iterator',
  'SuppressedError',
  'Temporal',
  'Array.prototype.at',
  'Array.prototype.findLast',
  'Array.prototype.findLastIndex',
  'Array.prototype.toReversed',
  'Array.prototype.toSorted',
  'Array.prototype.toSpliced',
  'Array.prototype.with',
  'Object.hasOwn',
  'Promise.any',
  'String.prototype.at',
  'String.prototype.isWellFormed',
  'String.prototype.replaceAll',
  'String.prototype.toWellFormed',
];

/** Looking up a global of a vm context is slow, so a module gets those that the glue uses most as its own names. */
const USED_OFTEN = ['Array', 'DataView', 'Error', 'Object', 'Reflect', 'String', 'Uint8Array'];

/** A JavaScript realm that has the language of a phone, the given globals, and nothing else. */
export class Realm {
  constructor(files, globals) {
    this.files = files;
    this.modules = new Map();
    this.context = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } });
    for (const name of [...NOT_ON_EVERY_PHONE, ...NEWER_THAN_THE_FLOOR]) this.run(`delete ${name};`);
    for (const [name, value] of Object.entries(globals)) this.context[name] = value;
  }

  /** What a script gives in this realm. */
  run(script) {
    return vm.runInContext(script, this.context);
  }

  /** The exports of a module of the package, which is CommonJS. */
  require(path) {
    const place = path.endsWith('.js') ? path : `${path}.js`;
    if (!this.modules.has(place)) this.evaluate(place);
    return this.modules.get(place).exports;
  }

  evaluate(path) {
    const text = this.files.text(path);
    const module = { exports: this.run('({})') };
    this.modules.set(path, module);
    const names = ['require', 'module', 'exports', ...USED_OFTEN];
    const factory = vm.compileFunction(`'use strict';${text}`, names, {
      parsingContext: this.context,
      filename: path,
    });
    const requireFrom = (other) => this.require(this.placeOf(other, posix.dirname(path)));
    requireFrom.async = (other) => Promise.resolve().then(() => requireFrom(other));
    const globals = USED_OFTEN.map((name) => this.run(name));
    factory.call(undefined, requireFrom, module, module.exports, ...globals);
  }

  /** A path is relative; a bare name is that of an npm package, which stands in this folder or in one above it. */
  placeOf(name, folder) {
    if (/^[./]/.test(name)) return posix.resolve(folder, name);
    const place = posix.join(folder, 'miniprogram_npm', name, 'index.js');
    return this.files.find(place) || folder === '/' ? place : this.placeOf(name, posix.dirname(folder));
  }
}
