/** One event after the other: the next one waits until all that the one before asks for is performed. */
class EventLoop {
  /** `handle` takes an event and when it happened; it gives what is still to be done, where that has to wait. */
  constructor(handle) {
    this.handle = handle;
    this.waiting = [];
    /** Whether events only wait, because the core is not loaded. */
    this.isPaused = true;
    this.isHandling = false;
  }

  /** The time is that of the event, however long the ones before it take. */
  add(event) {
    this.waiting.push({ event, at: Date.now() });
    this.run();
  }

  run() {
    while (!this.isHandling && !this.isPaused && this.waiting.length) this.handleNext();
  }

  handleNext() {
    this.isHandling = true;
    let later;
    try {
      later = this.handle(this.waiting.shift());
    } finally {
      this.isHandling = Boolean(later);
    }
    if (later) Promise.resolve().then(() => this.finish(later));
  }

  finish(perform) {
    try {
      perform();
    } finally {
      this.isHandling = false;
    }
    this.run();
  }

  /** The events of these types that wait, in their order. */
  waitingOf(...types) {
    return this.waiting.filter(({ event }) => types.includes(event.type));
  }
}

module.exports = { EventLoop };
