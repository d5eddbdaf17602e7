/** Time that passes when a test says so. */
export class Clock {
  constructor() {
    this.now = 1700000000000;
    this.timers = new Map();
    this.lastId = 0;
    this.setTimeout = (callback, delay = 0) => {
      this.timers.set(++this.lastId, { callback, due: this.now + delay });
      return this.lastId;
    };
    this.clearTimeout = (id) => void this.timers.delete(id);
  }

  /** How many timers run. */
  get running() {
    return this.timers.size;
  }

  /** Lets milliseconds pass and runs what is due, in order. */
  pass(milliseconds) {
    const end = this.now + milliseconds;
    for (let next = this.next(end); next; next = this.next(end)) {
      const [id, { callback, due }] = next;
      this.timers.delete(id);
      this.now = due;
      callback();
    }
    this.now = end;
  }

  next(end) {
    const due = [...this.timers].filter(([, timer]) => timer.due <= end);
    return due.sort(([, one], [, other]) => one.due - other.due)[0];
  }
}
