import { choicesOfSteps, settingIn, stepsOfChoices } from '../address.js';
import { actions } from './steps.js';

/** @typedef {import('../simulator.js').Simulator} Simulator */

/** How long what is to be tapped may take to appear, and how long an answer may take to come, in milliseconds. */
const APPEARS_IN = 5000;
const COMES_IN = 30_000;
const LOOK_EVERY = 20;

/**
 * How each step is done.
 *
 * @type {Record<string, (simulator: Simulator, what: string) => unknown>}
 */
const PERFORM = {
  tap: (simulator, part) => until(() => simulator.tap(part), APPEARS_IN),
  touch: (simulator, name) => until(() => simulator.touch(name), APPEARS_IN),
  result: ({ course }, number) => until(() => course.take('result', number), COMES_IN),
  answer: ({ course }, number) => until(() => course.take('answer', number), COMES_IN),
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
      course.step();
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
  const isDone = (await PERFORM[action](simulator, what)) !== false;
  if (!isDone)
    throw new Error(`过程停在第 ${simulator.course.played + 1} 步，和录制时不同：${actions[action]} ${what}`);
  await isReady(simulator);
}

/** The mini-program runs, and where it has a popup the core of it is there. */
async function isReady(simulator) {
  await simulator.ready;
  await simulator.pass(0, Infinity);
  await until(() => simulator.state === null || Boolean(simulator.state.state), COMES_IN);
}

/** @returns {Promise<boolean>} whether it came true in time */
async function until(isTrue, patience) {
  const end = Date.now() + patience;
  while (!isTrue()) {
    if (Date.now() > end) return false;
    await new Promise((wake) => setTimeout(wake, LOOK_EVERY));
  }
  return true;
}
