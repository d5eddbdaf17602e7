import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter';

import { registration } from '../../exchanges.mjs';
import { isAtLeast } from '../base-library.js';
import { PhoneBackend } from './backend.js';
import { withBuiltInBehaviors } from './builtin/behaviors.js';
import { defineBuiltins } from './builtin/index.js';
import { KEY_PRESS, tap } from './builtin/pressable.js';
import { observedConsole } from './console.js';
import { observePopups } from './journal.js';
import { Modules } from './modules.js';
import { observeComponents } from './observe.js';
import { Pages } from './pages.js';
import { elementOfPart, partOf } from './parts.js';
import { Popups } from './popups.js';
import { Theme } from './theme.js';
import { navigation } from './wx/navigation.js';
import { WXWebAssembly } from './wx-web-assembly.js';

// The base library that `WXWebAssembly` came with.
const WEB_ASSEMBLY = '2.13.0';

const PHONE_LOGIN = 'phone-login/index.js';
const PHONE_POPUP = 'phone-login/phone-popup.js';
/** The name of a module that no package has. */
const REGISTRATION = ':simulator.js';

/** The name of the style scope of a component; pages share the empty one with app.wxss. */
const scopeName = (path) => path.replaceAll('/', '_');

/** A mini-program, from its compiled files to its running pages. */
export class MiniProgram {
  #project;
  #codeSpace;
  #backend;
  #styles;
  #modules;
  #pages;
  #bridge;
  #clock;
  #background;
  #popups;
  #turns;
  #theme = new Theme();
  #app = {};
  // The constructors that register a component under the path whose file is being run.
  #registering;

  /**
   * @param {import('../../project/project.mjs').Project} project
   * @param {object} wx
   * @param {import('./bridge.js').Bridge} bridge
   * @param {object} surroundings
   * @param {import('./clock.js').Clock} surroundings.clock
   * @param {import('./background.js').Background} surroundings.background
   * @param {ReturnType<import('./turns.js').createTurns>} surroundings.turns
   */
  constructor(project, wx, bridge, { clock, background, turns }) {
    const env = new MiniProgramEnv();
    const builtins = defineBuiltins(env.getGlobalCodeSpace().getComponentSpace(), bridge);
    this.#project = project;
    this.#bridge = bridge;
    this.#clock = clock;
    this.#background = background;
    this.#turns = turns;
    this.#popups = new Popups(bridge);
    this.#codeSpace = env.createCodeSpace('main', true);
    const space = this.#codeSpace.getComponentSpace();
    for (const [tag, definition] of Object.entries(builtins)) space.setGlobalUsingComponent(tag, definition);
    this.#codeSpace.setOverallBehavior(observeComponents(space, bridge, this.#popups));
    this.#styles = new PhoneBackend({
      scopeName: (scope) => space.styleScopeManager.queryName(scope),
      onUnsimulated: (tag) => bridge.log('warning', `<${tag}> 未模拟`),
      onTap: (element) => this.#noteTap(element),
      theme: this.#theme,
    });
    this.#backend = env.associateBackend(this.#styles);
    document.addEventListener(KEY_PRESS, ({ target }) => this.#noteTap(target));
    this.dress();
    this.#pages = new Pages(this.#codeSpace, this.#backend, project, bridge);
    Object.assign(wx, navigation(this.#pages));
    const modules = { ...project.modules, [REGISTRATION]: registration };
    this.#modules = new Modules(modules, { wx, ...this.#globals() }, this.#registrars());
  }

  /** Runs every file, then opens the first page. */
  launch() {
    this.#addFiles();
    const { configs, pages } = this.#project;
    this.#observePhoneLogin();
    if (this.#modules.has('app.js')) this.#modules.load('app.js');
    if (this.#modules.has(PHONE_LOGIN)) this.#modules.load(REGISTRATION);
    const components = Object.keys(configs).filter((path) => !pages.includes(path));
    for (const path of [...components, ...pages]) this.#register(path);
    const options = { path: this.#firstPage, query: {}, scene: 1001, referrerInfo: {} };
    this.#app.onLaunch?.(options);
    this.#app.onShow?.(options);
    this.#pages.open(this.#firstPage, {});
  }

  show() {
    this.#background.set(false);
    this.#app.onShow?.({ path: this.#firstPage, query: {}, scene: 1001 });
    this.#pages.show();
  }

  hide() {
    this.#pages.hide();
    this.#app.onHide?.();
    this.#background.set(true);
  }

  /** The window has another size. */
  resize() {
    this.#pages.resize();
  }

  /** Shows the theme of the phone and the style of the mini-program that are set outside now. */
  dress() {
    this.#theme.set(this.#bridge.device().theme);
    this.#styles.setExtraStyle(this.#bridge.wxss());
  }

  /** Opens the first page after all were closed. */
  comeBack() {
    this.#pages.open(this.#firstPage, {});
  }

  goBack() {
    this.#pages.goBack(1);
  }

  unload() {
    this.#pages.close();
  }

  /** Gives the popups the properties that are set outside now. */
  setPopupProperties() {
    this.#popups.setProperties();
  }

  /** Lets time pass as fast as is set outside now. */
  setTimeRate() {
    this.#clock.setRate(this.#bridge.timeRate());
  }

  /** The mini-program's time, in milliseconds since 1970. */
  now() {
    return this.#clock.now();
  }

  /**
   * Lets time pass that stands still otherwise.
   *
   * @param {number} duration  milliseconds
   * @param {number} rate      how many times faster than the browser's
   */
  advance(duration, rate) {
    return this.#clock.advance(duration, rate);
  }

  stopTime() {
    this.#clock.stop();
  }

  /** Has time pass by itself again. */
  releaseTime() {
    this.#clock.go();
  }

  /**
   * @param {string} part  as parts.js names it
   * @returns {boolean} whether it was there to be tapped
   */
  tap(part) {
    const element = /** @type {any} */ (elementOfPart(part));
    if (element) tap(element.__wxElement, new Event('tap'));
    return Boolean(element);
  }

  #noteTap(element) {
    const part = partOf(element);
    if (part) this.#bridge.course.tapped(part);
  }

  /** Before anybody has read them: what makes popups tells of them, and what exchanges codes does so in turn. */
  #observePhoneLogin() {
    if (this.#modules.has(PHONE_POPUP)) {
      const exports = /** @type {any} */ (this.#modules.load(PHONE_POPUP));
      observePopups(exports, this.#bridge.course.told);
    }
    if (!this.#modules.has(PHONE_LOGIN)) return;
    const phoneLogin = /** @type {any} */ (this.#modules.load(PHONE_LOGIN));
    const { registerExchange } = phoneLogin;
    phoneLogin.registerExchange = (name, exchange) =>
      registerExchange(name, typeof exchange === 'function' ? this.#turns.exchangeInTurn(exchange) : exchange);
  }

  /** The page that is chosen outside, where the mini-program has it; else the first of app.json. */
  get #firstPage() {
    const chosen = this.#bridge.firstPage();
    return this.#pages.has(chosen) ? chosen : this.#project.pages[0];
  }

  #globals() {
    return {
      ...this.#clock.globals(),
      console: observedConsole(this.#bridge.log),
      WXWebAssembly: isAtLeast(this.#bridge.baseLibrary(), WEB_ASSEMBLY) ? WXWebAssembly : undefined,
      getApp: () => this.#app,
      getCurrentPages: () => this.#pages.current(),
    };
  }

  /** A framework puts its own in their places, for all modules. */
  #registrars() {
    return {
      App: (definition) => {
        this.#app = definition;
      },
      Page: (definition) => this.#registering.Page(definition),
      Component: (definition) => this.#registering.Component(definition),
      Behavior: (definition) => this.#registering.Behavior(definition),
    };
  }

  #addFiles() {
    const { configs, styles, templates } = this.#project;
    const compiled = new Function(`return ${templates}`)();
    for (const [path, css] of Object.entries(styles)) {
      this.#backend.registerStyleSheetContent(path, css);
      this.#codeSpace.addStyleSheet(path, path, scopeName(path));
    }
    for (const [path, config] of Object.entries(configs)) {
      this.#codeSpace.addComponentStaticConfig(path, config);
      this.#codeSpace.addCompiledTemplate(path, { groupList: compiled, content: compiled[path] });
    }
  }

  #register(path) {
    this.#codeSpace.componentEnv(path, (constructors) => {
      const Behavior = (definition) => constructors.Behavior(withBuiltInBehaviors(definition, constructors.Behavior));
      const Component = (definition) =>
        this.#component(path, constructors, withBuiltInBehaviors(definition, constructors.Behavior));
      this.#registering = { ...constructors, Behavior, Component };
      this.#modules.load(`${path}.js`);
    });
  }

  /** glass-easel takes these two options from the JSON only; WeChat takes them from either. */
  #component(path, constructors, definition) {
    const { styleIsolation, addGlobalClass } = definition.options ?? {};
    const config = this.#codeSpace.getComponentStaticConfig(path);
    this.#codeSpace.addComponentStaticConfig(path, { styleIsolation, addGlobalClass, ...config });
    return constructors.Component(definition);
  }
}
