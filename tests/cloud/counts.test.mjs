/** The counts of a day in the database: added up over instances, in batches. */
import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';

import { createDatabase } from '../../simulator/cloud/database.mjs';
import { loadFunction } from './in-process.mjs';

const SECOND = 1000;
const HOUR = 3_600_000;
const COUNTS = 'phone_login_counts';

let database = createDatabase();
let writes = 0;
let fails = false;
const reached = {
  answer(request) {
    if (request.collectionName === COUNTS && /modify|insert/.test(request.action)) writes += 1;
    return fails ? { code: 'DATABASE_REQUEST_FAILED', message: 'failed' } : database.answer(request);
  },
};

const { cloud, require: load } = await loadFunction({ database: reached });
const { observe } = load('./observation');
const { readCounts, removeCountsBefore } = load('./observation/counts');
const { createAccess } = load('./database/access');
mock.method(console, 'error', () => {});

const manifest = { name: 'decryptPhoneNumber', version: '0.0.0' };
let now = 0;
const time = { now: () => now, setTimeout, clearTimeout };

/** Noon of 26 November in Beijing. */
const NOON = Date.UTC(2026, 10, 26, 4);

beforeEach(() => {
  database = createDatabase();
  writes = 0;
  fails = false;
  now = NOON;
});

/** An instance whose calls end as they are told to. */
function start() {
  return observe({ cloud, manifest, database: createAccess({ manifest, time }), time }, async (ending, call) => {
    Object.assign(call, ending.call);
    now += ending.took ?? 0;
    return ending.reply;
  });
}

const success = { call: { by: 'wechat', isPaid: true }, reply: { success: true }, took: 120 };
const invalid = {
  call: { by: 'wechat' },
  reply: { success: false, errCode: 40029, reason: 'code_invalid' },
  took: 450,
};
const odd = { call: { by: 'wechat' }, reply: { success: false, errCode: -404011 }, took: 20_000 };
const cached = { call: { by: 'cache' }, reply: { success: true } };
const limited = { call: { by: 'limit' }, reply: { success: false, errCode: 45011, reason: 'rate_limited' } };

const counts = () => database.contents()[COUNTS] ?? [];

async function later(instance, ending) {
  now += 10 * SECOND;
  await instance(ending);
}

test('calls, outcomes, durations and what was paid, as they were', async () => {
  const instance = start();
  for (const ending of [success, invalid, odd, cached, limited]) await later(instance, ending);
  assert.deepEqual(counts(), [
    {
      _id: '2026-11-26-decryptPhoneNumber',
      day: '2026-11-26',
      function: 'decryptPhoneNumber',
      calls: 5,
      coldStarts: 1,
      paid: 1,
      outcomes: {
        wechat: { success: 1, code_invalid: 1, 'errCode -404011': 1 },
        cache: { success: 1 },
        limit: { rate_limited: 1 },
      },
      durations: { 200: 1, 600: 1, 60000: 1 },
    },
  ]);
});

test('those of several instances add up, also where they begin at once', async () => {
  const instances = [start(), start(), start(), start()];
  await Promise.all(instances.map((instance) => instance(success)));
  await Promise.all(instances.map((instance) => later(instance, success)));
  const [{ calls, coldStarts, paid }] = counts();
  assert.deepEqual([calls, coldStarts, paid], [8, 4, 8]);
});

test('the first call is written at once, then one batch in ten seconds or fifty calls', async () => {
  const instance = start();
  await instance(cached);
  assert.equal(counts()[0].calls, 1);
  writes = 0;
  for (let n = 0; n < 49; n += 1) await instance(cached);
  assert.equal(writes, 0);
  await instance(cached);
  assert.equal(writes, 1);
  assert.equal(counts()[0].calls, 51);
  await instance(cached);
  assert.equal(writes, 1);
  await later(instance, cached);
  assert.equal(writes, 2);
  assert.equal(counts()[0].calls, 53);
});

test('a day is one in Beijing, and a batch over midnight is parted', async () => {
  now = NOON + 12 * HOUR - 5 * SECOND;
  const instance = start();
  await instance(cached);
  await instance(cached);
  await later(instance, cached);
  const byDay = counts().map(({ day, calls }) => [day, calls]);
  assert.deepEqual(byDay, [
    ['2026-11-26', 2],
    ['2026-11-27', 1],
  ]);
});

test('a database that fails loses a batch, costs no call, and is let alone for two seconds', async () => {
  const instance = start();
  fails = true;
  assert.equal((await instance(success)).success, true);
  writes = 0;
  await instance(success);
  assert.equal(writes, 0);
  fails = false;
  await later(instance, success);
  assert.equal(counts()[0].calls, 2);
});

test('what a client has written is not counted, and is replaced', async () => {
  database.writeAsClient(COUNTS, { _id: '2026-11-26-decryptPhoneNumber', day: '2026-11-26', calls: 1e6 }, 'o-client');
  database.writeAsClient(COUNTS, { _id: 'forged', day: '2026-11-26', calls: 1e6 }, 'o-client');
  await start()(success);
  const read = await readCounts(cloud, '2026-11-26');
  assert.deepEqual(
    read.map(({ calls }) => calls),
    [1],
  );
});

test('the counts of old days are removed when they are told to be', async () => {
  await start()(success);
  now += 48 * HOUR;
  await start()(success);
  await removeCountsBefore(cloud, '2026-11-27');
  assert.deepEqual(
    counts().map(({ day }) => day),
    ['2026-11-28'],
  );
});
