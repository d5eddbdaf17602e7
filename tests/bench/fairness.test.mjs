/** Those that `npm run bench` compares do the same work. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { differences, differentAnswers } from '../../bench/fairness.mjs';
import { readReasons } from '../../bench/reasons.mjs';

test('every rival answers what the package answers, and judges every row of the table alike', async () => {
  assert.deepEqual(await differences(), []);
});

test('the rivals are given the whole table of reasons', () => {
  const reasons = readReasons();
  assert.equal(reasons.length, 32);
  assert.ok(reasons.every(({ sources, next, words }) => sources.length && next && words.zh_CN && words.en));
  const count = (column) => reasons.flatMap((row) => row[column]).length;
  assert.deepEqual([count('errnos') > 20, count('errCodes') > 50, count('phrases') > 100], [true, true, true]);
});

test('a rival that answers otherwise, or not at all, is noticed', () => {
  const ours = [{ step: 'tap', patch: { state: 'authorizing' }, effects: [] }];
  const other = [{ ...ours[0], patch: {} }];
  assert.equal(differentAnswers({ 'wx-phone-login': ours, xstate: ours }).length, 0);
  assert.equal(differentAnswers({ 'wx-phone-login': ours, xstate: ours, robot3: other }).length, 1);
  assert.equal(differentAnswers({ 'wx-phone-login': ours, xstate: [] }).length, 1);
});
