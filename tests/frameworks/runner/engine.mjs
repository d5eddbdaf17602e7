/** WeChat's newer engine, glass-easel, in jsdom, taught what a mini-program's own runtime adds to it. */
import { createRequire } from 'node:module';
import { posix } from 'node:path';

import globalJsdom from 'global-jsdom';

globalJsdom();
// Node has events of its own, which jsdom does not take.
for (const name of ['CustomEvent', 'Event', 'EventTarget']) globalThis[name] = window[name];

const require = createRequire(import.meta.url);
const { MiniProgramEnv, glassEasel } = require('glass-easel-miniprogram-adapter');
const { TmplGroup } = require('glass-easel-template-compiler');

/** WXS knows these in the place of RegExp and Date. */
Object.assign(globalThis, {
  getRegExp: (pattern, flags) => new RegExp(pattern, flags),
  getDate: (...values) => new Date(...values),
});

/** WeChat's own components, and what is set of them as a property. */
const TAGS =
  'view button text image input textarea scroll-view label checkbox checkbox-group form root-portal page-container icon navigator swiper swiper-item cover-view cover-image canvas picker picker-view picker-view-column switch slider radio radio-group progress rich-text video web-view map movable-view movable-area page-meta navigation-bar ad audio camera editor live-player live-pusher match-media official-account open-data share-element';
const PROPERTIES =
  'openType disabled loading hoverClass phoneNumberNoQuotaToast ariaRole ariaLabel ariaHidden ariaChecked ariaBusy ariaLive ariaModal type size plain value mode src hidden scrollY scrollIntoView';

const { getMethod } = glassEasel.Component;

/** WeChat calls what stands on the instance too: uni-app puts its handlers there. A handler gets a plain object. */
glassEasel.Component.getMethod = (component, name) => {
  const caller = component._$methodCaller;
  const own = Object.hasOwn(caller, name) && caller[name];
  const method = typeof own === 'function' ? own : getMethod.call(glassEasel.Component, component, name);
  if (!method) return method;
  return function handle(event, ...rest) {
    return method.call(this, plainEvent(event), ...rest);
  };
};

const isEvent = (event) => Object(event) === event && 'detail' in event && 'currentTarget' in event;

function plainEvent(event) {
  if (!isEvent(event)) return event;
  const end = (target) => target && { id: target.id, dataset: target.dataset, offsetLeft: 0, offsetTop: 0 };
  const { type = event.getEventName?.(), timeStamp, detail, mark = {} } = event;
  return { type, timeStamp, detail, mark, target: end(event.target), currentTarget: end(event.currentTarget) };
}

/** Behaviors of WeChat's own forms, which glass-easel does not have. */
const withoutBuiltIn = (definition) =>
  definition.behaviors
    ? {
        ...definition,
        behaviors: definition.behaviors.filter((one) => typeof one !== 'string' || !one.startsWith('wx://')),
      }
    : definition;

/** The engine with the parts of a package; `told` gets what it finds wrong. */
export class Engine {
  constructor(files, told) {
    this.files = files;
    this.told = told;
    const env = new MiniProgramEnv();
    const builtIn = env.getGlobalCodeSpace().getComponentSpace();
    this.space = env.createCodeSpace('main', true);
    const properties = Object.fromEntries(PROPERTIES.split(' ').map((name) => [name, null]));
    for (const tag of TAGS.split(' ')) {
      this.space.getComponentSpace().setGlobalUsingComponent(tag, builtIn.defineComponent({ is: tag, properties }));
    }
    this.backend = env.associateBackend(new glassEasel.CurrentWindowBackendContext());
    // It warns of every attribute that the few built-in components above do not declare.
    glassEasel.addGlobalWarningListener(() => false);
    glassEasel.addGlobalErrorListener((error) => told('error', error));
  }

  /** Compiles the WXML of all parts, with what it includes and the WXS that it calls. */
  addTemplates(parts) {
    const group = new TmplGroup();
    const added = new Set();
    const scripts = new Set();
    const waiting = Object.keys(parts);
    for (let path = waiting.shift(); path; path = waiting.shift()) {
      if (added.has(path)) continue;
      added.add(path);
      for (const { level, message } of group.addTmpl(path, this.files.text(`${path}.wxml`))) {
        if (level === 'Error' || level === 'Fatal') this.told('error', `${path}.wxml: ${message}`);
      }
      waiting.push(...group.getDirectDependencies(path));
      for (const script of group.getScriptDependencies(path)) this.addScript(group, script, scripts);
    }
    const compiled = new Function(`return ${group.getTmplGenObjectGroups()}`)();
    group.free();
    for (const [path, { config, components }] of Object.entries(parts)) {
      const usingComponents = Object.fromEntries(Object.entries(components).map(([tag, to]) => [tag, `/${to}`]));
      this.configure(path, { ...config, usingComponents });
      this.space.addCompiledTemplate(path, { groupList: compiled, content: compiled[path] });
    }
  }

  /** A script of a template, and what it requires: under the name by which it is asked for. */
  addScript(group, path, added) {
    if (added.has(path)) return;
    added.add(path);
    const file = path.endsWith('.wxs') ? path : `${path}.wxs`;
    const text = this.files.text(file);
    group.addScript(path, text);
    for (const [, target] of text.matchAll(/\brequire\(['"]([^'"]+)['"]\)/g)) {
      this.addScript(group, posix.join(posix.dirname(file), target), added);
    }
  }

  configure(path, config) {
    this.configs = { ...this.configs, [path]: config };
    this.space.addComponentStaticConfig(path, config);
  }

  /** Calls `run` with the constructors of a part, which its script calls as globals. */
  register(path, run) {
    this.space.componentEnv(path, (constructors) =>
      run({
        Page: constructors.Page,
        Behavior: (definition) => constructors.Behavior(withoutBuiltIn(definition)),
        Component: (definition) => {
          const { styleIsolation, addGlobalClass } = definition.options ?? {};
          this.space.addComponentStaticConfig(path, { styleIsolation, addGlobalClass, ...this.configs[path] });
          const options = { ...definition.options, useMethodCallerListeners: true };
          return constructors.Component({ ...withoutBuiltIn(definition), options });
        },
      }),
    );
  }

  /** A page on the screen. */
  open(path) {
    const root = this.backend.createRoot('wx-page', this.space, path);
    Object.assign(root.get(), { route: path, __route__: path, is: path, options: {} });
    const place = document.body.appendChild(document.createElement('div'));
    root.attach(document.body, place);
    return root;
  }
}
