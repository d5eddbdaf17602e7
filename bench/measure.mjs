/** Measures everything, side by side: gives numbers, judges nothing. */
import { bytes } from './bytes.mjs';
import { engines, reportOf } from './engines.mjs';
import { instructionsPerEvent } from './instructions.mjs';
import { KINDS, STEPS } from './program/flow.mjs';
import { OURS } from './program/names.mjs';
import { buttonEvents, replies } from './samples.mjs';
import { entrantLoadScript, jobScript, packageLoadScript } from './script.mjs';
import { setData } from './set-data.mjs';
import { mean, ratio, summary } from './statistics.mjs';
import { tinyModule } from './tiny-module.mjs';

/**
 * `warmUp` and `duration` of a sample are microseconds for each entrant; `processes`: in how many of them the rounds are
 * made; `loads`: cold starts.
 */
export const efforts = {
  full: { warmUp: 400_000, rounds: 20, duration: 50_000, processes: 3, loads: 15, eventCounts: [1e3, 1e5, 1e6] },
  quick: { warmUp: 200_000, rounds: 5, duration: 20_000, processes: 1, loads: 3, eventCounts: [1e3, 1e5] },
};

const POPUP_COUNTS = [1, 100, 1000];

/** All the numbers; `say` is told what is being measured. */
export async function measure({ quick = false, say = () => undefined } = {}) {
  const effort = quick ? efforts.quick : efforts.full;
  say('Bytes, and what the component sets');
  const results = { bytes: await bytes(), setData: await setData(), engines: {} };
  for (const engine of engines) results.engines[engine.name] = await measureEngine(engine, effort, say);
  return { ...results, ...(await measureOnce(effort, say)) };
}

/** What every engine is asked: `{ version, events, calls, load }`. */
export async function measureEngine({ name, open }, effort, say) {
  const engine = await open();
  try {
    say(`${name} (${engine.version}): events`);
    const events = summariesOfEvents(await sampleEvents(engine, effort));
    say(`${name}: single calls`);
    const calls = summariesOfCalls(await sampleCalls(engine, effort));
    say(`${name}: ${effort.loads} cold loads of each`);
    const load = summariesOfLoads(await sampleLoads(engine, effort));
    return { version: engine.version, events, calls, load };
  } finally {
    await engine.close();
  }
}

/** What does not depend on the engine, or needs no second one. */
async function measureOnce({ eventCounts }, say) {
  say('Imports called and instructions executed per event');
  const counts = await importsPerEvent();
  const instructions = instructionsPerEvent();
  say(`V8: memory and cost over ${eventCounts.at(-1).toLocaleString('en')} events`);
  return { counts, instructions, growth: await growth(eventCounts) };
}

/** Of each step of the course, how often the module calls each function of the glue: the same in every run. */
export const importsPerEvent = () => inV8('counts');

/** Pages of memory, and microseconds per event, after so many events and beside so many popups. */
export const growth = (eventCounts) => inV8('growth', { eventCounts, popupCounts: POPUP_COUNTS });

async function inV8(job, data) {
  const engine = await engines.find(({ name }) => name === 'V8').open();
  try {
    return await reportOf(engine, await jobScript(job, data));
  } finally {
    engine.close();
  }
}

/** Samples by entrant; engines compile the same code differently from process to process, so there are several. */
async function sampleEvents(engine, { warmUp, rounds, duration, processes }) {
  const script = await jobScript('events', { warmUp, rounds, duration });
  const samples = {};
  for (let process = 0; process < processes; process++) {
    const report = await reportOf(engine, script);
    for (const [name, more] of Object.entries(report)) samples[name] = [...(samples[name] ?? []), ...more];
  }
  return samples;
}

/** By kind of event and by entrant: `{ time, ratio }`, where the ratio says how many times theirs ours is. */
function summariesOfEvents(samples) {
  return Object.fromEntries(
    Object.entries(KINDS).map(([kind, pattern]) => {
      const times = Object.entries(samples).map(([name, rounds]) => [
        name,
        rounds.map((steps) => timeOf(steps, pattern)),
      ]);
      return [kind, compared(Object.fromEntries(times))];
    }),
  );
}

const timeOf = (steps, pattern) => mean(steps.filter((_, at) => pattern.test(STEPS[at].name)));

function compared({ [OURS]: ours, ...others }) {
  const rows = Object.entries(others).map(([name, theirs]) => [
    name,
    { time: summary(theirs), ratio: ratio(ours, theirs) },
  ]);
  return { [OURS]: { time: summary(ours) }, ...Object.fromEntries(rows) };
}

async function sampleCalls(engine, { warmUp, rounds, duration }) {
  const data = { warmUp, rounds, duration, buttonEvents, replies, tinyModule: [...tinyModule()] };
  return reportOf(engine, await jobScript('calls', data));
}

function summariesOfCalls({ crossing, ...judging }) {
  const crossings = Object.entries(crossing).map(([name, samples]) => [name, summary(samples)]);
  const judged = Object.entries(judging).map(([subject, samples]) => [subject, compared(samples)]);
  return { ...Object.fromEntries(judged), crossing: Object.fromEntries(crossings) };
}

/** By entrant, a list of loads; each of them in a process, or a page, of its own. */
async function sampleLoads(engine, { loads }) {
  const scripts = [
    [OURS, await packageLoadScript()],
    ...(await Promise.all(['xstate', 'hand-written'].map(async (name) => [name, await entrantLoadScript(name)]))),
  ];
  const samples = Object.fromEntries(scripts.map(([name]) => [name, []]));
  for (let load = 0; load < loads; load++) {
    for (let at = 0; at < scripts.length; at++) {
      const [name, script] = scripts[(load + at) % scripts.length];
      samples[name].push(await reportOf(engine, script));
    }
  }
  return samples;
}

/** Ours until it classifies, against theirs until they answered their first event; and like against like. */
function summariesOfLoads(samples) {
  const of = (what) => (loads) => loads.map((load) => load[what] ?? load.answered);
  const first = (what) => Object.fromEntries(Object.entries(samples).map(([name, loads]) => [name, of(what)(loads)]));
  return { classified: compared(first('classified')), answered: compared(first('answered')) };
}
