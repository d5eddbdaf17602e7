const { ready } = require('./core');
const drivers = require('./drivers');
const performers = require('./effects');
const { EventLoop } = require('./event-loop');
const { PhonePopup } = require('./phone-popup');

/** What is performed when the component has left. */
const UNHEARD = ['verify', 'exchange', 'report', 'explain', 'keep'];

/** How often the module may fail before the popup closes. */
const RESTARTS = 2;

/**
 * Drives a popup: for a component, and for the next one if the popup holds a code or a number when the former has left.
 */
class Driver {
  constructor(host) {
    /** Whose popup it is; nothing while it is kept. */
    this.host = host;
    this.loop = new EventLoop((event) => this.handle(event));
    /** @type {any} The state machine, once the core is loaded. */
    this.popup = undefined;
    /** @type {any} The timer that runs. */
    this.timer = undefined;
    /** How often the module has failed since the page showed the popup. */
    this.failures = 0;
  }

  /** Takes an event; it waits while the core is loading or another event is under way. */
  enqueue(event) {
    if (this.isOver) return;
    this.loop.add(event);
    this.load();
  }

  /** Loads the core, where it is not there. */
  load() {
    if (this.popup || this.isLoading || this.isOver) return;
    this.isLoading = true;
    drivers.add(this);
    const opened = ready(this.host && this.host.place()).then(() => this.open());
    opened.catch((error) => this.fail(error));
  }

  /** The core is there. What the page wants of the popup by now comes first. */
  open() {
    this.isLoading = false;
    if (this.isOver) return;
    const { host } = this;
    const wish = host && host.wish();
    if (host && host.adopt()) {
      host.driver.enqueue(wish);
      return;
    }
    this.popup = new PhonePopup(this.options());
    this.loop.isPaused = false;
    this.state = this.popup.view.state;
    if (host) {
      host.setView(this.popup.view);
      this.loop.addFirst(wish);
    }
    this.loop.run();
  }

  options() {
    return this.host ? this.host.options() : this.lastOptions;
  }

  /** What is still to be done, where that has to wait. */
  handle({ event, at }) {
    const { host } = this; // It is told even if the page takes it away as it closes.
    const outcome = this.dispatch(event, at);
    if (!outcome) return undefined;
    const { patch, effects } = outcome;
    this.state = patch.state || this.state;
    const perform = () => {
      if (host) host.apply(patch);
      effects.forEach((effect) => this.perform(effect, host));
      if (event.type === 'detached') this.leave();
    };
    if (host && host.mustWait(patch)) return perform;
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

  /** An effect that fails, in a handler of the page for example, does not keep the others from being performed. */
  perform(effect, host) {
    try {
      if (host || UNHEARD.includes(effect.type)) performers[effect.type](this, effect, host);
    } catch (error) {
      console.error(error);
    }
  }

  /** Makes an event of what comes later. If the popup that asked for it is lost by then, the next one saves what it can. */
  answerer(makeEvent) {
    const { popup } = this;
    return (answer) => {
      const event = makeEvent(answer);
      this.enqueue(this.popup === popup ? event : { type: 'recovered', event });
    };
  }

  startTimer(act, delay) {
    this.stopTimer();
    if (this.isOver) return;
    this.timer = setTimeout(act, delay);
  }

  stopTimer() {
    clearTimeout(this.timer);
  }

  /** Whether the popup holds a code or a number for one with these options; what a module that failed knew is lost. */
  holds(options) {
    return Boolean(this.ask((popup) => popup.holds(options, Date.now())));
  }

  ask(question) {
    try {
      return this.popup && question(this.popup);
    } catch (error) {
      return undefined;
    }
  }

  /** Another component takes this driver over in place of its own; not one whose module has failed. */
  moveTo(host) {
    const view = this.ask((popup) => popup.view);
    if (!view) return false;
    if (this.host && this.host.isThere) this.host.beginAnew();
    const { waiting } = host.driver.loop;
    host.driver.discard();
    host.driver = this;
    this.host = host;
    host.setView(view);
    this.loop.add({ type: 'attached' });
    this.loop.add({ type: 'configure', options: host.options() });
    waiting.forEach(({ event, at }) => this.loop.add(event, at));
    return true;
  }

  /** The component leaves. What is paid for counts all the same: a code before that, an answer after it. */
  detach() {
    if (!this.popup) {
      this.discard();
      return;
    }
    const { loop } = this;
    const codes = loop.waitingOf('authorized', 'recovered');
    const answers = loop.waitingOf('verified', 'forget');
    loop.waiting = codes.concat({ event: { type: 'detached' }, at: Date.now() }, answers);
    this.isKept = false;
    loop.run();
  }

  leave() {
    if (this.host.isThere) return; // Another component has taken the driver over meanwhile.
    this.stopTimer();
    this.lastOptions = this.options();
    this.host = undefined;
    if (!this.isKept) this.discard();
  }

  keep() {
    this.isKept = true;
  }

  hasBeenLeft() {
    return !this.host || !this.host.isThere;
  }

  /** Whether nobody can finish any more what it was kept for. */
  isKeptForNothing() {
    return Boolean(!this.host && this.popup && !this.holds(this.lastOptions));
  }

  /**
   * The module failed, and what the popup knew is lost with it. The next popup is told what was lost, and what happened
   * as long as that does not make the module fail again; the core decides what becomes of it.
   */
  restart(event, at, error) {
    this.lose();
    this.failures += 1;
    if (event.type === 'detached') {
      this.discard();
    } else if (this.failures > RESTARTS) {
      this.fail(error);
    } else {
      const isRepeated = this.failures === 1;
      this.loop.addFirst(Object.assign({ type: 'recovered', state: this.state }, isRepeated && { event }), at);
      this.load();
    }
  }

  /** The core does not load, or fails on and on. */
  fail(error) {
    console.error(error);
    this.isLoading = false;
    this.failures = 0;
    this.loop.waiting = [];
    if (this.host) this.host.closeUnloaded();
    else this.discard();
  }

  discard() {
    this.lose();
    this.loop.waiting = [];
    this.isOver = true;
    drivers.remove(this);
  }

  lose() {
    this.stopTimer();
    this.loop.isPaused = true;
    if (this.popup) this.popup.free();
    this.popup = undefined;
  }
}

module.exports = { Driver };
