/** Drives a popup: one event in, the patch set and all its effects performed, then the next event. */
class Loop {
  constructor(popup, { dispatch, perform, free }) {
    Object.assign(this, { popup, dispatch, perform, free, waiting: [], isHandling: false, isKept: false });
  }

  /** The time is that of the event, however long the ones before it take. */
  enqueue(event) {
    this.waiting.push({ event, at: Date.now() });
    this.run();
  }

  run() {
    while (this.popup && !this.isHandling && this.waiting.length) {
      this.isHandling = true;
      this.handle(this.waiting.shift());
      this.isHandling = false;
    }
  }

  handle({ event, at }) {
    const { component } = this; // It is told even if the page takes it away in one of its handlers.
    const { patch, effects } = this.dispatch(event, at);
    if (component && Object.keys(patch).length) component.apply(patch);
    for (const effect of effects) this.perform(effect, component);
    if (event.type === 'detached' && !this.isKept) this.free();
  }
}

module.exports = { Loop };
