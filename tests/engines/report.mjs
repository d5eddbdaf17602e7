/** Runs the script in an engine and judges what it reports. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { GIVEN } from '../support/engines/names.mjs';
import { kindOf } from '../support/engines/program/checks.mjs';
import { counts, script } from '../support/engines/script.mjs';

const { version } = JSON.parse(readFileSync(new URL('../../pkg/package.json', import.meta.url), 'utf8'));
const MODULE = '/phone-login/wx_phone_login_bg.wasm';

/** Runs every check under a condition; throws with what failed, or did not run. */
export async function assertPasses(engine, condition) {
  const text = await engine.run(script({ without: [], ...condition }));
  assert.ok(text, 'the engine ended without a report');
  const report = JSON.parse(text);
  assert.equal(report.failed, undefined);
  assertLoaded(report, condition);
  const failures = Object.entries(report.results).filter(([, result]) => result !== 'ok');
  assert.deepEqual(failures, []);
  assert.deepEqual(countsOf(report.results), counts);
  assert.deepEqual(report.errors, [], 'nothing was written as an error');
  assert.equal(report.timers, 0, 'no timer runs on');
}

/** The backend is the one that is meant, to the end, and sees nothing that a phone lacks. */
function assertLoaded({ atFirst, atLast, asked, seen }, { backend }) {
  const isWasm = backend === 'wasm';
  assert.deepEqual([atFirst, atLast], Array(2).fill({ backend, version }));
  assert.deepEqual(asked, isWasm ? [MODULE] : []);
  assert.deepEqual(seen, isWasm ? GIVEN : GIVEN.filter((name) => name !== 'WXWebAssembly'));
}

/** How many checks of each kind there are. */
function countsOf(results) {
  const kinds = Object.keys(results).map(kindOf);
  const sums = {};
  for (const kind of kinds) sums[kind] = (sums[kind] ?? 0) + 1;
  return sums;
}
