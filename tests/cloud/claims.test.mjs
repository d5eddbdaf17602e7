/** Calls at once with one code: one of them asks WeChat, the others wait for it, and not for ever. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { openInstances } from './instances.mjs';

const OPENID = 'o-simulated-user';
const APPID = 'wx0000000000000000';
const RESULTS = 'phone_login_results';

const stage = await openInstances();
const { codes, requests, database, time, sealFor, answerWith } = stage;

beforeEach(() => {
  requests.length = 0;
  time.slowDown(1);
  answerWith({ phoneInfo: {} });
});

const sealOf = (code) => sealFor(code, { openid: OPENID, appid: APPID });
const entryOf = (code) => database.contents()[RESULTS]?.find(({ _id }) => _id === sealOf(code).id);

/** The claim of an instance that died so many milliseconds ago. */
function leaveClaim(code, age) {
  database.answer({ action: 'database.addCollection', collectionName: RESULTS });
  const claim = { _id: sealOf(code).id, token: 'of-the-dead', at: time.now() - age, until: time.now() + 60_000 };
  database.answer({ action: 'database.insertDocument', collectionName: RESULTS, data: [JSON.stringify(claim)] });
}

async function timed(call) {
  const begin = performance.now();
  return { reply: await call, took: performance.now() - begin };
}

test('50 calls at once on each of two instances are one exchange', async () => {
  time.slowDown(10);
  const instances = [stage.start(), stage.start()];
  const code = codes.issue();
  answerWith({ phoneInfo: {}, delay: 300 });
  const replies = await Promise.all(
    instances.flatMap((exchange) => Array.from({ length: 50 }, () => exchange({ code }))),
  );
  assert.equal(replies.filter(({ success }) => success).length, 100);
  assert.equal(requests.length, 1);
});

test('and what is done with the number is done once: who comes later waits for its reply', async () => {
  time.slowDown(10);
  let completed = 0;
  const complete = async () => {
    completed += 1;
    await new Promise((wake) => setTimeout(wake, 300));
    return { success: true, completed };
  };
  const instances = [stage.start(complete), stage.start(complete)];
  const code = codes.issue();
  const replies = await Promise.all(instances.flatMap((exchange) => [exchange({ code }), exchange({ code })]));
  assert.deepEqual(
    replies.map((reply) => reply.completed),
    [1, 1, 1, 1],
  );
  assert.equal(requests.length, 1);
});

test('a claim is there before WeChat is asked', async () => {
  const code = codes.issue();
  answerWith({ phoneInfo: {}, delay: 300 });
  const first = stage.start()({ code });
  while (!requests.length) await pause(5);
  assert.equal(typeof entryOf(code).token, 'string');
  assert.equal(entryOf(code).sealed, undefined);
  await first;
  assert.equal(entryOf(code).token, undefined);
});

test('who finds a claim waits for its result', async () => {
  const code = codes.issue();
  answerWith({ phoneInfo: {}, delay: 800 });
  const first = stage.start()({ code });
  while (!requests.length) await pause(5);
  const { reply, took } = await timed(stage.start()({ code }));
  assert.deepEqual(reply, await first);
  assert.ok(took > 500 && took < 2500, `${took} ms`);
  assert.equal(requests.length, 1);
});

test('who waits asks by itself as soon as the first call has given up', async () => {
  const code = codes.issue();
  answerWith({ errcode: -1, errmsg: 'system error', delay: 700 });
  const first = stage.start()({ code });
  while (!requests.length) await pause(5);
  answerWith({ phoneInfo: {} });
  const { reply, took } = await timed(stage.start()({ code }));
  assert.equal(reply.success, true);
  assert.equal((await first).errCode, -1);
  assert.ok(took < 2000, `${took} ms`);
});

test('who waits asks by itself after three seconds, and not before', async () => {
  const code = codes.issue();
  leaveClaim(code, 0);
  const reply = stage.start()({ code });
  time.ahead += 2500;
  await pause(450);
  assert.equal(requests.length, 0);
  time.ahead += 500;
  assert.equal((await reply).success, true);
});

test('a claim that is older than that is not waited for', async () => {
  const code = codes.issue();
  leaveClaim(code, 6000);
  const { reply, took } = await timed(stage.start()({ code }));
  assert.equal(reply.success, true);
  assert.ok(took < 1000, `${took} ms`);
});

test('a claim is waited for three seconds at most where its clock is ahead', async () => {
  const code = codes.issue();
  leaveClaim(code, -60_000);
  const asked = timed(stage.start()({ code }));
  await pause(50);
  time.ahead += 3000;
  const { reply, took } = await asked;
  assert.equal(reply.success, true);
  assert.ok(took < 2000, `${took} ms`);
});

test('an old claim is taken over by one of those who find it', async () => {
  time.slowDown(10);
  const code = codes.issue();
  leaveClaim(code, 6000);
  const replies = await Promise.all(
    [stage.start(), stage.start(), stage.start()].map((exchange) => exchange({ code })),
  );
  assert.equal(replies.filter(({ success }) => success).length, 3);
  assert.equal(requests.length, 1);
});

test('a number that comes late to the first call is found by the one that asked after it', async () => {
  const code = codes.issue();
  answerWith({ phoneInfo: {}, delay: 1000 });
  const first = stage.start()({ code });
  while (!requests.length) await pause(5);
  const asked = stage.start()({ code });
  await pause(50);
  time.ahead += 3000;
  const second = await asked;
  assert.equal(requests.length, 2, 'WeChat was asked twice, and had a number for the first call alone');
  assert.equal(second.success, true);
  assert.deepEqual(second, await first);
});
