const performers = require('./effects');

/** What is performed when the component has left. */
const UNSEEN = ['report', 'explain', 'keep'];

/** One event in, all its effects performed, then the next event. The driver says what `start` and `restart` do. */
class EventLoop {
  constructor(component) {
    this.component = component;
    this.queue = [];
    /** @type {any} The state machine, once the core is loaded. */
    this.popup = undefined;
    /** @type {any} Who has taken the popup over. */
    this.heir = undefined;
    /** @type {any} The timer that runs. */
    this.deadline = undefined;
    this.inObserver = false;
  }

  start() {}

  restart(_event, _at, _error) {}

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

  /** Takes the answer to what a popup asked for, unless that popup is no more. */
  answer(popup, event) {
    if (this.heir) this.heir.answer(popup, event);
    else if (popup === this.popup) this.enqueue(event);
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
    const outcome = this.dispatch(event, at);
    if (!outcome) return;
    const { patch, effects } = outcome;
    const perform = () => {
      this.apply(patch);
      effects.forEach((effect) => this.perform(effect, component));
    };
    // A popup that closes as it is shown: the page is still setting the property, and can take nothing back.
    if (this.inObserver && 'showPhonePopup' in patch) Promise.resolve().then(perform);
    else perform();
  }

  dispatch(event, at) {
    try {
      return this.popup.dispatch(event, at);
    } catch (error) {
      this.restart(event, at, error);
      return undefined;
    }
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
}

module.exports = { EventLoop };
