/** docs/performance.md and its picture show the results that are there. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { chart } from '../../bench/chart.mjs';
import { documentFor, documentPath, lastResults } from '../../bench/document.mjs';
import { floorsOf } from '../../bench/floors.mjs';
import { goalRows } from '../../bench/goals.mjs';

test('the table of docs/performance.md is that of bench/results.json', () => {
  assert.ok(readFileSync(documentPath, 'utf8') === documentFor(lastResults()), 'run `npm run bench`');
});

test('the results are those of a full run', () => {
  assert.equal(lastResults().quick, false);
});

test('the picture names every engine that was measured', () => {
  const picture = readFileSync(new URL('../../docs/images/bench.svg', import.meta.url), 'utf8');
  assert.ok(picture.includes(lastResults().date), 'of the same day');
  assert.equal(picture.length > 1000 && picture.startsWith('<svg'), chart(lastResults()).startsWith('<svg'));
});

test('a goal that is missed is told as missed', () => {
  const results = structuredClone(lastResults());
  results.bytes.ours.total = 10 * results.bytes.sameWork.xstate;
  assert.match(documentFor(results), /loaded, brotli .*\*\*missed\*\*/);
});

test('of every goal that is missed the floor is told, and what it would take', () => {
  const rows = goalRows(lastResults());
  const told = floorsOf(rows);
  assert.equal(told.length, rows.filter(({ isMet }) => isMet === false).length);
  for (const line of told) assert.match(line ?? 'nothing is known of a row', /the floor is .+\. It takes .+\./);
});

test('of a missed goal of which nothing is known that is noticed, and of a goal that is met nothing is told', () => {
  assert.deepEqual(floorsOf([{ what: 'something new', isMet: false }]), [undefined]);
  assert.deepEqual(floorsOf([{ what: 'loaded, brotli', isMet: true }, { what: 'loaded, brotli' }]), []);
});
