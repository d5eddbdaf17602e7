const phoneLogin = require('../../phone-login/index');
const { baseLibrary, isSinglePage } = require('../../phone-login/client');
const { isIdempotent } = require('../../phone-login/idempotence');
const notLoaded = require('../../phone-login/not-loaded');
const { showNotice } = require('../../phone-login/platform');
const { EventLoop } = require('./event-loop');
const popups = require('./popups');
const { trigger } = require('./trigger');

/** What is paid for: a code, and the answer to a call. */
const PAID = ['authorized', 'verified'];

/** Drives the popup of a component: from the module that is loaded to the component that leaves. */
class Driver extends EventLoop {
  constructor(component) {
    super(component);
    this.client = { baseLibrary: baseLibrary(), singlePage: isSinglePage(), renderer: component.renderer };
    /** How often the module failed since the page showed the popup. */
    this.failures = 0;
    /** @type {any} The data and the options of the component, once it has left. */
    this.left = undefined;
  }

  /** The page shows or hides the popup; what the popup did by itself comes here too, and is no news. */
  show(shown) {
    if (this.isApplying) {
      this.echoes += 1;
      return;
    }
    if (!shown) this.closedItself = false;
    if (shown === this.shown) return;
    this.shown = shown;
    if (shown && this.closedItself) {
      this.showOnceMore();
      return;
    }
    this.inObserver = true;
    this.change({ type: shown ? 'show' : 'hide' });
    this.inObserver = false;
  }

  /** The property is true as before the popup closed itself. What else the page sets with it is known a microtask later. */
  showOnceMore() {
    const { isBatch } = this;
    Promise.resolve().then(() => {
      if (this.shown) this.change({ type: 'show', repeated: true, batched: isBatch || this.isBatch });
    });
  }

  change(event) {
    if (this.shown) this.failures = 0;
    if (this.shown && this.popup) this.adopt();
    this.enqueue(event);
  }

  /** The component's properties have changed. */
  configure() {
    this.noteProperties();
    this.enqueue({ type: 'configure', options: this.options() });
  }

  /** The page has set others of the component's properties than the one that shows it. */
  noteProperties() {
    this.isBatch = true;
    Promise.resolve().then(() => {
      this.isBatch = false;
    });
  }

  /** The component's properties and what the client is, as the core takes them. */
  options() {
    const { data } = this.component;
    return Object.assign({}, this.client, data, { idempotent: data.idempotent || isIdempotent(data) });
  }

  /** What another popup with the same exchange holds comes to the one that is shown, unless that has its own. */
  adopt() {
    const options = this.options();
    if (this.holds(options)) return;
    const popup = popups.take(this, options);
    if (!popup) return;
    this.discard();
    this.own(popup);
    const { showPhonePopup, ...view } = popup.view;
    this.component.setData(view);
    this.enqueue({ type: 'attached' });
    this.configure();
  }

  /** Whether the popup holds a code or a number for one with these options; what a module that failed knew is lost. */
  holds(options) {
    try {
      return Boolean(this.popup && this.popup.holds(options, Date.now()));
    } catch (error) {
      return false;
    }
  }

  /** The popup, where it holds something and nobody sees it; another one takes its place here. */
  letGo(options) {
    if (this.shown || !this.holds(options)) return undefined;
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

  /** Takes over the popup that a component left behind, if it holds something for this one. */
  inherit(options) {
    const popup = popups.takeLeft(options);
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
    showNotice(notLoaded[component.data.locale] || notLoaded.zh_CN);
  }

  /**
   * The module failed, and what the popup knew is lost with it. The next popup is told what was lost, and what happened
   * as long as that does not make the module fail again; the core decides what becomes of it.
   */
  restart(event, at, error) {
    const lost = this.popup;
    const { state } = (this.component || this.left).data;
    this.discard();
    popups.owners.set(lost, this); // For what it still waits for.
    this.failures += 1;
    const recovered = Object.assign({ type: 'recovered', state }, this.failures === 1 && { event });
    if (!this.component) {
      this.recoverUnseen(recovered);
    } else if (this.failures > 2) {
      this.fail(error);
    } else {
      this.queue.unshift({ event: recovered, at });
      this.start();
    }
  }

  /** The component has left: an answer is saved for the next one, where a module is at hand. */
  recoverUnseen(event) {
    try {
      this.own(new phoneLogin.PhonePopup(this.left.options));
      this.popup.dispatch(event, Date.now());
    } catch (error) {
      console.error(error);
    }
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
    const paid = this.queue.filter(({ event: { type } }) => PAID.includes(type));
    const isCode = ({ event: { type } }) => type === 'authorized';
    this.queue = [];
    // A code is for the component that is there; an answer waits for the next one.
    if (this.popup) paid.filter(isCode).forEach((code) => this.step(code));
    this.left = { data: this.component.data, options: this.options() };
    this.component = undefined;
    popups.remove(this);
    clearTimeout(this.deadline);
    if (!this.popup) return;
    this.step({ event: { type: 'detached' }, at: Date.now() });
    paid.filter((one) => !isCode(one)).forEach((answer) => this.step(answer));
    if (!popups.isKept(this)) this.discard();
  }
}

module.exports = { Driver };
