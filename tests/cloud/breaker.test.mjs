/** After WeChat has said that a quota of the mini-program is used up, it is left alone. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { openInstances } from './instances.mjs';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LIMITS = 'phone_login_limits';

const stage = await openInstances();
const { codes, requests, database, reached, time, answerWith } = stage;

const start = (variables = { EXCHANGES_PER_USER_MINUTE: '1000' }) => stage.start(undefined, variables);
const exchange = (instance) => instance({ code: codes.issue() });

/** To a time of the next day in Beijing. */
function setClock(hours, milliseconds = 0) {
  time.ahead += DAY - ((time.now() + 8 * HOUR) % DAY) + hours * HOUR + milliseconds;
}

beforeEach(() => {
  reached.answer = (request) => database.answer(request);
  setClock(12, SECOND);
  requests.length = 0;
});

async function trip(instance, errcode) {
  answerWith({ errcode, errmsg: 'quota' });
  assert.equal((await exchange(instance)).errCode, errcode);
  answerWith({ phoneInfo: {} });
  requests.length = 0;
}

test('after 45011 WeChat is not asked for the rest of the minute, by any instance', async () => {
  const one = start();
  await trip(one, 45011);
  assert.equal((await exchange(one)).errCode, 45011);
  assert.equal((await exchange(start())).errCode, 45011);
  assert.equal(requests.length, 0);
  time.ahead += MINUTE;
  assert.equal((await exchange(one)).success, true);
  assert.equal((await exchange(start())).success, true);
});

test('after 45009 WeChat is not asked until midnight in Beijing, by any instance', async () => {
  const one = start();
  await trip(one, 45009);
  time.ahead += 12 * HOUR - 3 * SECOND;
  const reply = await exchange(start());
  assert.deepEqual(
    [reply.errCode, reply.reason, reply.error],
    [45009, 'daily_limit', '今日使用次数已达上限，请明日再试'],
  );
  assert.equal((await exchange(one)).errCode, 45009);
  assert.equal(requests.length, 0);
  time.ahead += 3 * SECOND;
  assert.equal((await exchange(one)).success, true);
  assert.equal((await exchange(start())).success, true);
});

test('an instance that is running hears of it within ten seconds', async () => {
  const [one, other] = [start(), start()];
  await exchange(other);
  await trip(one, 45009);
  time.ahead += 10 * SECOND;
  assert.equal((await exchange(other)).errCode, 45009);
  assert.equal(requests.length, 0);
});

test('45011 does not shorten what 45009 has begun', async () => {
  const [one, other] = [start(), start()];
  await exchange(other);
  await trip(one, 45009);
  await trip(other, 45011);
  time.ahead += MINUTE;
  assert.equal((await exchange(start())).errCode, 45009);
});

test('a code that the breaker held back is of use after it', async () => {
  const one = start();
  await trip(one, 45011);
  const code = codes.issue();
  assert.equal((await one({ code })).errCode, 45011);
  time.ahead += MINUTE;
  assert.equal((await one({ code })).success, true);
});

for (const errcode of [40029, -1, 40001, 48001]) {
  test(`${errcode} does not open it`, async () => {
    const one = start();
    await trip(one, errcode);
    assert.equal((await exchange(one)).success, true);
  });
}

test('an owner who has removed the record is heard within ten seconds', async () => {
  const one = start();
  await trip(one, 45009);
  const [{ _id }] = database.contents()[LIMITS].filter((record) => record.errCode === 45009);
  database.answer({ action: 'database.removeDocument', collectionName: LIMITS, query: JSON.stringify({ _id }) });
  assert.equal((await exchange(one)).errCode, 45009);
  time.ahead += 10 * SECOND;
  assert.equal((await exchange(one)).success, true);
});

test('switched off, it does not open', async () => {
  const one = start({ EXCHANGE_BREAKER: 'off' });
  await trip(one, 45009);
  assert.equal((await exchange(one)).success, true);
});

test('a record that a client has written opens nothing', async () => {
  const one = start();
  await trip(one, 45009);
  const [record] = database.contents()[LIMITS].filter(({ errCode }) => errCode === 45009);
  setClock(12, SECOND);
  database.writeAsClient(LIMITS, { ...record, until: time.now() + DAY }, 'o-client');
  assert.equal((await exchange(start())).success, true);
});

test('without a database an instance goes by what it has heard itself', async () => {
  reached.answer = () => ({ code: 'DATABASE_REQUEST_FAILED', message: 'database request failed' });
  const one = start();
  await trip(one, 45009);
  assert.equal((await exchange(one)).errCode, 45009);
  assert.equal((await exchange(start())).success, true);
});
