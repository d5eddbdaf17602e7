/** Groups of upright bars over a scale, for `chart.mjs`. */
import { bar, faded, gridLine, text, whisker } from './svg.mjs';

const LABEL_ROOM = 34;
const GROUP_GAP = 0.25;

/** A scale from values to heights; a logarithmic one begins at its first tick. */
export function scale(ticks, height, isLogarithmic) {
  const [first, last] = [ticks[0], ticks.at(-1)];
  const share = isLogarithmic
    ? (value) => Math.log(value / first) / Math.log(last / first)
    : (value) => (value - first) / (last - first);
  return { ticks, height, heightOf: (value) => Math.min(1, Math.max(0, share(value))) * height };
}

/**
 * `groups`: `{ name, bars: [{ low, median, high, color }] }`; `format` writes a value; `scale` as above. The groups stand
 * on `y + scale.height`.
 */
export function barGroups({ x, y, width, groups, scale: { ticks, height, heightOf }, format }) {
  const floor = y + height;
  const room = width - LABEL_ROOM;
  const groupWidth = room / groups.length;
  const grid = ticks.flatMap((tick) => {
    const at = floor - heightOf(tick);
    return [gridLine(x + LABEL_ROOM, at, x + width, at), faded(x + LABEL_ROOM - 6, at + 4, tick, { anchor: 'end' })];
  });
  const drawn = groups.flatMap((group, at) => {
    const left = x + LABEL_ROOM + groupWidth * (at + GROUP_GAP / 2);
    return drawGroup({ group, left, floor, width: groupWidth * (1 - GROUP_GAP), heightOf, format });
  });
  return [...grid, ...drawn];
}

function drawGroup({ group: { name, bars }, left, floor, width, heightOf, format }) {
  const barWidth = width / bars.length;
  const drawn = bars.flatMap((each, at) =>
    drawBar({ ...each, left: left + at * barWidth, floor, barWidth, heightOf, format }),
  );
  const lines = name
    .split('\n')
    .map((line, at) => text(left + width / 2, floor + 18 + at * 15, line, { anchor: 'middle' }));
  return [...drawn, ...lines];
}

function drawBar({ low, median, high, color, left, floor, barWidth, heightOf, format }) {
  const middle = left + barWidth / 2;
  const top = floor - heightOf(median);
  const highest = floor - heightOf(high);
  return [
    bar(left + 1.5, top, barWidth - 3, floor - top, color),
    whisker(middle, floor - heightOf(low), highest),
    text(middle, highest - 5, format(median), { size: 11, anchor: 'middle' }),
  ];
}
