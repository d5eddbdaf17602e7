/** What the report makes of the counts, and when it alarms. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

import { functionsRoot } from './cloud.mjs';

const load = createRequire(`${functionsRoot}/phoneLoginReport/index.js`);
const { reportOf } = load('./report');
const { alarmsOf } = load('./alarms');
const { wordsOf } = load('./words');
const { bucketOf, quantileOf } = load('./observation/buckets');
const shipped = load('./thresholds.json');

const counts = [
  {
    function: 'phoneLogin',
    calls: 120,
    coldStarts: 3,
    paid: 80,
    outcomes: { wechat: { success: 80, code_invalid: 15 }, cache: { success: 7 }, limit: { rate_limited: 9 } },
    durations: { 100: 60, 200: 30, 3000: 5 },
  },
  {
    function: 'decryptPhoneNumber',
    calls: 9,
    coldStarts: 1,
    paid: 4,
    outcomes: { wechat: { success: 4, code_invalid: 1 }, breaker: { daily_limit: 2 }, function: { code_invalid: 2 } },
    durations: { 5000: 1, 400: 4 },
  },
];

test('the functions are added up: what asked WeChat, or would have, is an exchange', () => {
  assert.deepEqual(reportOf('2026-11-26', false, counts), {
    day: '2026-11-26',
    isComplete: false,
    exchanges: 102,
    successes: 84,
    successRate: 84 / 102,
    p95Ms: 3000,
    paid: 84,
    repeated: 7,
    limited: 9,
    broken: 2,
    coldStarts: 4,
    calls: 129,
    failures: { code_invalid: 16, daily_limit: 2 },
  });
});

test('a day without a call has no rate, no duration and no alarm', () => {
  const report = reportOf('2026-11-26', true, []);
  assert.deepEqual([report.exchanges, report.successRate, report.p95Ms], [0, undefined, undefined]);
  assert.deepEqual(alarmsOf(report, shipped), []);
  assert.match(wordsOf(report, []), /还没有人换取手机号/);
});

test('the p95 is the end of the bucket within which 95 of 100 calls ended', () => {
  const durations = Array.from({ length: 100 }, (_, n) => 10 * (n + 1));
  const buckets = {};
  for (const duration of durations) buckets[bucketOf(duration)] = (buckets[bucketOf(duration)] ?? 0) + 1;
  assert.equal(quantileOf(buckets, 0.95), 1000);
  assert.equal(quantileOf(buckets, 0.8), 800);
  assert.equal(quantileOf({ 50: 95, 60000: 5 }, 0.95), 50);
  assert.equal(quantileOf({ 50: 94, 60000: 6 }, 0.95), 60000);
  assert.equal(quantileOf({}, 0.95), undefined);
});

for (const [duration, bucket] of [
  [0, '50'],
  [50, '50'],
  [51, '100'],
  [10_000, '10000'],
  [70_000, '60000'],
]) {
  test(`${duration} ms are counted in the bucket ${bucket}`, () => assert.equal(bucketOf(duration), bucket));
}

const good = { exchanges: 100, successRate: 0.95, p95Ms: 800, paid: 90, limited: 0, failures: {} };
const thresholds = {
  fewestExchanges: 20,
  lowestSuccessRate: 0.9,
  longestP95Ms: 3000,
  mostPaid: 1000,
  mostLimited: 500,
};
const namesOf = (report, against = thresholds) => alarmsOf(report, against).map(({ name }) => name);

const beyond = {
  lowestSuccessRate: [{ successRate: 0.9 }, { successRate: 0.899 }],
  longestP95Ms: [{ p95Ms: 3000 }, { p95Ms: 5000 }],
  mostPaid: [{ paid: 1000 }, { paid: 1001 }],
  mostLimited: [{ limited: 500 }, { limited: 501 }],
  quota: [{ failures: { rate_limited: 5 } }, { failures: { daily_limit: 1 } }],
};

for (const [name, [at, over]] of Object.entries(beyond)) {
  test(`${name} alarms beyond the threshold, not at it`, () => {
    assert.deepEqual(namesOf({ ...good, ...at }), []);
    assert.deepEqual(namesOf({ ...good, ...over }), [name]);
  });
}

test('a share of few exchanges does not alarm', () => {
  assert.deepEqual(namesOf({ ...good, exchanges: 19, successRate: 0.1, p95Ms: 9000 }), []);
  assert.deepEqual(namesOf({ ...good, exchanges: 20, successRate: 0.1 }), ['lowestSuccessRate']);
});

test('a threshold that is left out is not compared', () => {
  assert.deepEqual(namesOf({ ...good, paid: 1e6, successRate: 0 }, { fewestExchanges: 1 }), []);
});

test('the words say every figure, and the alarms first', () => {
  const report = reportOf('2026-11-26', false, counts);
  const words = wordsOf(report, alarmsOf(report, thresholds)).split('\n');
  assert.deepEqual(words, [
    '手机号登录 2026-11-26（到目前为止）',
    '【告警】成功率 82.4%，低于 90.0%',
    '【告警】微信的每日调用次数已用完，到零点前不再换取手机号',
    '成功率 82.4%（84/102）',
    '95% 的耗时不超过 3000 毫秒',
    '失败：code_invalid 16，daily_limit 2',
    '付费 84 次，重复提交 7 次（不再付费）',
    '限频拦下 9 次，熔断拦下 2 次',
    '调用 129 次，其中冷启动 4 次',
  ]);
});
