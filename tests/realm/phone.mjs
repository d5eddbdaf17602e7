import { Clock } from './clock.mjs';
import { PackageFiles } from './package-files.mjs';
import { PageHost } from './page.mjs';
import { Realm } from './realm.mjs';
import { WasmPlatform } from './wasm-platform.mjs';
import { WxPlatform } from './wx-platform.mjs';

/** The module that the mini-program imports. */
export const MODULE = '/phone-login/index';

/** A phone with a mini-program on it. */
export class Phone {
  /**
   * `folders`: the code package; `bare`: how `WXWebAssembly` answers; `without`, `withoutGlobals`: what the client
   * lacks; `passesOnTheSame`: which of WeChat's component engines it has; `says`: what it says of itself.
   */
  constructor({ folders, bare, without, withoutGlobals = [], passesOnTheSame = false, says } = {}) {
    this.files = new PackageFiles(folders);
    this.clock = new Clock();
    this.wasm = new WasmPlatform(this.files, { bare });
    this.wx = new WxPlatform({ without, ...says });
    /** Everything that was written to the console. */
    this.console = [];
    this.definitions = new Map();
    this.engine = { passesOnTheSame, guard: (act) => this.guard(act), now: () => this.clock.now };
    const globals = this.globals();
    for (const name of withoutGlobals) delete globals[name];
    this.realm = new Realm(this.files, globals);
    this.realm.run('Date').now = () => this.clock.now;
  }

  globals() {
    const write = (level) => (...values) => void this.console.push([level, ...values]);
    const console = Object.fromEntries(['log', 'info', 'warn', 'error'].map((level) => [level, write(level)]));
    const { setTimeout, clearTimeout } = this.clock;
    const define = (definition) => {
      this.defined = definition;
    };
    const platform = { wx: this.wx.global, WXWebAssembly: this.wasm.global };
    const registered = { App: define, Page: define, Component: define };
    const pages = { getApp: () => this.app, getCurrentPages: () => [this.page?.instance].filter(Boolean) };
    return { console, setTimeout, clearTimeout, ...platform, ...registered, ...pages };
  }

  /** The exports of a module. */
  require(path) {
    return this.realm.require(path);
  }

  /** The module, loaded. */
  async ready() {
    const phoneLogin = this.require(MODULE);
    await phoneLogin.ready();
    return phoneLogin;
  }

  /** Starts the app as the user does. */
  launch() {
    this.app = this.define('/app.js');
    this.app.onLaunch({});
  }

  /** Opens a page of the package. */
  openPage(route) {
    return this.open(this.define(`${route}.js`), this.files.text(`${route}.wxml`), this.files.json(`${route}.json`));
  }

  /** Opens a page; `json` says what components it uses. */
  open(definition, wxml, json) {
    const used = Object.entries(json.usingComponents).map(([tag, path]) => [tag, this.component(path)]);
    this.page = new PageHost({ definition, wxml, components: Object.fromEntries(used), ...this.engine });
    return this.page;
  }

  component(path) {
    return { definition: this.define(`${path}.js`), wxml: this.files.text(`${path}.wxml`) };
  }

  /** What a file hands to `App`, `Page` or `Component`. */
  define(path) {
    if (!this.definitions.has(path)) {
      this.require(path);
      this.definitions.set(path, this.defined);
    }
    return this.definitions.get(path);
  }

  /** WeChat writes what a handler throws to the console and goes on. */
  guard(act) {
    try {
      act();
    } catch (error) {
      this.realm.run('console').error(error);
    }
  }
}

/** Lets everything that is ready to happen happen. */
export function settled() {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** A value of the realm as a value of the tests: `assert` tells their prototypes apart. */
export function plain(value) {
  return structuredClone(value);
}
