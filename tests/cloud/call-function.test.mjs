import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { createCloud, serverAnswers } from '../../simulator/cloud/index.mjs';
import { functionsRoot, openCloud, verify } from './cloud.mjs';

const TIME_LIMIT = 500;
const cloud = await openCloud();
const hurried = await openCloud({ timeLimit: TIME_LIMIT });

const functions = {
  echo: 'exports.main = async (event, context) => ({ event, context });',
  silent: 'exports.main = () => {};',
  chatty: 'exports.main = () => { console.log("a %d", 1); console.error(new Error("b").message); return 1; };',
  throwing: 'exports.main = async () => { throw new TypeError("thrown"); };',
  broken: 'require("wx-server-sdk-that-is-not-there"); exports.main = () => 1;',
  exiting: 'exports.main = () => process.exit(1);',
  moody: 'exports.main = ({ spin }) => { while (spin); return "done"; };',
  nothing: 'exports.other = () => 1;',
  late: 'exports.main = () => { setTimeout(() => { throw new Error("late"); }); return 1; };',
  unspeakable: 'exports.main = () => { throw { toString: 5, valueOf: 5 }; };',
  large: 'exports.main = () => "x".repeat(7e6);',
};
const ownRoot = await mkdtemp(join(tmpdir(), 'cloudfunctions-'));
after(() => rm(ownRoot, { recursive: true }));
for (const [name, source] of Object.entries(functions)) {
  await mkdir(join(ownRoot, name));
  await writeFile(join(ownRoot, name, 'index.js'), source);
}
const own = await openCloud({ functionsRoot: ownRoot, timeLimit: TIME_LIMIT });

/** The text of a failure, as the cloud wraps it for the client. */
const wrapped = (errCode, reason) => ({
  errCode,
  errMsg: new RegExp(`^cloud\\.callFunction:fail Error: errCode: ${errCode} \\| errMsg: ${reason} \\(callId: .+\\)$`),
});
const FUNCTION_MISSING = wrapped(-501000, 'FunctionName parameter could not be found\\.');

test('function_missing is spelt as clients spell it', async () => {
  await assert.rejects(verify(cloud, 'function_missing'), FUNCTION_MISSING);
  assert.deepEqual(cloud.requests, []);
});

const notDeployed = ['nowhere', '', undefined, '.', '..', 'decryptPhoneNumber/'];

for (const name of [...notDeployed, '../cloudfunctions/decryptPhoneNumber']) {
  test(`a function named ${JSON.stringify(name)} is missing`, async () => {
    await assert.rejects(cloud.callFunction({ name }), FUNCTION_MISSING);
  });
}

test('environment fails with -501005', async () => {
  await assert.rejects(verify(cloud, 'environment'), wrapped(-501005, 'Environment not found'));
});

test('client_network fails with a text and without a code', async () => {
  const error = await verify(cloud, 'client_network').catch((reason) => reason);
  assert.match(error.errMsg, /^cloud\.callFunction:fail request:fail /);
  assert.equal('errCode' in error, false);
});

test('function_timeout fails with -504003 when the time is up, not before', async () => {
  const start = performance.now();
  const expected = wrapped(-504003, 'Invoking task timed out after 0\\.5 seconds');
  await assert.rejects(verify(hurried, 'function_timeout'), expected);
  assert.ok(performance.now() - start >= TIME_LIMIT);
});

test('lost_reply runs the function, and says that nobody is to hear of it', async () => {
  const { result, isLost } = await verify(cloud, 'lost_reply');
  assert.deepEqual([result.success, isLost], [true, true]);
  assert.equal((await verify(cloud, 'success')).isLost, undefined);
});

test('function_crash fails with -404011', async () => {
  const errMsg = /^errCode: -404011 .* \| errMsg: cloud\.callFunction:fail /;
  await assert.rejects(verify(cloud, 'function_crash'), { errCode: -404011, errMsg });
});

const crashes = {
  throwing: /TypeError: thrown/,
  broken: /Cannot find module/,
  exiting: /process exited/,
  nothing: /main is not a function/,
};

for (const [name, reason] of Object.entries(crashes)) {
  test(`a function that is ${name} fails with -404011, every time`, async () => {
    await assert.rejects(own.callFunction({ name }), { errCode: -404011, errMsg: reason });
    await assert.rejects(own.callFunction({ name }), { errCode: -404011, errMsg: reason });
  });
}

test('what a function leaves running ends it alone, and the next call works', async () => {
  assert.equal((await own.callFunction({ name: 'late' })).result, 1);
  await new Promise((resolve) => setTimeout(resolve, 200));
  assert.equal((await own.callFunction({ name: 'late' })).result, 1);
});

test('an error that is no text is a failed execution', async () => {
  await assert.rejects(own.callFunction({ name: 'unspeakable' }), { errCode: -404011, errMsg: /is no text/ });
});

test('more than the cloud carries is a failed execution', async () => {
  await assert.rejects(own.callFunction({ name: 'large' }), { errCode: -404011, errMsg: /too large/ });
});

test('a row that WeChat could not send is a failed execution, and the next call works', async () => {
  assert.equal((await verify(cloud, { body: 5 })).result.success, false);
  assert.equal((await verify(cloud)).result.success, true);
});

test('a function that never yields is stopped when its time is up, and the next call works', async () => {
  await assert.rejects(own.callFunction({ name: 'moody', data: { spin: true } }), { errCode: -504003 });
  assert.equal((await own.callFunction({ name: 'moody' })).result, 'done');
});

test('a function gets what JSON keeps of the data, and who calls', async () => {
  const { result } = await own.callFunction({ name: 'echo', data: { code: 'c', no: undefined, at: new Date(0) } });
  assert.deepEqual(result.event, {
    code: 'c',
    at: '1970-01-01T00:00:00.000Z',
    userInfo: { appId: 'wx0000000000000000', openId: 'o-simulated-user' },
  });
});

test('a function that returns nothing has the result null', async () => {
  assert.equal((await own.callFunction({ name: 'silent' })).result, null);
});

test('the logs are those of the call', async () => {
  assert.deepEqual((await own.callFunction({ name: 'chatty' })).logs, ['a 1', 'b']);
  assert.deepEqual((await own.callFunction({ name: 'chatty' })).logs, ['a 1', 'b']);
});

test('calls at the same time each get their own answer', async () => {
  const replies = await Promise.all(['busy', 'success', 'rate_limited'].map((answer) => verify(cloud, answer)));
  assert.deepEqual(
    replies.map(({ result }) => result.errCode ?? 'ok'),
    [-1, 'ok', 45011],
  );
});

test('more calls than the cloud runs at a time wait for their turn', async () => {
  const numbers = Array.from({ length: 12 }, (_, n) => n);
  const replies = await Promise.all(numbers.map((n) => own.callFunction({ name: 'echo', data: { n } })));
  assert.deepEqual(
    replies.map(({ result }) => result.event.n),
    numbers,
  );
});

test('the environment of the host stays as it was', async () => {
  const before = { ...process.env };
  await verify(cloud);
  assert.deepEqual({ ...process.env }, before);
});

test('an unknown answer is the mistake of the caller', async () => {
  for (const answer of ['nope', 'toString', null, 7]) {
    await assert.rejects(verify(cloud, answer), { name: 'TypeError', message: /no such answer/ });
  }
});

test('a closed cloud refuses calls', async () => {
  const closed = await createCloud({ functionsRoot });
  await closed.close();
  await assert.rejects(verify(closed), /closed/);
});

test('closing ends calls that are under way or waiting', async () => {
  const closing = await createCloud({ functionsRoot: ownRoot });
  const calls = Array.from({ length: 6 }, () => closing.callFunction({ name: 'moody', data: { spin: true } }));
  const settled = Promise.allSettled(calls);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await closing.close();
  assert.deepEqual(
    (await settled).map(({ status }) => status),
    Array(6).fill('rejected'),
  );
});

test('every answer has a Chinese label of its own', () => {
  const labels = Object.values(serverAnswers).map(({ label }) => label);
  for (const label of labels) assert.match(label, /\p{Script=Han}/u);
  assert.equal(new Set(labels).size, labels.length);
});
