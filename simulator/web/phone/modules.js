import { guardedGlobals, hiddenNames } from './globals.js';

/** The CommonJS of a mini-program: every file of the package, run once, when it is first required. */
export class Modules {
  #replaceable;
  #sources;
  #names;
  #values;
  #hidden = hiddenNames();
  #loaded = new Map();

  /**
   * @param {Record<string, string>} sources  path with `.js` → source
   * @param {object} globals                  what WeChat gives to every module
   * @param {object} replaceable              the same, but a module that assigns to one replaces it for all of them
   */
  constructor(sources, globals, replaceable = {}) {
    const given = { ...guardedGlobals({ ...globals, ...replaceable }), ...globals };
    this.#replaceable = replaceable;
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
    const source = `with (replaceable) { ${body} }\n//# sourceURL=miniprogram/${path}`;
    return new Function('replaceable', ...this.#hidden, source)(this.#replaceable);
  }

  /** `async` is for files of other subpackages, which WeChat downloads; here every file is there. */
  #requireFrom(path) {
    const require = (target) => this.load(this.#resolve(path, target));
    return Object.assign(require, { async: (target) => Promise.resolve(target).then(require) });
  }

  #resolve(from, target) {
    const places = placesOf(from, target);
    const names = places.flatMap((path) => [path, `${path}.js`, `${path.replace(/\/$/, '')}/index.js`]);
    const found = names.find((name) => this.has(name));
    if (!found) throw new Error(`module '${places[0]}.js' is not defined, require args is '${target}'`);
    return found;
  }
}

/** Paths from the root at which a module may be: the one that is said, and for a name each `miniprogram_npm` above. */
function placesOf(from, target) {
  const path = new URL(target, `file:///${from}`).pathname.slice(1);
  if (/^\.{0,2}\//.test(target)) return [path];
  const folders = from.split('/').slice(0, -1);
  const above = [...folders, ''].map((_, depth) => folders.slice(0, folders.length - depth));
  return [path, ...above.map((parts) => [...parts, 'miniprogram_npm', target].join('/'))];
}
