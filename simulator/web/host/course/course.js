import { MOST_STEPS } from './steps.js';

/**
 * A course of the simulator: what is done, and when WeChat and the servers answer. It is recorded as it happens; while it
 * is played, an answer waits until it is its turn.
 *
 * A `change` event says that there is another step, or that it begins or ends.
 */
export class Course extends EventTarget {
  /** @type {import('./steps.js').Step[]} */
  steps = [];
  /** @type {'idle' | 'recording' | 'playing'} */
  mode = 'idle';
  /** How many steps have been played. */
  played = 0;
  #now;
  #last = 0;
  /** What waits for its turn. @type {Map<string, () => void>} */
  #waiting = new Map();

  /** @param {() => number} now  the mini-program's time, in milliseconds */
  constructor(now) {
    super();
    this.#now = now;
  }

  /** @param {import('./steps.js').Step[]} first  what is chosen at the beginning */
  record(first) {
    this.steps = first;
    this.#last = this.#now();
    this.#begin('recording');
  }

  play() {
    this.played = 0;
    this.#begin('playing');
  }

  /** Ends what is under way; answers that wait come at once. */
  end() {
    for (const come of this.#waiting.values()) come();
    this.#waiting.clear();
    this.#begin('idle');
  }

  drop() {
    this.steps = [];
    this.end();
  }

  /**
   * Something is done. Only a course that is recorded takes note of it.
   *
   * @param {string} action
   * @param {string} [what]
   */
  note(action, what = '') {
    if (this.mode !== 'recording') return;
    const now = this.#now();
    this.steps.push({ after: Math.max(0, now - this.#last), action, what });
    this.#last = now;
    if (this.steps.length >= MOST_STEPS) this.end();
    else this.#change();
  }

  /**
   * An answer has come.
   *
   * @param {string} action
   * @param {string} what  the number of its question
   * @returns {Promise<void>} settles when it is to go on
   */
  turn(action, what) {
    this.note(action, what);
    if (this.mode !== 'playing') return Promise.resolve();
    return new Promise((come) => {
      this.#waiting.set(`${action}-${what}`, come);
    });
  }

  /**
   * Lets an answer go on that has come.
   *
   * @param {string} action
   * @param {string} what
   * @returns {boolean} whether it has come
   */
  take(action, what) {
    const come = this.#waiting.get(`${action}-${what}`);
    this.#waiting.delete(`${action}-${what}`);
    come?.();
    return come !== undefined;
  }

  /** A step has been played. */
  step() {
    this.played += 1;
    this.#change();
  }

  #begin(mode) {
    this.mode = mode;
    this.#change();
  }

  #change() {
    this.dispatchEvent(new Event('change'));
  }
}
