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

/** A time between two, in milliseconds. */
export const between = (random, least, most) => least + random() * (most - least);
