const performers = require('./effects');

/** What is performed when the component has left. */
const UNSEEN = ['verify', 'exchange', 'report', 'explain', 'keep'];

/** One event in, all its effects performed, then the next event. The driver says what `start` and `restart` do. */
class EventLoop {
  constructor(component) {
    this.component = component;
    this.queue = [];
    /** @type {any} The state machine, once the core is loaded. */
    this.popup = undefined;
    /** @type {any} The timer that runs. */
    this.deadline = undefined;
    this.inObserver = false;
    /** Whether the component sets its own data, which its observers see too. */
    this.isApplying = false;
    /** How often they saw the property `showPhonePopup` then. */
    this.echoes = 0;
    /** Whether the property was last set to false by the popup, and not by the page. */
    this.closedItself = false;
  }

  start() {}

  restart(_event, _at, _error) {}

  /** Takes an event; it waits while the core is loading or another event is under way. */
  enqueue(event) {
    this.queue.push({ event, at: Date.now() });
    this.start();
    this.drain();
  }

  drain() {
    if (this.draining) return;
    this.draining = true;
    let later;
    try {
      while (!later && this.popup && this.queue.length) later = this.step(this.queue.shift());
    } finally {
      this.draining = Boolean(later);
    }
    if (later) Promise.resolve().then(() => this.resume(later));
  }

  /** The next event waits until the effects of the one before it are performed, whatever comes of them. */
  resume(perform) {
    perform();
    this.draining = false;
    this.drain();
  }

  /** Gives what is still to be done, where that has to wait. */
  step({ event, at }) {
    const { component } = this; // It is told even if the page takes it away as it closes.
    const outcome = this.dispatch(event, at);
    if (!outcome) return undefined;
    const { patch, effects } = outcome;
    const perform = () => {
      this.apply(patch);
      effects.forEach((effect) => this.perform(effect, component));
    };
    // A popup that closes as it is shown: the page is still setting the property, and can take nothing back.
    if (this.inObserver && 'showPhonePopup' in patch) return perform;
    perform();
    return undefined;
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
    const isOvertaken = this.queue.some(({ event: { type } }) => type === 'show' || type === 'hide');
    if (isOvertaken)
      delete patch.showPhonePopup; // The page has set it again meanwhile.
    else if ('showPhonePopup' in patch) this.shown = patch.showPhonePopup;
    this.setData(patch);
    // With `model:` the page's field follows at once, and gives the property its value a second time.
    if ('showPhonePopup' in patch) this.closedItself = !this.shown && this.echoes < 2;
  }

  setData(patch) {
    this.echoes = 0;
    this.isApplying = true;
    try {
      this.component.setData(patch);
    } finally {
      this.isApplying = false;
    }
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
