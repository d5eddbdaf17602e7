/** How long the browser takes to do what follows from a timer, in tasks. */
const TASKS = 2;

/**
 * The time of the mini-program: that of the browser, or faster. It is never faster while somebody outside is at work, a
 * server or a user before a window of WeChat's, so that what is waited for in vain is all that gets shorter.
 *
 * It can be stopped, too. Then it passes by `advance` alone, and every timer rings at the very time that it was set to.
 */
export class Clock {
  #rate = 1;
  #held = 0;
  #isStopped = false;
  /** A moment of the browser's time, and what it was here. */
  #moment = { outside: 0, here: 0 };
  /** @type {Map<number, { due: number, handle?: ReturnType<typeof setTimeout>, run: () => void }>} */
  #timers = new Map();
  #lastId = 0;

  /** @returns {number} milliseconds since 1970 */
  now() {
    const { outside, here } = this.#moment;
    return Math.floor(here + (Date.now() - outside) * this.#speed);
  }

  /** @param {number} rate  how many times faster than the browser's, from now on */
  setRate(rate) {
    this.#change(() => {
      this.#rate = rate;
    });
  }

  /**
   * Runs what is not to be waited for at a higher speed.
   *
   * @template Result
   * @param {() => Promise<Result>} run
   * @returns {Promise<Result>}
   */
  async hold(run) {
    this.#change(() => {
      this.#held += 1;
    });
    try {
      return await run();
    } finally {
      this.#change(() => {
        this.#held -= 1;
      });
    }
  }

  stop() {
    this.#change(() => {
      this.#isStopped = true;
    });
  }

  /** Has time pass by itself again. */
  go() {
    this.#change(() => {
      this.#isStopped = false;
    });
  }

  /**
   * Lets a stopped clock go on, and what follows from its timers happen.
   *
   * @param {number} duration  milliseconds
   * @param {number} rate      how many times faster than the browser's
   */
  async advance(duration, rate) {
    const end = this.now() + duration;
    for (let timer = this.#firstUntil(end); timer; timer = this.#firstUntil(end)) {
      await this.#goTo(timer.due, rate);
      if (!this.#isStopped) return;
      timer.run();
    }
    await this.#goTo(end, rate);
  }

  /** @param {number} delay  milliseconds; `0` is no wait at all */
  async pause(delay) {
    if (delay > 0) await new Promise((resolve) => this.setTimeout(resolve, delay));
  }

  setTimeout(callback, delay = 0, ...args) {
    return this.#add(delay, (id) => {
      this.#timers.delete(id);
      callback(...args);
    });
  }

  setInterval(callback, delay = 0, ...args) {
    return this.#add(delay, (id) => {
      const timer = this.#timers.get(id);
      if (timer) timer.due += Math.max(1, delay);
      this.#arm(id);
      callback(...args);
    });
  }

  clear(id) {
    clearTimeout(this.#timers.get(id)?.handle);
    this.#timers.delete(id);
  }

  /** @returns {object} what a mini-program's modules see of time */
  globals() {
    const clear = (id) => this.clear(id);
    return {
      Date: dateAt(() => this.now()),
      setTimeout: (...args) => this.setTimeout(...args),
      setInterval: (...args) => this.setInterval(...args),
      clearTimeout: clear,
      clearInterval: clear,
    };
  }

  get #speed() {
    if (this.#isStopped) return 0;
    return this.#held > 0 ? 1 : this.#rate;
  }

  #firstUntil(end) {
    const [first] = [...this.#timers.values()].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due);
    return first;
  }

  async #goTo(here, rate) {
    const duration = Math.max(0, here - this.now());
    await afterTasks(TASKS, duration / rate);
    if (this.#isStopped) this.#moment = { outside: Date.now(), here: this.now() + duration };
  }

  #change(act) {
    const speed = this.#speed;
    const here = this.now();
    act();
    if (this.#speed === speed) return;
    this.#moment = { outside: Date.now(), here };
    for (const id of this.#timers.keys()) this.#arm(id);
  }

  #add(delay, run) {
    this.#lastId += 1;
    const id = this.#lastId;
    const due = this.now() + (Number(delay) || 0);
    this.#timers.set(id, { due, run: () => run(id) });
    this.#arm(id);
    return id;
  }

  #arm(id) {
    const timer = this.#timers.get(id);
    if (!timer) return;
    clearTimeout(timer.handle);
    if (this.#isStopped) return;
    timer.handle = setTimeout(timer.run, Math.max(0, timer.due - this.now()) / this.#speed);
  }
}

/** Settles after some tasks of the browser, the first of which comes after a delay. */
async function afterTasks(count, delay) {
  for (let task = 0; task < count; task += 1) await new Promise((done) => setTimeout(done, task === 0 ? delay : 0));
}

/** `Date`, with another present. */
const dateAt = (now) =>
  new Proxy(Date, {
    apply: () => new Date(now()).toString(),
    construct: (target, args, newTarget) => Reflect.construct(target, args.length > 0 ? args : [now()], newTarget),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
