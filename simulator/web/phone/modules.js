import { guardedGlobals, hiddenNames } from './globals.js';

/** The CommonJS of a mini-program: every file of the package, run once, when it is first required. */
export class Modules {
  #sources;
  #names;
  #values;
  #hidden = hiddenNames();
  #loaded = new Map();

  /**
   * @param {Record<string, string>} sources  path with `.js` → source
   * @param {object} globals                  what WeChat gives to every module
   */
  constructor(sources, globals) {
    const given = { ...guardedGlobals(globals), ...globals };
    this.#sources = sources;
    this.#names = Object.keys(given);
    this.#values = Object.values(given);
  }

  /** @param {string} path */
  has(path) {
    return Object.hasOwn(this.#sources, path);
  }

  /**
   * @param {string} path  from the package root, with extension
   * @returns {unknown} what the module exports
   */
  load(path) {
    const loaded = this.#loaded.get(path);
    if (loaded) return loaded.exports;
    const module = { exports: {} };
    this.#loaded.set(path, module);
    try {
      this.#wrap(path)(module.exports, module, this.#requireFrom(path), ...this.#values);
    } catch (error) {
      this.#loaded.delete(path);
      throw error;
    }
    return module.exports;
  }

  /** Hidden names are parameters that nobody passes; they may not be strict, for `eval` is among them. */
  #wrap(path) {
    const parameters = ['exports', 'module', 'require', ...this.#names].join(', ');
    const body = `return function (${parameters}) { 'use strict'; ${this.#sources[path]}\n}`;
    return new Function(...this.#hidden, `${body}\n//# sourceURL=miniprogram/${path}`)();
  }

  /** `async` is for files of other subpackages, which WeChat downloads; here every file is there. */
  #requireFrom(path) {
    const require = (target) => this.load(this.#resolve(path, target));
    return Object.assign(require, { async: (target) => Promise.resolve(target).then(require) });
  }

  #resolve(from, target) {
    if (!target.startsWith('./') && !target.startsWith('../')) {
      throw new Error(`${from}: require('${target}')：模拟器只支持相对路径`);
    }
    const path = new URL(target, `file:///${from}`).pathname.slice(1);
    const found = [path, `${path}.js`, `${path.replace(/\/$/, '')}/index.js`].find((name) => this.has(name));
    if (!found) throw new Error(`module '${path}.js' is not defined, require args is '${target}'`);
    return found;
  }
}
