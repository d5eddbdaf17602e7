import { choicesOfSteps, settingIn, stepsOfChoices } from '../address.js';
import { actions } from './steps.js';

/** @typedef {import('../simulator.js').Simulator} Simulator */

/** How long what is to be tapped may take to appear, and how long an answer may take to come, in milliseconds. */
const APPEARS_IN = 5000;
const COMES_IN = 30_000;
const LOOK_EVERY = 20;

/**
 * What has to be there first, or to have come: how it is tried, and for how long.
 *
 * @type {Record<string, { attempt: (simulator: Simulator, what: string) => boolean, patience: number }>}
 */
const AWAITED = {
  tap: { attempt: (simulator, part) => simulator.tap(part), patience: APPEARS_IN },
  touch: { attempt: (simulator, name) => simulator.touch(name), patience: APPEARS_IN },
  result: { attempt: ({ course }, number) => course.take('result', number), patience: COMES_IN },
  answer: { attempt: ({ course }, number) => course.take('answer', number), patience: COMES_IN },
};

/**
 * What can be done at any time.
 *
 * @type {Record<string, (simulator: Simulator, what: string) => void>}
 */
const DONE_AT_ONCE = {
  platform: (simulator, id) => simulator.setPlatformAnswer(id),
  server: (simulator, id) => simulator.setServerAnswer(id),
  set: (simulator, what) => simulator.set(...settingIn(what)),
  phone: (simulator, id) => simulator.setPhone(id),
  background: (simulator) => simulator.setBackground(true),
  foreground: (simulator) => simulator.setBackground(false),
  leave: (simulator) => simulator.setLeft(true),
  return: (simulator) => simulator.setLeft(false),
  back: (simulator) => simulator.goBack(),
};

/**
 * Begins to record a course, with what is chosen, on a phone and servers that know nobody.
 *
 * @param {Simulator} simulator
 */
export async function record(simulator) {
  const { choices } = simulator;
  await simulator.begin(choices);
  await isReady(simulator);
  simulator.course.record(stepsOfChoices(choices));
}

/**
 * Plays the course that a simulator has, from its beginning, which sets every choice. The mini-program's time passes between
 * the steps alone, so that whatever a timer does happens in every browser at the same time.
 *
 * @param {Simulator} simulator
 * @param {number} rate  how many times faster than it was recorded
 * @throws where something else happens than when it was recorded
 */
export async function play(simulator, rate) {
  const { course } = simulator;
  course.play();
  try {
    const { choices, rest } = choicesOfSteps(course.steps);
    await simulator.begin(choices);
    await isReady(simulator);
    course.played = course.steps.length - rest.length;
    for (const step of rest) {
      await simulator.pass(step.after, rate);
      if (course.mode !== 'playing') return;
      await perform(simulator, step);
      if (course.mode === 'playing') course.step();
    }
  } finally {
    stop(simulator);
  }
}

/**
 * Ends what is recorded or played.
 *
 * @param {Simulator} simulator
 */
export function stop(simulator) {
  simulator.course.end();
  simulator.releaseTime();
}

async function perform(simulator, { action, what }) {
  const awaited = AWAITED[action];
  if (awaited)
    await until(simulator, () => awaited.attempt(simulator, what), awaited.patience, `${actions[action]} ${what}`);
  else DONE_AT_ONCE[action](simulator, what);
  await isReady(simulator);
}

/** The mini-program runs, and where it has a popup the core of it is there. */
async function isReady(simulator) {
  await simulator.ready;
  await simulator.pass(0, Infinity);
  await until(simulator, () => simulator.state === null || Boolean(simulator.state.state), COMES_IN, '启动');
}

/** Settles where it is true, and where the course was ended meanwhile. */
async function until({ course }, isTrue, patience, what) {
  const { mode } = course;
  const end = Date.now() + patience;
  while (course.mode === mode && !isTrue()) {
    if (Date.now() > end) throw new Error(`过程停在第 ${course.played + 1} 步，和录制时不同：${what}`);
    await new Promise((wake) => setTimeout(wake, LOOK_EVERY));
  }
}
