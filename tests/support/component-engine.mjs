import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import globalJsdom from 'global-jsdom';

import { settled } from './realm/phone.mjs';
import { teachTags } from './wxml-includes.mjs';

const require = createRequire(import.meta.url);
const miniprogram = fileURLToPath(new URL('../../miniprogram/', import.meta.url));
const examples = fileURLToPath(new URL('../../examples/', import.meta.url));

globalJsdom();
// Node has events of its own, which jsdom does not take.
for (const name of ['CustomEvent', 'Event', 'EventTarget']) globalThis[name] = window[name];

// Modules of a mini-program are CommonJS, whatever the package.json above them says to Node.
const loadScript = Module._extensions['.js'];
Module._extensions['.js'] = (module, path) =>
  [miniprogram, examples].some((folder) => path.startsWith(folder))
    ? module._compile(readFileSync(path, 'utf8'), path)
    : loadScript(module, path);

// An example has the module from npm.
const resolve = Module._resolveFilename;
Module._resolveFilename = (name, ...rest) =>
  name === 'wx-phone-login' ? join(miniprogram, 'phone-login', 'index.js') : resolve(name, ...rest);

const asked = { toasts: [], modals: [], reports: [], calls: [], opened: [] };

/** What the popup asked of the platform, and what that answers about privacy. */
export const platform = { ...asked, privacy: false, made: 0, freed: 0 };

globalThis.wx = {
  showToast: (options) => void platform.toasts.push(options),
  showModal: (options) => void platform.modals.push(options),
  reportEvent: (name, data) => void platform.reports.push({ name, data }),
  getPrivacySetting: ({ success }) => success({ needAuthorization: platform.privacy }),
  navigateTo: ({ url }) => void platform.opened.push(url),
  openPrivacyContract: () => void platform.opened.push('contract'),
  getAccountInfoSync: () => ({ miniProgram: { envVersion: 'release' } }),
  cloud: { callFunction: (options) => void platform.calls.push(options) },
};

globalThis.getCurrentPages = () => [];

globalThis.WXWebAssembly = {
  async instantiate(path, imports) {
    const { instance } = await WebAssembly.instantiate(readFileSync(join(miniprogram, path)), imports);
    return { instance: { exports: counted(instance.exports) } };
  },
};

/** The exports, with the popups counted that are made and freed. */
function counted(exports) {
  const counting =
    (key, call) =>
    (...values) => {
      platform[key]++;
      return call(...values);
    };
  return {
    ...exports,
    phonepopup_new: counting('made', exports.phonepopup_new),
    __wbg_phonepopup_free: counting('freed', exports.__wbg_phonepopup_free),
  };
}

const simulate = require('miniprogram-simulate');
teachTags(simulate);
// A client that tells nothing of its window: the popup is not seen leaving, it is gone.
for (const name of ['getWindowInfo', 'getSystemInfoSync']) delete globalThis.wx[name];

/** The module that the component uses, loaded. */
export const phoneLogin = require(join(miniprogram, 'phone-login', 'index.js'));
await phoneLogin.ready();

const TAGS = ['login-popup-system', 'phone-login-button'];
const components = Object.fromEntries(
  TAGS.map((tag) => {
    const path = join(miniprogram, 'components', tag, tag);
    return [tag, simulate.load(path, tag, { compiler: 'simulate', rootPath: miniprogram })];
  }),
);

/** The field of the page by the property that it is bound to. */
const PROPERTIES = {
  'show-phone-popup': 'shown',
  'popup-content': 'content',
  mode: 'mode',
  locale: 'locale',
  'cloud-function': 'cloudFunction',
  'require-agreement': 'requireAgreement',
  agreements: 'agreements',
  privacy: 'privacy',
  'other-login': 'otherLogin',
  contact: 'contact',
  text: 'text',
  agreed: 'agreed',
  disabled: 'disabled',
};

const EVENTS = ['Get', 'Reject', 'QuotaExceeded', 'Verified', 'StateChange']
  .map((name) => `phoneNumber${name}`)
  .concat('other-login', 'login', 'close', 'update:showPhonePopup');

/**
 * A page of WeChat's engine that binds each property that `data` names and each event of the popup, or of the button where
 * `tag` says so; `slotted` is in it.
 */
export async function openPage(data, slotted = '', tag = 'login-popup-system') {
  const properties = Object.entries(PROPERTIES).filter(([, field]) => field in data);
  const bound = properties.map(([property, field]) => `${property}="{{${field}}}"`);
  const listened = EVENTS.map((name) => `bind:${name}="on"`);
  const events = [];
  const id = simulate.load({
    usingComponents: components,
    template: `<${tag} class="popup" ${[...bound, ...listened].join(' ')}>${slotted}</${tag}>`,
    data,
    methods: { on: ({ type, detail }) => void events.push({ name: type, detail }) },
  });
  const page = simulate.render(id);
  page.attach(document.body);
  await settled();
  return new Page(page, events);
}

/** A page with the popup on it. */
class Page {
  constructor(page, events) {
    this.page = page;
    /** Every event that reached the page. */
    this.events = events;
  }

  get popup() {
    return this.page.querySelector('.popup');
  }

  /** The page's own data is set. */
  async set(data) {
    this.page.setData(data);
    await settled();
  }

  /** Everything that can be read on the screen, element by element. */
  get texts() {
    return ['title', 'desc']
      .map((part) => this.popup.querySelector(`.popup-${part}`)?.dom.textContent)
      .concat(this.buttons.map(({ dom }) => dom.textContent));
  }

  /** The elements with a class. */
  all(className) {
    return this.popup.querySelectorAll(`.${className}`);
  }

  /** What WeChat is told of an element. */
  attributesOf(element) {
    return Object.fromEntries(element.toJSON().attrs.map(({ name, value }) => [name, value]));
  }

  /** The user taps an element. */
  async tap(element) {
    element.dispatchEvent('tap');
    await settled();
  }

  get buttons() {
    return this.popup.querySelectorAll('.phone-btn');
  }

  /** The button, or the link beside the buttons, that does this. */
  button(action) {
    return this.all('btn').find(({ dom }) => dom.dataset.action === action);
  }

  /** What WeChat is told of the allow button, and whether something turns in it. */
  get attributes() {
    return { ...this.attributesOf(this.button('allow')), loading: this.all('btn-spinner').length === 1 };
  }

  /** The user, or WeChat, does something to a button. */
  async act(action, type, detail = {}) {
    this.button(action).dispatchEvent(type, { detail });
    await settled();
  }

  /** The details of the events with a name. */
  got(name) {
    return this.events.filter((event) => event.name === name).map(({ detail }) => detail);
  }

  close() {
    this.page.detach();
  }
}
