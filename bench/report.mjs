/** The tables that are printed. */
import { floorsOf } from './floors.mjs';
import { goalRows } from './goals.mjs';
import { KINDS } from './program/flow.mjs';
import { OURS } from './program/names.mjs';
import { mean } from './statistics.mjs';

const VERDICTS = new Map([
  [true, 'met'],
  [false, 'MISSED'],
]);

/** Everything that was measured, as text. */
export function report(results) {
  const engines = Object.entries(results.engines);
  return [
    goalsTable(results),
    ...missedGoals(results),
    ...engines.map(([name, { events }]) => eventsTable(name, events)),
    countsTable(results),
    callsTable(engines),
    loadTable(engines),
    bytesTable(results.bytes),
    importsTable(results.counts),
  ].join('\n\n');
}

/** What the missed goals would take, in one paragraph; nothing where all are met. */
function missedGoals(results) {
  const lines = floorsOf(goalRows(results)).filter(Boolean);
  return lines.length ? [lines.join('\n')] : [];
}

function goalsTable(results) {
  const rows = goalRows(results).map(({ what, ours, against, value, spread = '', goal = '', isMet }) => [
    what,
    ours,
    against,
    value,
    spread,
    goal,
    VERDICTS.get(isMet) ?? '',
  ]);
  return table(['what', OURS, 'against', 'ratio', 'quartiles', 'goal', ''], rows);
}

function eventsTable(engine, events) {
  const names = Object.keys(events['all events']);
  const rows = Object.entries(events).map(([kind, found]) => [
    kind,
    ...names.map((name) => timeCell(found[name].time)),
    times(found.xstate.ratio.median),
    times(found['hand-written'].ratio.median),
  ]);
  const head = [`µs per event, ${engine}`, ...names, ': xstate', ': hand-written'];
  return table(head, rows);
}

/** What an event of each kind costs the module, the mean of its steps. */
function countsTable({ counts, instructions }) {
  const meanOf = (pattern, rows, figureOf) =>
    mean(rows.filter(({ name }) => pattern.test(name)).map(figureOf)).toFixed(0);
  const rows = Object.entries(KINDS).map(([kind, pattern]) => [
    kind,
    meanOf(pattern, counts, total),
    meanOf(pattern, instructions, (row) => row.instructions),
  ]);
  return table(['per event', 'imports called', 'instructions executed'], rows);
}

const timeCell = ({ median, low, high }) => `${figure(median)} (${figure(low)}–${figure(high)})`;
const figure = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(0));
const times = (value) => `${figure(value)}×`;
const sum = (values) => values.reduce((sofar, value) => sofar + value, 0);
const total = ({ imports }) => sum(Object.values(imports));

function callsTable(engines) {
  const rows = engines.flatMap(([engine, { calls }]) =>
    ['classify', 'classifyReply'].map((subject) => {
      const { [OURS]: ours, 'hand-written': theirs } = calls[subject];
      return [`${subject}, ${engine}`, timeCell(ours.time), timeCell(theirs.time), times(theirs.ratio.median)];
    }),
  );
  const crossings = engines.flatMap(
    ([
      engine,
      {
        calls: { crossing },
      },
    ]) => Object.entries(crossing).map(([way, found]) => [`a call ${way}, ${engine}`, figure(found.median), '', '']),
  );
  return table(['µs per call', OURS, 'hand-written', 'ratio'], [...rows, ...crossings]);
}

function loadTable(engines) {
  const rows = engines.flatMap(([engine, { load }]) =>
    Object.entries(load).map(([until, found]) => [
      `${engine}, ours until first ${until === 'classified' ? 'classification' : 'event'}`,
      ...Object.values(found).map(({ time }) => `${(time.median / 1000).toFixed(1)}`),
    ]),
  );
  return table(['ms of a cold load', ...Object.keys(engines[0][1].load.classified)], rows);
}

function bytesTable({ ours, cores, sameWork, added }) {
  const rows = [
    ...Object.entries(ours).map(([part, bytes]) => [`${OURS}: ${part}`, bytes]),
    ...Object.entries(cores).map(([name, bytes]) => [`${name}: core alone`, bytes]),
    ...Object.entries(sameWork).map(([name, bytes]) => [`${name}: with the same behavior`, bytes]),
    [`${OURS}: added to a package, raw`, added],
  ];
  return table(['bytes, minified, brotli 11', ''], rows);
}

/** Which functions of the glue an event calls, over one course. */
function importsTable(counts) {
  const sums = {};
  for (const { imports } of counts)
    for (const [name, count] of Object.entries(imports)) sums[name] = (sums[name] ?? 0) + count;
  const perEvent = (count) => (count / counts.length).toFixed(1);
  const rows = Object.entries(sums).sort(([, one], [, other]) => other - one);
  const all = ['all', perEvent(sum(Object.values(sums)))];
  return table(
    ['imports called per event', 'mean'],
    [...rows.map(([name, count]) => [short(name), perEvent(count)]), all],
  );
}

/** wasm-bindgen tells functions of one name apart by a hash. */
const short = (name) => name.replace(/^__wb(g|indgen)_+(wbindgen_)?/, '').replace(/_[0-9a-f]{12}([0-9a-f]{4})$/, ' $1');

function table(head, rows) {
  const lines = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, at) => Math.max(...lines.map((line) => line[at].length)));
  const texts = lines.map((line) =>
    line
      .map((cell, at) => cell.padEnd(widths[at]))
      .join('  ')
      .trimEnd(),
  );
  return [texts[0], widths.map((width) => '─'.repeat(width)).join('  '), ...texts.slice(1)].join('\n');
}
