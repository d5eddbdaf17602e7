/** One user with garbage codes, on two instances of which one dies now and then: what reaches WeChat, and how others fare. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';

import { openInstances } from './instances.mjs';

const MINUTE = 60_000;
const ATTACKER = 'o-attacker';
const CALLS = 10_000;
const AT_ONCE = 20;

const stage = await openInstances();
const { codes, database, reached, time } = stage;

/** However busy the machine is that runs this: the database counts, and is not given up. */
time.setTimeout = (callback, milliseconds) => setTimeout(callback, 50 * milliseconds);

/** What reached WeChat, and when. */
const asked = [];
const { redeem } = codes;
codes.redeem = (code, openid) => {
  const taken = redeem(code, openid);
  asked.push({ at: time.now(), openid, taken });
  return taken;
};

let databaseRequests = 0;
reached.answer = (request) => {
  databaseRequests += 1;
  return database.answer(request);
};

const callAs = (openid, exchange, code) => stage.as(openid, () => exchange({ code }));

const start = () => stage.start(undefined, {});

/** The most requests within any 60 seconds. */
function mostInAMinute(times) {
  const sorted = [...times].sort((one, other) => one - other);
  return Math.max(...sorted.map((from) => sorted.filter((at) => at >= from && at < from + MINUTE).length));
}

const garbage = () => `garbage-${randomBytes(8).toString('hex')}`;

let others = 0;

async function loginOfAnother(exchange) {
  const openid = `o-other-${++others}`;
  const begin = performance.now();
  const before = databaseRequests;
  const reply = await callAs(openid, exchange, codes.issue(openid));
  return { reply, took: performance.now() - begin, databaseRequests: databaseRequests - before };
}

/**
 * Calls in batches, half on each of two instances, one of which is replaced after every thousand calls. Between the
 * batches another user logs in.
 */
async function attack({ codeOf, duration }) {
  asked.length = 0;
  const instances = [start(), start()];
  const logins = [];
  const replies = new Map();
  for (let done = 0; done < CALLS; done += AT_ONCE) {
    const batch = Array.from({ length: AT_ONCE }, (_, n) => callAs(ATTACKER, instances[n % 2], codeOf(done + n)));
    for (const { errCode } of await Promise.all(batch)) replies.set(errCode, (replies.get(errCode) ?? 0) + 1);
    if (done % 500 === 0) logins.push(await loginOfAnother(instances[(done / 500) % 2]));
    if (done % 1000 === 0) instances[(done / 1000) % 2] = start();
    time.ahead += (duration / CALLS) * AT_ONCE;
  }
  const ofAttacker = asked.filter(({ openid }) => openid === ATTACKER);
  return { ofAttacker, logins, replies };
}

const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];

test('10,000 calls with 50 garbage codes reach WeChat at most 20 times in any minute and in the day', async (t) => {
  const calm = [];
  const quiet = start();
  for (let n = 0; n < 20; n += 1) calm.push(await loginOfAnother(quiet));

  const set = Array.from({ length: 50 }, garbage);
  const before = databaseRequests;
  const { ofAttacker, logins, replies } = await attack({ codeOf: (n) => set[n % 50], duration: 10 * MINUTE });
  t.diagnostic(
    `WeChat was asked ${ofAttacker.length} times, ${mostInAMinute(ofAttacker.map(({ at }) => at))} in a minute`,
  );
  t.diagnostic(`the database was asked ${databaseRequests - before} times; replies: ${JSON.stringify([...replies])}`);

  assert.ok(ofAttacker.length > 0);
  assert.ok(mostInAMinute(ofAttacker.map(({ at }) => at)) <= 20);
  assert.ok(ofAttacker.length <= 20);

  assert.deepEqual(
    logins.filter(({ reply }) => !reply.success),
    [],
    'every other user is logged in',
  );
  const most = (logged) => Math.max(...logged.map((login) => login.databaseRequests));
  assert.ok(most(logins) <= most(calm), 'and no login asks the database more often than without the attack');
  const [slow, normal] = [logins, calm].map((logged) => median(logged.map(({ took }) => took)));
  t.diagnostic(`a login of another user takes ${slow.toFixed(1)} ms, without the attack ${normal.toFixed(1)} ms`);
  assert.ok(slow < 4 * normal + 20, 'nor does it take much longer');
});

test('nor do 10,000 different garbage codes from dawn to dusk, and the next day the user has another chance', async (t) => {
  const untilMorning = 24 * 60 * MINUTE - ((time.now() + 8 * 60 * MINUTE) % (24 * 60 * MINUTE));
  time.ahead += untilMorning + MINUTE;
  const { ofAttacker } = await attack({ codeOf: garbage, duration: 20 * 60 * MINUTE });
  t.diagnostic(`WeChat was asked ${ofAttacker.length} times`);
  assert.ok(ofAttacker.length > 0 && ofAttacker.length <= 20);
  time.ahead += 5 * 60 * MINUTE;
  const reply = await callAs(ATTACKER, start(), codes.issue(ATTACKER));
  assert.equal(reply.success, true);
});

test('2,000 calls at once with garbage codes, half on each instance, get no further', async (t) => {
  time.ahead += 24 * 60 * MINUTE;
  asked.length = 0;
  const instances = [start(), start()];
  const begin = performance.now();
  const calls = Array.from({ length: 2000 }, (_, n) => callAs(ATTACKER, instances[n % 2], garbage()));
  const replies = await Promise.all(calls);
  t.diagnostic(`${asked.length} reached WeChat, after ${(performance.now() - begin).toFixed(0)} ms all had an answer`);
  assert.ok(asked.length <= 20, `${asked.length}`);
  assert.ok(replies.every(({ success }) => success === false));
});
