/** Whether an event costs the same after many, beside many popups, and in a memory that has grown. */
import { Crowd, STEPS } from './flow.mjs';
import { microseconds } from './stopwatch.mjs';

/** How often a cost is measured at each place; the best says what the code costs, undisturbed. */
const SAMPLES = 9;

const MEASURED_EVENTS = 3000;
const MANY = 1000;

/** Courses after which an engine has compiled what it is going to compile. */
const WARM_UP = 1000;

/** `load` gives a fresh client with its module; costs are microseconds per event, memory is in pages. */
export async function growth(load, { eventCounts, popupCounts }) {
  return {
    events: afterEvents(await load(), eventCounts),
    popups: besidePopups(await load(), popupCounts),
    freed: afterFreed(await load()),
  };
}

const opener =
  ({ phoneLogin }) =>
  (options) =>
    new phoneLogin.PhonePopup(options);

/** One popup that lives through all the events. */
function afterEvents(loaded, eventCounts) {
  const crowd = new Crowd(opener(loaded), 1);
  let dispatched = 0;
  const rows = [{ count: 0, pages: loaded.client.pages }];
  for (const count of eventCounts) {
    for (; dispatched < count; dispatched += STEPS.length) course(crowd);
    rows.push({ count, pages: loaded.client.pages, cost: cost(crowd) });
  }
  return rows;
}

function besidePopups(loaded, popupCounts) {
  warmUp(loaded);
  return popupCounts.map((count) => {
    const crowd = new Crowd(opener(loaded), count);
    const row = { count, cost: cost(crowd), pages: loaded.client.pages };
    crowd.free();
    return row;
  });
}

/** A popup after many that came and went one by one, and after as many that lived at once and made the memory grow. */
function afterFreed(loaded) {
  const open = opener(loaded);
  warmUp(loaded);
  const before = { count: 1, pages: loaded.client.pages };
  liveAndDie(open, MANY);
  const after = { count: MANY, pages: loaded.client.pages, cost: costOfOne(open) };
  const together = new Crowd(open, MANY);
  course(together);
  together.free();
  return { before, after, together: { count: MANY, pages: loaded.client.pages, cost: costOfOne(open) } };
}

function warmUp(loaded) {
  const crowd = new Crowd(opener(loaded), 1);
  for (let time = 0; time < WARM_UP; time++) course(crowd);
  crowd.free();
}

function liveAndDie(open, times) {
  for (let time = 0; time < times; time++) {
    const crowd = new Crowd(open, 1);
    course(crowd);
    crowd.free();
  }
}

function costOfOne(open) {
  const crowd = new Crowd(open, 1);
  const found = cost(crowd);
  crowd.free();
  return found;
}

function course(crowd) {
  for (const step of STEPS) crowd.dispatch(crowd.events(step));
}

/** The least of several samples. */
function cost(crowd) {
  return Math.min(...Array.from({ length: SAMPLES }, () => sampleOf(crowd)));
}

/** Whole courses: looking at the clock more often would cost more than an event of one popup. */
function sampleOf(crowd) {
  const courses = Math.max(1, Math.round(MEASURED_EVENTS / STEPS.length / crowd.popups.length));
  const start = microseconds();
  for (let time = 0; time < courses; time++) course(crowd);
  return (microseconds() - start) / courses / crowd.popups.length / STEPS.length;
}
