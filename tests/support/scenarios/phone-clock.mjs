import { Clock } from '../realm/clock.mjs';

/** A phone's time: timers that run while it passes, and a clock that can be set. */
export class PhoneClock extends Clock {
  #drift = 0;

  /** `Date.now()`. */
  get wall() {
    return this.now + this.#drift;
  }

  /** The user sets the clock, or the phone sleeps: no timer runs meanwhile. */
  jump(milliseconds) {
    this.#drift += milliseconds;
  }

  /** Lets milliseconds pass; `tick` is called after every whole second. */
  passSeconds(milliseconds, tick) {
    for (let left = milliseconds; left > 0; left -= 1000) {
      this.pass(Math.min(left, 1000));
      if (left >= 1000) tick();
    }
  }
}
