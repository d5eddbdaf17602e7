/** The whole run on what is built: checks that it is fair, measures, prints, and writes the results and their picture. */
import { readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { join } from 'node:path';

import { root, SetupError } from '../scripts/command.mjs';
import { chart } from './chart.mjs';
import { documentFor, documentPath, lastResults } from './document.mjs';
import { differences } from './fairness.mjs';
import { measure } from './measure.mjs';
import { report } from './report.mjs';

const PLACES = { results: join(root, 'bench', 'results.json'), chart: join(root, 'docs', 'images', 'bench.svg') };

/** `say` is told what is being done; a goal that is missed fails nothing. A quick run is only printed. */
export async function bench({ quick, say }) {
  say('Whether all do the same work');
  const [unfair] = await differences();
  if (unfair) throw new SetupError(`The comparison is not fair: ${unfair}`);
  const results = { ...circumstances(quick), ...(await measure({ quick, say })) };
  console.log(`\n${report(results)}\n`);
  if (quick) return;
  writeFileSync(PLACES.results, `${JSON.stringify(rounded(results), null, 1)}\n`);
  writeFileSync(PLACES.chart, chart(results));
  writeFileSync(documentPath, documentFor(lastResults()));
  say('Written to bench/results.json, docs/images/bench.svg and docs/performance.md');
}

/** Where, when and with what it was measured; no path and no name of the machine. */
function circumstances(quick) {
  const [{ model }] = cpus();
  const { xstate } = readJson('package.json').devDependencies;
  return {
    date: new Date().toISOString().slice(0, 10),
    quick,
    machine: { cpu: model.trim(), cores: cpus().length, system: `${platform()} ${arch()}` },
    versions: { 'wx-phone-login': readJson('pkg/package.json').version, xstate },
  };
}

const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** Four digits say more than any clock. */
function rounded(value) {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(4));
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(rounded);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rounded(each)]));
}
