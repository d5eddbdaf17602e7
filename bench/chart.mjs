/** The picture of the results: an event, a load and the bytes, for each of those who are compared. */
import { barGroups, scale } from './bar-groups.mjs';
import { OURS } from './program/names.mjs';
import { bar, faded, svg, text } from './svg.mjs';

const WIDTH = 960;
const HEIGHT = 800;
const MARGIN = 32;
const HALF = (WIDTH - MARGIN * 3) / 2;
const LOWER = 488;

const COMPARED = [
  { name: OURS, label: 'wx-phone-login', color: '#07c160' },
  { name: 'xstate', label: 'XState 5', color: '#5b6bd6' },
  { name: 'hand-written', label: 'written by hand: the limit', color: '#a3abb4' },
];

const figure = (value) => (value < 10 ? value.toFixed(1) : value.toFixed(0));

/** The picture as SVG. */
export function chart(results) {
  const engines = Object.entries(results.engines);
  const parts = [heading(results), legend(), eventPanel(engines), loadPanel(engines), bytesPanel(results.bytes)];
  return svg(WIDTH, HEIGHT, parts.flat(2), 'wx-phone-login beside what could be used instead');
}

function heading({ date, machine, versions }) {
  const { cpu, cores } = machine;
  const made = `${date} · ${cpu}, ${cores} cores · XState ${versions.xstate} · npm run bench`;
  return [
    text(MARGIN, 40, 'The same popup, three ways: whatever happens, the same patch and effects', {
      size: 18,
      weight: 600,
    }),
    faded(MARGIN, 60, made),
  ];
}

function legend() {
  let x = MARGIN;
  return COMPARED.map(({ label, color }) => {
    const parts = [bar(x, 76, 12, 12, color), text(x + 18, 86, label)];
    x += 40 + label.length * 7;
    return parts;
  });
}

const panelTitle = (x, y, title, note) => [text(x, y, title, { size: 14, weight: 600 }), faded(x, y + 17, note)];

/** Bars of one engine, in the order of the legend. */
function group(engine, found) {
  const bars = COMPARED.filter(({ name }) => found[name]).map(({ name, color }) => ({ ...found[name].time, color }));
  return { name: engine.replace(' without', '\nwithout'), bars };
}

/** The powers of ten around the values. */
function decades(groups) {
  const values = groups.flatMap(({ bars }) => bars.flatMap(({ low, high }) => [low, high]));
  const [first, last] = [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))];
  return Array.from({ length: last - first + 1 }, (_, at) => Number((10 ** (first + at)).toPrecision(1)));
}

function eventPanel(engines) {
  const groups = engines.map(([engine, { events }]) => group(engine, events['button event']));
  const place = { x: MARGIN, y: 150, width: WIDTH - MARGIN * 2 };
  const note = 'µs from the event of WeChat’s button to patch and effects; logarithmic; line: half of the samples';
  const drawn = barGroups({ ...place, groups, scale: scale(decades(groups), 240, true), format: figure });
  return [panelTitle(MARGIN, 116, 'One button event', note), drawn];
}

const STEPS = [1, 2, 5, 10, 20, 50, 100];
const MOST_STEPS = 6;

/** Round steps up to what is above the highest bar; a single slow sample may leave the picture. */
function steps(groups) {
  const highest = Math.max(...groups.flatMap(({ bars }) => bars.map(({ median }) => median))) * 1.2;
  const step = STEPS.find((each) => highest / each <= MOST_STEPS) ?? highest;
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, at) => at * step);
}

function inMillis({ name, bars }) {
  const scaled = bars.map(({ low, median, high, color }) => ({
    low: low / 1e3,
    median: median / 1e3,
    high: high / 1e3,
    color,
  }));
  return { name: name.replace('JavaScriptCore', 'JSC'), bars: scaled };
}

function loadPanel(engines) {
  const groups = engines.map(([engine, { load }]) => inMillis(group(engine, load.answered)));
  const place = { x: MARGIN, y: LOWER + 42, width: HALF };
  const drawn = barGroups({ ...place, groups, scale: scale(steps(groups), 190, false), format: figure });
  return [panelTitle(MARGIN, LOWER, 'Cold load', 'ms from the code in memory to the first event answered'), drawn];
}

function bytesPanel({ ours, cores, sameWork }) {
  const [own, xstate, byHand] = COMPARED;
  const rows = [
    [own, 'wx-phone-login, everything', ours.total],
    [xstate, 'XState: core alone', cores.xstate],
    [xstate, 'XState: with the popup', sameWork.xstate],
    [byHand, 'written by hand', sameWork['hand-written']],
  ];
  const x = MARGIN * 2 + HALF;
  const widest = Math.max(...rows.map(([, , bytes]) => bytes));
  const drawn = rows.map(([{ color }, label, bytes], at) =>
    bytesRow({ x, y: LOWER + 48 + at * 40, label, bytes, color, widest }),
  );
  return [panelTitle(x, LOWER, 'Bytes in the package', 'kB, minified, brotli 11'), drawn];
}

function bytesRow({ x, y, label, bytes, color, widest }) {
  const width = ((HALF - 50) * bytes) / widest;
  return [
    text(x, y, label),
    bar(x, y + 6, width, 14, color),
    text(x + width + 6, y + 17, (bytes / 1000).toFixed(1), { size: 11 }),
  ];
}
