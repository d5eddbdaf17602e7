/** The goals, and how the numbers stand to them: rows of one table. */
import { KINDS } from './program/flow.mjs';
import { OURS } from './program/names.mjs';
import { mean } from './statistics.mjs';

const GOALS = {
  bytes: 1,
  added: 120_000,
  load: 1.5,
  pages: 2,
  flat: 1.25,
  setData: 1,
  instructions: { mean: 8000, button: 14_000 },
};

/** The same of the time of an event, by engine. */
const BUTTON_GOALS = { V8: 0.5, Chromium: 0.5, JavaScriptCore: 0.4, 'JavaScriptCore without JIT': 1.2 };
const COURSE_GOALS = { 'JavaScriptCore without JIT': 0.95 };

/** Where a goal is set for a load; elsewhere the figure is shown without one. */
const LOAD_GOALS = ['V8', 'JavaScriptCore', 'JavaScriptCore without JIT'];

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const micros = ({ median }) => (median < 10 ? `${median.toFixed(2)} µs` : `${median.toFixed(0)} µs`);
const millis = ({ median }) => `${(median / 1000).toFixed(1)} ms`;
const times = (value) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)}×`;
const spread = ({ low, high }) => `${times(low)} – ${times(high)}`;

/** `{ what, ours, against, value, spread, goal, isMet }`; without a goal, a row only tells. */
export function goalRows(results) {
  return [
    bytesRow(results.bytes),
    ...perEngine(results, buttonRow),
    ...perEngine(results, courseRow),
    addedRow(results.bytes),
    memoryRow(results.growth),
    ...instructionsRows(results.instructions),
    ...perEngine(results, loadRow),
    steadyRow(results.growth),
    setDataRow(results.setData),
    ...flatRows(results.growth),
    coreRow(results.bytes),
    limitBytesRow(results.bytes),
    ...perEngine(results, limitRow),
    ...perEngine(results, emptyCallRow),
  ];
}

const perEngine = ({ engines }, row) => Object.entries(engines).map(([name, found]) => row(name, found));

function judged(row, value, most) {
  if (most === undefined) return row;
  return { ...row, goal: `≤ ${most}`, isMet: value <= most };
}

function comparedBytes(what, { total }, against, bytes, goal) {
  const value = total / bytes;
  const row = { what, ours: kilobytes(total), against: `${against} ${kilobytes(bytes)}`, value: times(value) };
  return judged(row, value, goal);
}

const bytesRow = ({ ours, sameWork }) =>
  comparedBytes('loaded, brotli', ours, 'XState, the same behavior', sameWork.xstate, GOALS.bytes);
const coreRow = ({ ours, cores }) => comparedBytes('loaded, brotli', ours, 'XState core', cores.xstate);
const limitBytesRow = ({ ours, sameWork }) =>
  comparedBytes('loaded, brotli', ours, 'hand-written', sameWork['hand-written']);

function addedRow({ added }) {
  const row = { what: 'added to a package, raw', ours: kilobytes(added), against: '–', value: kilobytes(added) };
  return { ...judged(row, added, GOALS.added), goal: `≤ ${kilobytes(GOALS.added)}` };
}

/** The mean of all events of the course, and of those of the button. */
function instructionsRows(counts) {
  const ofButton = counts.filter(({ name }) => KINDS['button event'].test(name));
  return [
    instructionsRow('instructions per event', counts, GOALS.instructions.mean),
    instructionsRow('instructions per button event', ofButton, GOALS.instructions.button),
  ];
}

function instructionsRow(what, counts, goal) {
  const value = Math.round(mean(counts.map(({ instructions }) => instructions)));
  const row = { what, ours: value.toLocaleString('en'), against: '–', value: value.toLocaleString('en') };
  return { ...judged(row, value, goal), goal: `≤ ${goal.toLocaleString('en')}` };
}

function compared(what, ours, against, { time, ratio }, format, goal) {
  const row = { what, ours: format(ours.time), against: `${against} ${format(time)}`, value: times(ratio.median) };
  return judged({ ...row, spread: spread(ratio) }, ratio.median, goal);
}

function buttonRow(engine, { events: { 'button event': found } }) {
  return compared(`button event, ${engine}`, found[OURS], 'XState', found.xstate, micros, BUTTON_GOALS[engine]);
}

function courseRow(engine, { events: { 'all events': found } }) {
  return compared(`all events, ${engine}`, found[OURS], 'XState', found.xstate, micros, COURSE_GOALS[engine]);
}

function loadRow(engine, { load: { classified: found } }) {
  const goal = LOAD_GOALS.includes(engine) ? GOALS.load : undefined;
  return compared(`load, ${engine}`, found[OURS], 'XState', found.xstate, millis, goal);
}

function memoryRow({ events }) {
  const most = Math.max(...events.map(({ pages }) => pages));
  return judged({ what: 'memory', ours: `${most} pages`, against: '–', value: String(most) }, most, GOALS.pages);
}

/** More events, and popups that came and went, take no more memory than the first ones. */
function steadyRow({ events, freed }) {
  const [, first, ...others] = events;
  const growth = Math.max(...others.map(({ pages }) => pages - first.pages), freed.after.pages - freed.before.pages);
  const last = events.at(-1).count.toLocaleString('en');
  const what = `memory over ${last} events, ${freed.after.count} popups`;
  return judged({ what, ours: `+${growth} pages`, against: '–', value: String(growth) }, growth, 0);
}

function setDataRow({ most, unchanged, calls, events, bytes, wholeBytes }) {
  const row = {
    what: `setData per event, at most`,
    ours: `${calls} in ${events} events, ${bytes} bytes`,
    value: String(most),
  };
  const judgedRow = judged({ ...row, against: `whole view ${wholeBytes} bytes` }, most, GOALS.setData);
  return { ...judgedRow, isMet: judgedRow.isMet && unchanged === 0 };
}

function flatRows({ events, popups, freed }) {
  const [, first, ...later] = events;
  return [
    ...later.map((row) => flatRow(`after ${row.count.toLocaleString('en')} events`, row, first)),
    ...popups.slice(1).map((row) => flatRow(`beside ${row.count} popups, ${row.pages} pages`, row, popups[0])),
    flatRow(`after ${freed.after.count} popups that came and went`, freed.after, popups[0]),
    flatRow(`after ${freed.together.count} at once, ${freed.together.pages} pages`, freed.together, popups[0]),
  ];
}

function flatRow(what, { cost }, { cost: first }) {
  const value = cost / first;
  const row = { what: `cost ${what}`, ours: `${cost.toFixed(2)} µs`, against: `at first ${first.toFixed(2)} µs` };
  return judged({ ...row, value: times(value) }, value, GOALS.flat);
}

function limitRow(engine, { events: { 'button event': found } }) {
  return compared(`button event, ${engine}`, found[OURS], 'hand-written', found['hand-written'], micros);
}

function emptyCallRow(engine, { events: { 'button event': found }, calls: { crossing } }) {
  const ours = found[OURS].time;
  const empty = crossing['into wasm'];
  const against = `empty wasm call ${(empty.median * 1000).toFixed(0)} ns`;
  return { what: `button event, ${engine}`, ours: micros(ours), against, value: times(ours.median / empty.median) };
}
