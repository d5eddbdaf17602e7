/** What an event takes, step by step, for every entrant. */
import { entrants } from './entrants.mjs';
import { Crowd, STEPS } from './flow.mjs';
import { interleave, microseconds } from './stopwatch.mjs';

/**
 * Enough popups to make a step longer than the clock's grain. Not more: what lives long costs a garbage collector more,
 * and a mini-program has one popup.
 */
const CROWD = 10;

/** What looking at the clock takes by itself. */
function clockCost() {
  const reads = 2000;
  const start = microseconds();
  for (let read = 0; read < reads; read++) microseconds();
  return (microseconds() - start) / reads;
}

/** Microseconds per event for each step, over as many courses as fill `duration`. */
function timeSteps(crowd, duration) {
  const spent = STEPS.map(() => 0);
  let courses = 0;
  const start = microseconds();
  do {
    STEPS.forEach((step, at) => {
      spent[at] += timeStep(crowd, crowd.events(step));
    });
    courses++;
  } while (microseconds() - start < duration);
  const ofClock = clockCost();
  return spent.map((time) => (time / courses - ofClock) / crowd.popups.length);
}

function timeStep(crowd, events) {
  const start = microseconds();
  crowd.dispatch(events);
  return microseconds() - start;
}

/** Samples by entrant, each a list of microseconds by step. */
export function events(phoneLogin, { warmUp, rounds, duration }) {
  const crowds = entrants(phoneLogin).map(([name, { open }]) => [name, new Crowd(open, CROWD)]);
  for (const [, crowd] of crowds) timeSteps(crowd, warmUp);
  return interleave(crowds, rounds, (crowd) => timeSteps(crowd, duration));
}
