import { settled } from '../../tests/support/realm/phone.mjs';

/** How long a pause of so many milliseconds takes by a clock that only a simulation moves. */
export const pause = (clock, milliseconds) => new Promise((wake) => clock.setTimeout(wake, milliseconds));

/** Lets time pass until nothing is left to happen; what follows of itself follows before the next timer runs. */
export async function runToTheEnd(clock) {
  await settled();
  for (let next = clock.next(Infinity); next; next = clock.next(Infinity)) {
    clock.pass(next[1].due - clock.now);
    await settled();
  }
}

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A time between two, in milliseconds. */
export const between = (random, least, most) => least + random() * (most - least);
