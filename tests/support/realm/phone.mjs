import { posix } from 'node:path';

import { withIncludes } from '../wxml-includes.mjs';
import { withBehaviors } from './behaviors.mjs';
import { Clock } from './clock.mjs';
import { PackageFiles } from './package-files.mjs';
import { PageHost } from './page.mjs';
import { Realm } from './realm.mjs';
import { WasmPlatform } from './wasm-platform.mjs';
import { WxPlatform } from './wx-platform.mjs';

/** The module that the mini-program imports. */
export const MODULE = '/phone-login/index';

/** Which backend a phone has where a test does not say: the same tests run on each. */
const BACKEND = process.env.PHONE_LOGIN_BACKEND ?? 'wasm';

/** A phone with a mini-program on it. */
export class Phone {
  /**
   * `backend`: `wasm`, or `js` for a client without `WXWebAssembly`; `folders`: the code package; `bare`: how
   * `WXWebAssembly` answers; `without`, `withoutGlobals`: what the client lacks; `passesOnTheSame`: which of WeChat's
   * component engines it has; `says`: what it says of itself.
   */
  constructor({ backend = BACKEND, folders, bare, without, withoutGlobals = [], passesOnTheSame = false, says } = {}) {
    this.files = new PackageFiles(folders);
    this.clock = new Clock();
    this.wasm = new WasmPlatform(this.files, { bare });
    this.wx = new WxPlatform({ without, ...says });
    /** Everything that was written to the console. */
    this.console = [];
    this.definitions = new Map();
    this.engine = { passesOnTheSame, guard: (act) => this.guard(act), now: () => this.clock.now };
    const globals = this.globals();
    if (backend === 'js') delete globals.WXWebAssembly;
    for (const name of withoutGlobals) delete globals[name];
    this.realm = new Realm(this.files, globals);
    this.realm.run('Date').now = () => this.clock.now;
  }

  globals() {
    const write =
      (level) =>
      (...values) =>
        void this.console.push([level, ...values]);
    const console = Object.fromEntries(['log', 'info', 'warn', 'error'].map((level) => [level, write(level)]));
    const { setTimeout, clearTimeout } = this.clock;
    const define = (definition) => {
      this.defined = definition;
    };
    const platform = { wx: this.wx.global, WXWebAssembly: this.wasm.global };
    const registered = {
      App: define,
      Page: define,
      Component: (definition) => define(withBehaviors(definition)),
      Behavior: (definition) => definition,
    };
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
    const [wxml, json] = [this.files.text(`${route}.wxml`), this.files.json(`${route}.json`)];
    return this.open(this.define(`${route}.js`), wxml, json, route.slice(1));
  }

  /** Opens a page; `json` says what components it uses. */
  open(definition, wxml, json, route = 'pages/test/test') {
    const used = Object.entries(json.usingComponents).map(([tag, path]) => [tag, this.component(path, route)]);
    // WeChat has the page on its stack before the page loads.
    const opened = (page) => {
      this.page = page;
    };
    return new PageHost({ definition, wxml, route, components: Object.fromEntries(used), opened, ...this.engine });
  }

  /** A component by the path that a page gives: from the root of the package, from the page, or in an npm package. */
  component(path, route) {
    const folder = posix.dirname(`/${route}`);
    const beside = posix.resolve(folder, path);
    const place = this.files.find(`${beside}.js`) ? beside : this.inNpmPackage(path, folder);
    return { definition: this.define(`${place}.js`), wxml: this.wxml(place), is: place.slice(1) };
  }

  /** The WXML of a component, with what it includes. */
  wxml(place) {
    const read = (src) => this.files.text(posix.join(posix.dirname(place), src));
    return withIncludes(read(posix.basename(`${place}.wxml`)), read);
  }

  /** npm packages stand in the folder, or in one above it. */
  inNpmPackage(path, folder) {
    const place = posix.join(folder, 'miniprogram_npm', path);
    return this.files.find(`${place}.js`) || folder === '/' ? place : this.inNpmPackage(path, posix.dirname(folder));
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
