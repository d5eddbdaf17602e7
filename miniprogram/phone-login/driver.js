const { ready } = require('./core');
const performers = require('./effects');
const { EventLoop } = require('./event-loop');
const { PhonePopup } = require('./phone-popup');
const { shared } = require('./shared');

/** What is performed when the component has left. */
const UNHEARD = ['verify', 'exchange', 'report', 'explain', 'keep'];

/** Whether an event brings what is paid for: a code, or what a popup that is lost was told of a code. */
const isPaid = ({ type, event }) =>
  type === 'authorized' || (type === 'recovered' && event && ['authorized', 'verified'].includes(event.type));

/** How often the module may fail, after a show, before the popup closes. */
const RESTARTS = 2;

/** Drives a popup: for its component, and for the next one if the popup holds something when the component leaves. */
class Driver {
  constructor(host) {
    /** The component that has the popup; nothing while it is kept. */
    this.host = host;
    /** @type {any} The driver that this component has taken in its place. */
    this.heir = undefined;
    this.loop = new EventLoop((event) => this.handle(event));
    /** @type {any} The state machine, once the core is loaded. */
    this.popup = undefined;
    /** @type {any} The timer that runs. */
    this.timer = undefined;
    this.failures = 0;
    shared().drivers.add(this);
  }

  /** Takes an event; it waits while the core is loading or another event is under way. */
  enqueue(event) {
    if (this.heir) this.heir.enqueue(event);
    if (this.isOver) return;
    this.loop.add(event);
    this.load();
  }

  /** Loads the core, where it is not there. */
  load() {
    if (this.popup || this.isLoading || this.isOver) return;
    this.isLoading = true;
    const opened = ready(this.host && this.host.place()).then(() => this.open());
    opened.catch((error) => this.fail(error));
  }

  /** The core is there. Of what happened meanwhile, what the page wants by now comes first. */
  open() {
    this.isLoading = false;
    if (this.isOver) return;
    const { host, loop } = this;
    const wish = host && host.wish();
    if (host && host.adopt(wish)) return;
    this.popup = new PhonePopup(host ? host.options() : this.lastOptions);
    const { view } = this.popup;
    this.state = view.state;
    if (host) {
      host.setView(view);
      loop.waiting.unshift({ event: wish, at: Date.now() });
    }
    loop.isPaused = false;
    loop.run();
  }

  /** Gives what is still to be done, where that has to wait. */
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
    // Inside the observer the page is still setting the property, and can take nothing back.
    return host && host.isInObserver && 'showPhonePopup' in patch ? perform : perform();
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

  /** What takes an answer and makes an event of it. A number counts even if the popup that asked is lost by then. */
  answering(makeEvent) {
    const { popup } = this;
    return (answer) => {
      const event = makeEvent(answer);
      if (this.popup === popup) this.enqueue(event);
      else if (popup.isLost) this.enqueue({ type: 'recovered', event });
    };
  }

  /** Whether the popup holds a code or a number for one with these options; what a module that failed knew is lost. */
  holds(options) {
    try {
      return Boolean(this.popup && this.popup.holds(options, Date.now()));
    } catch (error) {
      return false;
    }
  }

  /** Whether its component has left, and nothing is there any more that another one can finish. */
  isKeptInVain() {
    return Boolean(!this.host && this.popup && !this.holds(this.lastOptions));
  }

  /** Another component takes this driver over, in place of its own; `wish` says what its page wants first of all. */
  moveTo(host, wish) {
    const { view } = this.popup;
    const { waiting } = host.driver.loop;
    if (this.host && this.host.isThere) this.host.beginAnew();
    host.driver.discard();
    host.driver.heir = this;
    host.driver = this;
    this.host = host;
    host.setView(view);
    const events = [{ type: 'attached' }, { type: 'configure', options: host.options() }].concat(wish || []);
    const at = Date.now();
    this.loop.waiting.push(...events.map((event) => ({ event, at })), ...waiting);
    this.loop.run();
  }

  /** The component leaves. What is paid for counts all the same: a code before that, an answer after it. */
  detach() {
    const { loop } = this;
    const codes = loop.waiting.filter(({ event }) => isPaid(event));
    const answers = loop.waitingOf('verified', 'forget');
    loop.waiting = codes.concat({ event: { type: 'detached' }, at: Date.now() }, answers);
    this.isKept = false;
    if (this.popup) loop.run();
    else if (!codes.length) this.discard(); // Otherwise the core is still loading, for the code.
  }

  leave() {
    if (this.host.isThere) return; // Another component has taken the driver over meanwhile.
    clearTimeout(this.timer);
    this.lastOptions = this.host.options();
    this.host = undefined;
    const { drivers } = shared();
    drivers.delete(this); // Last, since what was left first is taken over first.
    if (this.isKept) drivers.add(this);
    else this.discard();
  }

  /**
   * The module failed, and what the popup knew is lost with it. The next popup is told what was lost, and what happened
   * as long as that does not make the module fail again; the core decides what becomes of it.
   */
  restart(event, at, error) {
    this.popup.isLost = true;
    this.losePopup();
    this.failures += 1;
    const recovered = Object.assign({ type: 'recovered', state: this.state }, this.failures === 1 && { event });
    const { loop } = this;
    const wishes = loop.waitingOf('show', 'hide'); // The next popup is told what the page wants by then.
    loop.waiting = [{ event: recovered, at }].concat(loop.waiting.filter((one) => !wishes.includes(one)));
    if (event.type === 'detached') this.discard();
    else if (this.failures > RESTARTS) this.fail(error);
    else this.load();
  }

  /** The core does not load, or fails on and on. */
  fail(error) {
    console.error(error);
    this.losePopup();
    this.isLoading = false;
    this.failures = 0;
    this.loop.waiting = [];
    if (this.host && this.host.isThere) this.host.fail();
    else this.discard();
  }

  discard() {
    this.losePopup();
    this.loop.waiting = [];
    this.isOver = true;
    shared().drivers.delete(this);
  }

  losePopup() {
    clearTimeout(this.timer);
    this.loop.isPaused = true;
    if (this.popup) this.popup.free();
    this.popup = undefined;
  }
}

module.exports = { Driver };
