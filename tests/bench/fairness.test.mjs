/** Those that `npm run bench` compares do the same work. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lockstep } from '../../bench/fairness/lockstep.mjs';
import { loadRival, RIVALS } from '../../bench/fairness/rivals.mjs';
import { runStream } from '../../bench/fairness/streams.mjs';
import { differences, differentJudgments } from '../../bench/fairness.mjs';
import { readRanges, readReasons } from '../../bench/reasons.mjs';
import { Phone } from '../support/realm/phone.mjs';
import { CoreDriver } from '../support/scenarios/core-driver.mjs';
import { testScenarios } from '../support/scenarios/test-scenarios.mjs';

const ours = await new Phone().ready();

for (const name of RIVALS) {
  const { PhonePopup } = await loadRival(name);
  describe(`${name} goes every scenario`, () => testScenarios((options) => new CoreDriver(PhonePopup, options)));
}

test('every rival judges, shows and asks for what the package does, whatever comes', async () => {
  assert.deepEqual(await differences(), []);
});

test('the rivals are given the whole table of reasons', () => {
  const reasons = readReasons();
  assert.equal(reasons.length, 32);
  assert.ok(reasons.every(({ sources, next, sameCode, words }) => sources.length && next && sameCode && words));
  assert.ok(reasons.every(({ words: { zh_CN, zh_TW, en } }) => zh_CN && zh_TW && en));
  const count = (column) => reasons.flatMap((row) => row[column]).length;
  assert.deepEqual([count('errnos') > 20, count('errCodes') > 50, count('phrases') > 100], [true, true, true]);
  const { errnos, errCodes } = readRanges();
  assert.deepEqual([errnos.length, errCodes.length], [4, 7]);
});

/** The package itself as a rival that changes what it answers. */
const changed = (change) => ({
  ...ours,
  PhonePopup: class extends ours.PhonePopup {
    dispatch(event, now) {
      return change(super.dispatch(event, now));
    }
  },
});

const asEffect = (change) => (answer) => ({ ...answer, effects: answer.effects.map(change) });

const streamOf = (rival) => () => runStream(lockstep(ours, rival), 1);

test('the package answers as the package', streamOf(changed((answer) => answer)));

test('a rival that leaves out a field, an effect, or takes another id is noticed', () => {
  const isReport = ({ type }) => type === 'report';
  const mistakes = [
    ({ patch: { disabled: _, ...patch }, effects }) => ({ patch, effects }),
    ({ patch, effects }) => ({ patch, effects: effects.filter((effect) => !isReport(effect)) }),
    asEffect((effect) => (isReport(effect) ? { ...effect, data: { ...effect.data, timestamp: 0 } } : effect)),
    asEffect(({ request, ...effect }) => ({ ...effect, ...(request && { request: 1 }) })),
  ];
  for (const mistake of mistakes) assert.throws(streamOf(changed(mistake)), /differs: /, String(mistake));
});

test('a rival that judges otherwise is noticed', () => {
  const rival = { ...ours, classify: () => ({ kind: 'quota', reason: 'quota_exhausted' }) };
  assert.equal(differentJudgments(ours, rival, [['classify', { detail: { errMsg: 'deny' } }]]).length, 1);
});
