/** What lost replies cost: docs/server.md shows the last full run, and a short one holds what it promises. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { mock, test } from 'node:test';

import { documentFor, documentPaths, lastResults } from '../../bench/lost-replies/document.mjs';
import { FAULTS, SHARES, simulate, simulateAll } from '../../bench/lost-replies/simulate.mjs';

const SLOWEST = 10_000;

mock.method(console, 'error', () => {});

function assertPromise({ fault, share, after }) {
  const row = `${fault}, ${share}`;
  assert.equal(after.lost, 0, `${row}: a number that the server stored is lost`);
  assert.ok(after.slowest <= SLOWEST, `${row}: ${after.slowest} ms`);
}

for (const path of documentPaths) {
  test(`the table of ${basename(path)} is that of the results`, () => {
    assert.ok(readFileSync(path, 'utf8') === documentFor(lastResults(), path), 'run `npm run bench:replies`');
  });
}

test('the results are those of 3,000 logins a row, and hold the promise', () => {
  const { logins, rows } = lastResults();
  assert.equal(logins, 3000);
  assert.equal(rows.length, FAULTS.length * SHARES.length);
  for (const row of rows) assertPromise(row);
});

test('a short run holds it, and 0.1 would not', async () => {
  const rows = await simulateAll(300);
  for (const row of rows) assertPromise(row);
  assert.ok(rows.some(({ fault, before }) => fault === 'silence' && before.askedAgain > 10));
  assert.ok(rows.some(({ before }) => before.slowest > SLOWEST));
});

test('it holds for other courses of the same, too', async () => {
  for (const seed of [2, 3, 4]) {
    const row = { fault: FAULTS[seed % FAULTS.length], share: 0.05 };
    assertPromise({ ...row, after: await simulate({ ...row, isIdempotent: true, logins: 500, seed }) });
  }
});
