/** How often WeChat is asked: for a user in a minute and in a day, by an instance, and with a code that it has refused. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { openInstances } from './instances.mjs';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
const LIMITS = 'phone_login_limits';

const stage = await openInstances();
const { codes, requests, database, reached, time, answerWith, as } = stage;

let users = 0;
let user = '';

beforeEach(() => {
  requests.length = 0;
  reached.answer = (request) => database.answer(request);
  answerWith({ phoneInfo: {} });
  user = `o-user-${++users}`;
  startMinute();
});

/** No test runs into the next minute of the clock. */
function startMinute() {
  time.ahead += MINUTE - (time.now() % MINUTE) + SECOND;
}

/** An instance with the limits as they are shipped, unless the owner has set others. */
const start = (variables = {}) => stage.start(undefined, variables);

const exchange = (instance, code = codes.issue(user), openid = user) => as(openid, () => instance({ code }));

const refusedCode = () => {
  const code = codes.issue(user);
  codes.redeem(code, user);
  return code;
};

async function errCodesOf(times, call) {
  const errCodes = [];
  for (let n = 0; n < times; n += 1) errCodes.push((await call(n)).errCode ?? 0);
  return errCodes;
}

test('the eleventh exchange of a user within a minute is refused, on any instance, and WeChat is not asked', async () => {
  const instances = [start(), start(), start()];
  const errCodes = await errCodesOf(12, (n) => exchange(instances[n % 3]));
  assert.deepEqual(errCodes, [...Array(10).fill(0), 45011, 45011]);
  assert.equal(requests.length, 10);
});

test('it is said as rate_limited, in words of our own', async () => {
  const instance = start({ EXCHANGES_PER_USER_MINUTE: '1' });
  await exchange(instance);
  const reply = await exchange(instance);
  assert.deepEqual([reply.reason, reply.error], ['rate_limited', '请求过于频繁，请稍后重试']);
});

test('another user is not held back, and the user is not in the next minute', async () => {
  const instance = start();
  await errCodesOf(11, () => exchange(instance));
  const other = `${user}-other`;
  assert.equal((await exchange(instance, codes.issue(other), other)).success, true);
  startMinute();
  assert.equal((await exchange(instance)).success, true);
});

test('an instance that starts later knows what the user has used up', async () => {
  await errCodesOf(10, () => exchange(start()));
  assert.equal((await exchange(start())).errCode, 45011);
});

test('a result that is remembered comes all the same', async () => {
  const instance = start();
  const code = codes.issue(user);
  const reply = await exchange(instance, code);
  await errCodesOf(11, () => exchange(instance));
  assert.deepEqual(await exchange(instance, code), reply);
});

test('a code that is held back is of use in the next minute', async () => {
  const instance = start({ EXCHANGES_PER_USER_MINUTE: '1' });
  await exchange(instance);
  const code = codes.issue(user);
  assert.equal((await exchange(instance, code)).errCode, 45011);
  startMinute();
  assert.equal((await exchange(instance, code)).success, true);
});

test('WeChat is asked once about a code that it refused, by any instance, for five minutes', async () => {
  const [one, other] = [start(), start()];
  const code = refusedCode();
  assert.deepEqual(await errCodesOf(4, (n) => exchange([one, other][n % 2], code)), [40029, 40029, 40029, 40029]);
  assert.equal(requests.length, 1);
  time.ahead += 5 * MINUTE + SECOND;
  assert.equal((await exchange(one, code)).errCode, 40029);
  assert.equal(requests.length, 2);
});

test('a code that failed for another reason is asked again', async () => {
  const instance = start();
  const code = codes.issue(user);
  answerWith({ errcode: -1, errmsg: 'system error' });
  assert.equal((await exchange(instance, code)).errCode, -1);
  answerWith({ phoneInfo: {} });
  assert.equal((await exchange(instance, code)).success, true);
});

test('after twenty refused codes the user waits until midnight in Beijing', async () => {
  const variables = { EXCHANGES_PER_USER_MINUTE: '1000' };
  const instances = [start(variables), start(variables)];
  const errCodes = await errCodesOf(21, (n) => exchange(instances[n % 2], refusedCode()));
  assert.deepEqual(errCodes, [...Array(20).fill(40029), 45009]);
  assert.equal(requests.length, 20);
  time.ahead += DAY - ((time.now() + 8 * 60 * MINUTE) % DAY) - 2 * SECOND;
  assert.equal((await exchange(start(variables))).errCode, 45009);
  time.ahead += 3 * SECOND;
  assert.equal((await exchange(start(variables))).success, true);
});

test('codes that WeChat takes, or fails on, do not count towards that', async () => {
  const instance = start({ EXCHANGES_PER_USER_MINUTE: '1000', EXCHANGE_BREAKER: 'off' });
  assert.deepEqual(await errCodesOf(25, () => exchange(instance)), Array(25).fill(0));
  answerWith({ errcode: 45011, errmsg: 'minute-quota' });
  assert.deepEqual(await errCodesOf(25, () => exchange(instance)), Array(25).fill(45011));
  answerWith({ phoneInfo: {} });
  assert.equal((await exchange(start({ EXCHANGES_PER_USER_MINUTE: '1000' }))).success, true);
});

test('an instance asks no more often than it may, whoever calls', async () => {
  const instance = start({ EXCHANGES_PER_INSTANCE_MINUTE: '3' });
  const anybody = (n) => exchange(instance, codes.issue(`o-${n}-${user}`), `o-${n}-${user}`);
  assert.deepEqual(await errCodesOf(4, anybody), [0, 0, 0, 45011]);
  startMinute();
  assert.equal((await anybody(5)).success, true);
});

const away = () => ({ code: 'DATABASE_REQUEST_FAILED', message: 'database request failed' });

test('without a database each instance counts for itself', async () => {
  reached.answer = away;
  const [one, other] = [start(), start()];
  assert.deepEqual((await errCodesOf(11, () => exchange(one))).slice(9), [0, 45011]);
  assert.deepEqual((await errCodesOf(11, () => exchange(other))).slice(9), [0, 45011]);
  startMinute();
  const errCodes = await errCodesOf(10, () => exchange(one, refusedCode()));
  startMinute();
  errCodes.push(...(await errCodesOf(11, () => exchange(one, refusedCode()))));
  assert.deepEqual(errCodes.slice(18), [40029, 40029, 45009]);
});

const records = () => database.contents()[LIMITS] ?? [];

test('what a client has written into the collection neither frees a user nor locks one out', async () => {
  for (const count of [-1000, 1000]) {
    const before = records().map(({ _id }) => _id);
    await exchange(start());
    const mine = records().filter(({ _id }) => !before.includes(_id));
    assert.ok(mine.length > 0);
    for (const record of mine) database.writeAsClient(LIMITS, { ...record, count }, user);
    const errCodes = await errCodesOf(11, () => exchange(start()));
    assert.deepEqual(errCodes, [...Array(10).fill(0), 45011], `count ${count}`);
    user = `o-user-${++users}`;
    startMinute();
  }
});

test('a reader of the database learns no openid from the counts, and old ones are removed', async () => {
  await exchange(start());
  const old = records();
  assert.ok(old.length > 0);
  assert.ok(!JSON.stringify(old).includes(user));
  time.ahead += DAY;
  user = `o-user-${++users}`;
  await exchange(start());
  const left = records().map(({ _id }) => _id);
  for (const { _id } of old) assert.ok(!left.includes(_id), _id);
});

const { readSettings } = stage;

test('a variable that makes no sense is named, and what is shipped holds', () => {
  const shipped = readSettings({}, assert.fail);
  for (const [name, text] of [
    ['EXCHANGES_PER_USER_MINUTE', '0'],
    ['EXCHANGES_PER_USER_MINUTE', '-1'],
    ['REFUSED_CODES_PER_USER_DAY', '1e9'],
    ['EXCHANGES_PER_INSTANCE_MINUTE', 'many'],
    ['EXCHANGE_BREAKER', 'false'],
    ['EXCHANGE_WITHOUT_OPENID', 'constructor'],
  ]) {
    const faults = [];
    assert.deepEqual(
      readSettings({ [name]: text }, (fault) => faults.push(fault)),
      shipped,
    );
    assert.equal(faults.length, 1);
    assert.match(faults[0], new RegExp(`^${name} `));
  }
});
