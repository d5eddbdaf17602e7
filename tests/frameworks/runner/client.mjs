/** A phone that runs a compiled mini-program as a whole: its app.js, its pages, its components, the wasm beside them. */
import { Engine } from './engine.mjs';
import { Package } from './package.mjs';
import { createPlatform } from './platform.mjs';

/** What a script of a mini-program finds nowhere: the browser of jsdom, and Node. */
const ABSENT =
  'window document self location navigator localStorage history XMLHttpRequest fetch WebSocket process Buffer WebAssembly URL URLSearchParams TextDecoder TextEncoder performance HTMLElement Element Node SVGElement MutationObserver customElements Image requestAnimationFrame cancelAnimationFrame setImmediate queueMicrotask structuredClone MessageChannel MessagePort Event CustomEvent EventTarget'.split(
    ' ',
  );

const { instantiate } = WebAssembly;

/** What a script calls to make a part of the app: globals as on a phone, which a framework may replace. */
const CONSTRUCTORS = ['Page', 'Component', 'Behavior'];

const text = (value) => (value instanceof Error ? value.stack : String(value));

/** Long enough for what a framework puts off: microtasks, timers of nothing, and its own queue. */
export async function settled(milliseconds = 60) {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

export class Client {
  /** @param {string} folder the compiled mini-program */
  constructor(folder) {
    this.files = new Package(folder);
    /** Warnings and errors of the scripts and of the engine. */
    this.complaints = [];
    /** The paths at which a wasm module was looked for. */
    this.wasmPaths = [];
    this.instances = 0;
    this.stack = [];
    this.scripts = new Map();
    /** What stands in for the app until there is one. */
    this.defaultApp = {};
    Object.assign(this, createPlatform());
    this.engine = new Engine(this.files, (level, said) => this.complain(level, said));
    this.console = Object.fromEntries(
      ['log', 'info', 'debug', 'group', 'groupEnd', 'warn', 'error'].map((level) => [
        level,
        (...said) => /warn|error/.test(level) && this.complain(level, said.map(text).join(' ')),
      ]),
    );
  }

  complain(level, said) {
    this.complaints.push(`${level}: ${text(said)}`);
  }

  /** Starts the app: its script, then those of all components and pages. */
  launch() {
    const { parts, pages } = this.files;
    this.engine.addTemplates(parts);
    this.setGlobals();
    this.attempt(() => this.require('app.js'));
    const components = Object.keys(parts).filter((path) => !pages.includes(path));
    for (const path of [...components, ...pages]) this.attempt(() => this.register(path));
    const options = { path: pages[0], query: {}, scene: 1001, referrerInfo: {} };
    this.attempt(() => this.app.onLaunch?.(options));
    this.attempt(() => this.app.onShow?.(options));
    return this;
  }

  setGlobals() {
    Object.assign(globalThis, {
      wx: this.wx,
      App: (app) => {
        this.app = Object.assign(app, this.defaultApp);
      },
      getApp: ({ allowDefault } = {}) => this.app ?? (allowDefault ? this.defaultApp : undefined),
      getCurrentPages: () => this.stack.map(({ instance }) => instance),
      WXWebAssembly: { instantiate: (path, imports) => this.instantiate(path, imports) },
    });
    for (const name of CONSTRUCTORS) globalThis[name] = (definition) => this.making[name](definition);
  }

  register(path) {
    this.engine.register(path, (making) => {
      this.making = making;
      this.require(`${path}.js`);
    });
  }

  async instantiate(path, imports) {
    this.wasmPaths.push(path);
    if (!this.files.has(path)) throw new Error(`instantiate:fail ${path} is not in the package`);
    const result = await instantiate(this.files.bytes(path), imports);
    this.instances += 1;
    return result;
  }

  /** Runs a script once, as WeChat does. */
  require(path) {
    if (!this.scripts.has(path)) {
      const module = { exports: {} };
      this.scripts.set(path, module);
      const names = ['exports', 'module', 'require', 'console', 'global', 'globalThis'];
      const run = new Function(...names, ...ABSENT, `${this.files.text(path)}\n//# sourceURL=mini-program/${path}`);
      const load = (target) => this.require(this.files.script(target, path));
      run.call(undefined, module.exports, module, load, this.console, {}, undefined);
    }
    return this.scripts.get(path).exports;
  }

  attempt(act) {
    try {
      act();
    } catch (error) {
      this.complain('error', error);
    }
  }

  /** Opens a page, with the life that WeChat gives it. */
  async open(path) {
    const root = this.engine.open(path);
    const component = root.getComponent();
    const instance = root.get();
    this.stack.push({ path, instance });
    this.attempt(() => instance.onLoad?.({}));
    this.attempt(() => instance.onShow?.());
    component.triggerPageLifetime('show', []);
    await settled();
    for (const node of nodesBelow(component)) if (node.getShadowRoot) node.triggerLifetime('ready', []);
    this.attempt(() => instance.onReady?.());
    await settled();
    return component;
  }
}

/** An element and every element below it, those inside of components too. */
export function nodesBelow(node) {
  const shadow = node.getShadowRoot?.();
  const below = [...(shadow?.childNodes ?? []), ...(node.childNodes ?? [])];
  return [node, ...below.flatMap(nodesBelow)];
}
