/** The client in which the code under test runs: the files of a package, and what a phone gives them. */
import { Clock } from '../../realm/clock.mjs';
import { latePromise } from './late-promise.mjs';

// Taken before the global is stripped: nobody but the stand-in for WXWebAssembly sees it.
const { instantiate } = WebAssembly;

export class Client {
  /**
   * `files`: functions by their path, as package-script.mjs writes them; `modules`: lists of bytes by their path;
   * `backend`, `bare`, `promises`, `baseLibrary`: as in conditions.mjs.
   */
  constructor(global, { files, modules, names }, { backend, bare, promises, baseLibrary = '3.6.0' }) {
    Object.assign(this, { files, modules, bare, names });
    this.required = {};
    this.clock = new Clock();
    /** Every path that `WXWebAssembly.instantiate` was given, and every error that was written to the console. */
    this.asked = [];
    this.errors = [];
    this.Promise = promises === 'late' ? latePromise(global.setTimeout) : Promise;
    this.given = this.platform(backend, baseLibrary);
    for (const name of names) if (!(name in this.given)) Reflect.deleteProperty(global, name);
  }

  platform(backend, baseLibrary) {
    const { setTimeout, clearTimeout } = this.clock;
    const log = () => undefined;
    const error = (what) => void this.errors.push(String(what));
    return {
      Promise: this.Promise,
      WXWebAssembly: backend === 'wasm' ? { instantiate: (...args) => this.instantiate(...args) } : undefined,
      console: { log, info: log, warn: log, error },
      getCurrentPages: () => [],
      setTimeout,
      clearTimeout,
      wx: { getAppBaseInfo: () => ({ SDKVersion: baseLibrary }) },
    };
  }

  /** As WeChat's: a path into the code package and nothing else. */
  instantiate(path, imports) {
    this.asked.push(path);
    const bytes = this.modules[path];
    if (!bytes) return this.Promise.reject(new Error(`instantiate:fail no such module in the package: ${path}`));
    const started = instantiate(new Uint8Array(bytes), imports);
    const answer = started.then(({ instance }) => (this.bare ? instance : { instance }));
    return new this.Promise((resolve, reject) => void answer.then(resolve, reject));
  }

  /** The exports of a module of the package, which is CommonJS. */
  require(path) {
    const place = path.endsWith('.js') ? path : `${path}.js`;
    if (!(place in this.required)) this.evaluate(place);
    return this.required[place].exports;
  }

  evaluate(path) {
    if (!(path in this.files)) throw new Error(`module '${path}' is not defined`);
    const module = (this.required[path] = { exports: {} });
    const folder = path.slice(0, path.lastIndexOf('/'));
    const requireBeside = (other) => this.require(resolved(folder, other));
    const values = this.names.map((name) => this.given[name]);
    this.files[path](...values)(requireBeside, module, module.exports);
  }
}

/** A relative path from the root of the package. */
function resolved(folder, path) {
  const above = path.split('/').filter((part) => part === '..').length;
  const parts = folder.split('/');
  return [...parts.slice(0, parts.length - above), path.replace(/^(\.\.?\/)+/, '')].join('/');
}
