const phoneLogin = require('../../phone-login/index');
const performers = require('./effects');

/** The text of the reason `unsupported`: the module that holds the others did not load. */
const NOT_LOADED = '请升级微信后重试';

/** Drives the popup of a component: one event in, all its effects performed, then the next event. */
class Driver {
  constructor(component) {
    this.component = component;
    this.queue = [];
  }

  /** Takes an event; it waits while the core is loading or another event is under way. */
  enqueue(event) {
    this.queue.push(event);
    this.start();
    this.drain();
  }

  /** Loads the core and shows its view. */
  start() {
    if (this.popup || this.starting || this.stopped) return;
    this.starting = true;
    phoneLogin.ready().then(() => this.open(), (error) => this.fail(error));
  }

  open() {
    this.starting = false;
    if (this.stopped) return;
    this.popup = new phoneLogin.PhonePopup(this.component.data);
    const { showPhonePopup, ...view } = this.popup.view;
    this.component.setData(view);
    // Before the first view only the last word counts, and not every engine observes a property's first value.
    const others = this.queue.filter(({ type }) => type !== 'show' && type !== 'hide');
    this.queue = [{ type: this.component.data.showPhonePopup ? 'show' : 'hide' }, ...others];
    this.drain();
  }

  fail(error) {
    console.error(error);
    if (!this.stopped && this.component.data.showPhonePopup) {
      wx.showToast({ title: NOT_LOADED, icon: 'none' });
      this.component.setData({ showPhonePopup: false });
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

  step(event) {
    const { patch, effects } = this.popup.dispatch(event, Date.now());
    if (Object.keys(patch).length) this.component.setData(patch);
    effects.forEach((effect) => this.perform(effect));
  }

  /** An effect that fails, in a handler of the page for example, does not keep the others from being performed. */
  perform(effect) {
    try {
      performers[effect.type](this, effect);
    } catch (error) {
      console.error(error);
    }
  }

  /** Lets go of everything; what comes later changes nothing. */
  stop() {
    this.stopped = true;
    this.queue = [];
    clearTimeout(this.deadline);
    if (this.popup) this.popup.free();
    this.popup = undefined;
  }
}

module.exports = { Driver };
