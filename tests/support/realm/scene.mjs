import { Phone, settled } from './phone.mjs';
import { ALLOWED } from './samples.mjs';

const COMPONENT = '/components/login-popup-system/login-popup-system';
const USING = { usingComponents: { 'login-popup-system': COMPONENT } };

/** A page with the popup on a phone, and what a user and WeChat can do there. */
export class Scene {
  constructor(phone, page) {
    this.phone = phone;
    this.page = page;
    this.wx = phone.wx;
    /** Every number that the login was handed. */
    this.logins = [];
    page.instance.completeLogin = (number) => void this.logins.push(number);
  }

  /** The popup, or the last one that was there. */
  get popup() {
    return this.page.created.at(-1);
  }

  /** What the popup shows. */
  get shown() {
    return this.popup.observed.data;
  }

  /** The page's button is tapped. */
  show() {
    this.page.handle('showPhonePopup', {});
  }

  tapAllow() {
    this.popup.act('allow', 'tap');
  }

  tapReject() {
    this.popup.act('reject', 'tap');
  }

  /** The native button delivers its result. */
  deliver(detail) {
    this.popup.act('allow', 'getphonenumber', detail);
  }

  /** From the page's button to the result of the native one. */
  authorize(detail = ALLOWED) {
    this.show();
    this.tapAllow();
    this.deliver(detail);
  }

  /** The details of the events with a name that the page's popups triggered. */
  triggered(name) {
    const events = this.page.created.flatMap(({ triggered }) => triggered);
    return events.filter((event) => event.name === name).map(({ detail }) => detail);
  }

  /** The texts of the toasts. */
  get toasts() {
    return this.wx.toasts.map(({ title }) => title);
  }

  /** The states that the page was told of. */
  get states() {
    return this.triggered('phoneNumberStateChange').map(({ state }) => state);
  }

  /** Everything that stays or leaves outside of the login: console, statistics, storage, what is shown. */
  get traces() {
    const { phone, wx, page } = this;
    const written = phone.console.map((line) => line.map(textOf));
    const kept = [wx.reports, wx.analytics, [...wx.storage], wx.toasts, wx.modals, wx.navigations];
    const shown = page.created.map(({ setDataCalls, observed }) => [setDataCalls, observed.data]);
    return JSON.stringify([written, kept, page.setDataCalls, page.data, shown]);
  }
}

/** What a console shows of a value, an error with its stack. */
function textOf(value) {
  return typeof value === 'object' ? `${value?.stack} ${JSON.stringify(value)}` : String(value);
}

/** The page of the mini-program, before the module has loaded; `prepare` can hold the load. */
export function startIndex(options, prepare = () => {}) {
  const phone = new Phone(options);
  prepare(phone);
  phone.launch();
  return new Scene(phone, phone.openPage('/pages/index/index'));
}

/** The page of the mini-program, with the load of the module held until `release` is called. */
export function startHeld() {
  let release;
  const scene = startIndex({ backend: 'wasm' }, ({ wasm }) => {
    release = wasm.hold();
  });
  return { scene, release };
}

/** The page of the mini-program, loaded. */
export async function openIndex(options) {
  const scene = startIndex(options);
  await loaded(scene);
  return scene;
}

/** A page of one's own that shows the popup, with more attributes on it. */
export async function openOwnPage(attributes, definition = {}, phone = new Phone()) {
  const wxml = `<login-popup-system id="login-popup" model:show-phone-popup="{{isShown}}" ${attributes} />`;
  const showPhonePopup = () => scene.page.instance.setData({ isShown: true });
  const data = { isShown: false, isThere: true, ...definition.data };
  const page = phone.open({ showPhonePopup, ...definition, data }, wxml, USING);
  const scene = new Scene(phone, page);
  await loaded(scene);
  return scene;
}

/** A page whose popup verifies by itself, and comes and goes as `leave` and `comeBack` say. */
export function openLeavingPage(attributes = 'cloud-function="decryptPhoneNumber"', definition, phone) {
  return openOwnPage(`wx:if="{{isThere}}" ${attributes}`, definition, phone);
}

/** The popup leaves its page. */
export function leave({ page }) {
  page.instance.setData({ isThere: false, isShown: false });
}

/** Another popup stands where it was. */
export async function comeBack(scene) {
  scene.page.instance.setData({ isThere: true });
  await settled();
}

/** Waits until the module has loaded and the popup knows. */
export async function loaded({ phone }) {
  await phone.ready();
  await settled();
}
