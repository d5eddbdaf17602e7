/** The table of docs/performance.md, made from bench/results.json. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '../scripts/command.mjs';
import { goalRows } from './goals.mjs';

const places = { document: join(root, 'docs', 'performance.md'), results: join(root, 'bench', 'results.json') };
const [OPEN, CLOSE] = ['<!-- goals -->\n', '<!-- /goals -->'];

/** Where the document is. */
export const documentPath = places.document;

/** The results of the last full run. */
export const lastResults = () => JSON.parse(readFileSync(places.results, 'utf8'));

/** The document as it is to be for some results. */
export function documentFor(results, document = readFileSync(places.document, 'utf8')) {
  const [start, end] = [document.indexOf(OPEN), document.indexOf(CLOSE)];
  if (start < 0 || end < start) throw new Error('docs/performance.md has no markers goals');
  return document.slice(0, start + OPEN.length) + goalsTable(results) + document.slice(end);
}

function goalsTable(results) {
  const { date, machine, versions } = results;
  const of = `${date}, ${machine.cpu}, ${machine.cores} cores, XState ${versions.xstate}`;
  const head = ['', 'wx-phone-login', 'against', 'ratio', 'quartiles', 'goal', ''];
  const rows = goalRows(results).map(({ what, ours, against, value, spread = '', goal = '', isMet }) => {
    return [what, ours, against, value, spread, goal, goal && (isMet ? 'met' : '**missed**')];
  });
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`);
  return `Measured on ${of}.\n\n${lines.join('')}`;
}
