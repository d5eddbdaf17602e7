const phoneLogin = require('../../phone-login/index');
const { baseLibrary } = require('../../phone-login/platform');
const performers = require('./effects');

/** The text of the reason `unsupported`: the module that holds the others did not load. */
const NOT_LOADED = '请升级微信后重试';

/** What is performed when the component has left. */
const UNSEEN = ['report', 'explain', 'keep'];

/** The drivers that components left behind, with popups that hold a code or a number for the next one. */
const kept = [];

/** Drives the popup of a component: one event in, all its effects performed, then the next event. */
class Driver {
  constructor(component) {
    this.component = component;
    this.client = { baseLibrary: baseLibrary() };
    this.queue = [];
  }

  /** Takes an event; it waits while the core is loading or another event is under way. */
  enqueue(event) {
    if (this.heir) {
      this.heir.enqueue(event);
      return;
    }
    this.queue.push({ event, at: Date.now() });
    this.start();
    this.drain();
  }

  /** The page shows or hides the popup; what the popup did by itself comes here too, and is no news. */
  show(shown) {
    if (shown === this.shown) return;
    this.shown = shown;
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

  /** Loads the core and shows its view. */
  start() {
    if (this.popup || this.starting || !this.component) return;
    this.starting = true;
    phoneLogin.ready().then(() => this.open(), (error) => this.fail(error));
  }

  open() {
    this.starting = false;
    if (!this.component) return;
    const options = this.options();
    const first = this.inherit(options);
    if (!this.popup) this.popup = new phoneLogin.PhonePopup(options);
    const { showPhonePopup, ...view } = this.popup.view;
    this.component.setData(view);
    // Before the first view only the last word counts, and not every engine observes a property's first value.
    const others = this.queue.filter(({ event: { type } }) => type !== 'show' && type !== 'hide');
    this.shown = this.component.data.showPhonePopup;
    first.push({ type: this.shown ? 'show' : 'hide' });
    this.queue = first.map((event) => ({ event, at: Date.now() })).concat(others);
    this.drain();
  }

  /** Takes over the popup that was kept, if it verifies by the same function. */
  inherit(options) {
    const at = kept.findIndex(({ cloudFunction }) => cloudFunction === options.cloudFunction);
    if (at < 0) return [];
    const [former] = kept.splice(at, 1);
    this.popup = former.popup;
    former.heir = this;
    return [{ type: 'attached' }, { type: 'configure', options }];
  }

  /** Leaves the popup to the component that comes next, and its answers with it. */
  keep() {
    kept.push(this);
  }

  fail(error) {
    console.error(error);
    if (this.component && this.component.data.showPhonePopup) {
      wx.showToast({ title: NOT_LOADED, icon: 'none' });
      this.apply({ showPhonePopup: false });
    }
    this.starting = false;
    this.queue = [];
  }

  drain() {
    if (this.draining) return;
    this.draining = true;
    try {
      while (this.popup && this.queue.length) this.step(this.queue.shift());
    } finally {
      this.draining = false;
    }
  }

  step({ event, at }) {
    const { component } = this; // It is told even if the page takes it away as it closes.
    const { patch, effects } = this.popup.dispatch(event, at);
    const perform = () => {
      this.apply(patch);
      effects.forEach((effect) => this.perform(effect, component));
    };
    // A popup that closes as it is shown: the page is still setting the property, and can take nothing back.
    if (this.inObserver && 'showPhonePopup' in patch) Promise.resolve().then(perform);
    else perform();
  }

  apply(patch) {
    if (!this.component || !Object.keys(patch).length) return;
    if ('showPhonePopup' in patch) this.shown = patch.showPhonePopup;
    this.component.setData(patch);
  }

  /** An effect that fails, in a handler of the page for example, does not keep the others from being performed. */
  perform(effect, component) {
    try {
      if (component || UNSEEN.includes(effect.type)) performers[effect.type](this, effect, component);
    } catch (error) {
      console.error(error);
    }
  }

  /** Lets go of the component; what comes later changes nothing that it shows. */
  stop() {
    this.cloudFunction = this.component.data.cloudFunction;
    this.component = undefined;
    this.queue = [];
    clearTimeout(this.deadline);
    if (!this.popup) return;
    this.step({ event: { type: 'detached' }, at: Date.now() });
    if (kept.includes(this)) return;
    this.popup.free();
    this.popup = undefined;
  }
}

module.exports = { Driver };
