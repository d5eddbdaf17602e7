/** The tables of docs/compatibility.md that say what the tests of this folder run, made from the tests' own lists. */
import { readFileSync } from 'node:fs';

import { backends, conditions, OF_OLD_CLIENTS } from './conditions.mjs';
import { engines } from './engines.mjs';
import { counts } from './script.mjs';

/** The document that holds them. */
export const path = new URL('../../../docs/compatibility.md', import.meta.url);

const row = (cells) => `| ${cells.join(' | ')} |\n`;
const table = (head, rows) => [head, head.map(() => '---'), ...rows].map(row).join('');

/** `counts` in words: "86 scenarios, 34 button events". */
const checks = Object.entries(counts)
  .map(([kind, count]) => `${count} ${kind}${kind.endsWith('memory') ? '' : 's'}`)
  .join(', ');

function enginesTable() {
  const rows = engines.map(({ client, name, how }) => [client, name, how, backends.join(', ')]);
  return `Each run makes the same checks (${checks}).\n\n${table(['stands for', 'engine', 'run', 'backends'], rows)}`;
}

function conditionsTable() {
  const rows = Object.entries(conditions).map(([what, { backend }]) => [what, backend ?? backends.join(', ')]);
  return `Each in ${OF_OLD_CLIENTS.join(' and in ')}, with all the checks.\n\n${table(['client', 'backends'], rows)}`;
}

/** The document as it is to be: what stands between its `<!-- name -->` markers is replaced. */
export function current(document = readFileSync(path, 'utf8')) {
  const withEngines = between(document, 'engines', enginesTable());
  return between(withEngines, 'conditions', conditionsTable());
}

function between(document, name, content) {
  const [open, close] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
  const [start, end] = [document.indexOf(open) + open.length, document.indexOf(close)];
  if (end < start || start < open.length) throw new Error(`docs/compatibility.md has no markers ${name}`);
  return document.slice(0, start) + content + document.slice(end);
}
