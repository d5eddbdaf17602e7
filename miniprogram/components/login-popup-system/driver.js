const phoneLogin = require('../../phone-login/index');
const { baseLibrary } = require('../../phone-login/client');
const { EventLoop } = require('./event-loop');
const popups = require('./popups');
const { trigger } = require('./trigger');

/** The text of the reason `unsupported`: the module that holds the others did not load. */
const NOT_LOADED = '请升级微信后重试';

/** What a popup is told whose predecessor failed with its module. */
const FAILED = { type: 'authorized', event: { detail: { errMsg: 'getPhoneNumber:fail internal error' } } };

/** Drives the popup of a component: from the module that is loaded to the component that leaves. */
class Driver extends EventLoop {
  constructor(component) {
    super(component);
    this.client = { baseLibrary: baseLibrary() };
    /** How often the module failed since the page showed the popup. */
    this.failures = 0;
  }

  /** The page shows or hides the popup; what the popup did by itself comes here too, and is no news. */
  show(shown) {
    if (shown === this.shown) return;
    this.shown = shown;
    if (shown) this.failures = 0;
    if (shown && this.popup) this.adopt();
    this.inObserver = true;
    this.enqueue({ type: shown ? 'show' : 'hide' });
    this.inObserver = false;
  }

  /** The component's properties have changed. */
  configure() {
    this.enqueue({ type: 'configure', options: this.options() });
  }

  /** The component's properties and what the client is, as the core takes them. */
  options() {
    return Object.assign({}, this.client, this.component.data);
  }

  /** What another popup of the same cloud function holds comes to the one that is shown, unless that has its own. */
  adopt() {
    if (this.holds()) return;
    const popup = popups.take(this, this.component.data.cloudFunction);
    if (!popup) return;
    this.discard();
    this.own(popup);
    const { showPhonePopup, ...view } = popup.view;
    this.component.setData(view);
    this.enqueue({ type: 'attached' });
    this.configure();
  }

  /** Whether the popup holds a code or a number; what a module that failed knew is lost. */
  holds() {
    try {
      return Boolean(this.popup && this.popup.holds(Date.now()));
    } catch (error) {
      return false;
    }
  }

  /** The popup, where it holds something and nobody sees it; another one takes its place here. */
  letGo(cloudFunction) {
    if (this.shown || this.component.data.cloudFunction !== cloudFunction || !this.holds()) return undefined;
    const { popup } = this;
    clearTimeout(this.deadline);
    this.popup = undefined;
    this.start();
    return popup;
  }

  own(popup) {
    this.popup = popup;
    popups.owners.set(popup, this);
  }

  /** Loads the core and shows its view. */
  start() {
    if (this.popup || this.starting || !this.component) return;
    this.starting = true;
    popups.add(this);
    const opened = phoneLogin.ready(this.place()).then(() => this.open());
    opened.catch((error) => this.fail(error));
  }

  /** The module's folder, seen from the component's path, as the path in the first line of this file. */
  place() {
    const { is } = this.component;
    return is ? { folder: is.split('/').slice(0, -3).concat('phone-login').join('/') } : {};
  }

  open() {
    this.starting = false;
    if (!this.component) return;
    const options = this.options();
    const first = this.inherit(options);
    const { showPhonePopup, ...view } = this.firstView(options);
    this.component.setData(view);
    // Before the first view only the last word counts, and not every engine observes a property's first value.
    const others = this.queue.filter(({ event: { type } }) => type !== 'show' && type !== 'hide');
    this.shown = this.component.data.showPhonePopup;
    first.push({ type: this.shown ? 'show' : 'hide' });
    this.queue = first.map((event) => ({ event, at: Date.now() })).concat(others);
    this.drain();
  }

  /** The view of the popup that was taken over, or else of a new one: a module may have failed with the former. */
  firstView(options) {
    try {
      if (this.popup) return this.popup.view;
    } catch (error) {
      this.discard();
    }
    this.own(new phoneLogin.PhonePopup(options));
    return this.popup.view;
  }

  /** Takes over the popup that a component left behind, if it verifies by the same function. */
  inherit(options) {
    const popup = popups.takeLeft(options.cloudFunction);
    if (!popup) return [];
    this.own(popup);
    return [{ type: 'attached' }, { type: 'configure', options }];
  }

  fail(error) {
    console.error(error);
    this.starting = false;
    this.failures = 0;
    this.queue = [];
    if (this.component && this.component.data.showPhonePopup) this.closeUnloaded(this.component);
  }

  /** Nothing that could decide is there: the user is told, and the page gets its property back. */
  closeUnloaded(component) {
    this.apply({ showPhonePopup: false });
    trigger(component, 'close', { visible: false, reason: 'unsupported' });
    wx.showToast({ title: NOT_LOADED, icon: 'none' });
  }

  /**
   * The module failed, and what the popup knew is lost with it. The next popup takes the event once more where it
   * holds all there was to know; otherwise it tells the user that it failed. Whatever fails on and on ends.
   */
  restart(event, at, error) {
    this.discard();
    if (!this.component) return;
    this.failures += 1;
    const knewNothing = ['hidden', 'prompting'].includes(this.component.data.state);
    const isRepeated = this.failures === 1 && (knewNothing || event.type === 'authorized');
    if (this.failures > 2) {
      this.fail(error);
      return;
    }
    this.queue.unshift({ event: isRepeated ? event : FAILED, at });
    this.start();
  }

  discard() {
    clearTimeout(this.deadline);
    if (!this.popup) return;
    popups.owners.delete(this.popup);
    this.popup.free();
    this.popup = undefined;
  }

  /** Lets go of the component; what comes later changes nothing that it shows. */
  stop() {
    this.cloudFunction = this.component.data.cloudFunction;
    this.component = undefined;
    popups.remove(this);
    // What is answered is paid for.
    const answers = this.queue.filter(({ event: { type } }) => type === 'verified');
    this.queue = [];
    clearTimeout(this.deadline);
    if (!this.popup) return;
    this.step({ event: { type: 'detached' }, at: Date.now() });
    answers.forEach((answer) => this.step(answer));
    if (!popups.isKept(this)) this.discard();
  }
}

module.exports = { Driver };
