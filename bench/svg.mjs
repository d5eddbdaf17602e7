/** The little of SVG that a bar chart needs. */
const INK = '#24292f';
const FADED = '#57606a';
const GRID = '#e4e7eb';

const escaped = (text) => String(text).replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);
const round = (value) => Math.round(value * 10) / 10;
const attributes = (named) =>
  Object.entries(named)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? round(value) : value}"`)
    .join('');

const element = (name, named, content = '') => `<${name}${attributes(named)}>${content}</${name}>`;

/** A text; `anchor` says which part of it stands at `x`. */
export function text(x, y, content, { size = 12, anchor = 'start', color = INK, weight = 400 } = {}) {
  const style = { 'font-size': size, 'text-anchor': anchor, fill: color, 'font-weight': weight };
  return element('text', { x, y, ...style }, escaped(content));
}

export const faded = (x, y, content, options) => text(x, y, content, { color: FADED, size: 11, ...options });

export const bar = (x, y, width, height, fill) => element('rect', { x, y, width, height, fill, rx: 2 });

/** A line of the grid. */
export const gridLine = (x1, y1, x2, y2) => element('line', { x1, y1, x2, y2, stroke: GRID });

/** A thin line over a bar: where half of the samples lie. */
export const whisker = (x, y1, y2) => element('line', { x1: x, x2: x, y1, y2, stroke: INK, 'stroke-opacity': 0.55 });

/** The picture on its light ground. */
export function svg(width, height, parts, title) {
  const font = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
  const named = { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height };
  const ground = element('rect', { width, height, fill: '#ffffff', rx: 8 });
  const content = [element('title', {}, escaped(title)), ground, ...parts].join('\n');
  return `${element('svg', { ...named, 'font-family': font, role: 'img' }, `\n${content}\n`)}\n`;
}
