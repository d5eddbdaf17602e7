/** One line of the SDK's logger for each call: what became of it, and nothing of the user. */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';

import { exchanging, logIn, openCloud, STAMP, verify } from './cloud.mjs';
import { deploy } from './deployed.mjs';
import { loadFunction } from './in-process.mjs';

const RID = '6705edf9-02858692-146b48b3';
const NUMBER = '13800138000';

const cloud = await openCloud();

/** The one line of a call, without what differs from call to call. */
function lineOf({ lines }) {
  assert.equal(lines.length, 1, JSON.stringify(lines));
  const { durationMs, coldStart, ...line } = lines[0];
  assert.match(durationMs, /^\d+$/);
  assert.match(coldStart, /^(true|false)$/);
  return line;
}

const base = { function: 'decryptPhoneNumber', version: STAMP.version };

test('an exchange that succeeds', async () => {
  const line = { level: 'info', ...base, outcome: 'success', by: 'wechat', fromCache: 'false', paid: 'true' };
  assert.deepEqual(lineOf(await verify(cloud)), line);
});

test('one that fails, with its reason, its code and the request id of WeChat', async () => {
  const answer = { errcode: 40029, errmsg: `invalid code rid: ${RID}` };
  const failed = { outcome: 'failure', by: 'wechat', reason: 'code_invalid', errCode: '40029', rid: RID };
  const line = { level: 'warn', ...base, ...failed, fromCache: 'false', paid: 'false' };
  assert.deepEqual(lineOf(await verify(cloud, answer)), line);
});

test('a second call with a code comes from the cache and is not paid', async () => {
  const code = cloud.issueCode();
  await verify(cloud, 'success', code);
  const { outcome, by, fromCache, paid } = lineOf(await verify(cloud, 'success', code));
  assert.deepEqual([outcome, by, fromCache, paid], ['success', 'cache', 'true', 'false']);
});

test('who else answers is named: a limit, the breaker, the function, the owner’s file', async () => {
  const limited = await openCloud({ variables: { EXCHANGES_PER_USER_MINUTE: '1', EXCHANGE_BREAKER: 'on' } });
  await verify(limited);
  assert.equal(lineOf(await verify(limited)).by, 'limit');
  const code = limited.issueCode('o-another');
  const asAnother = { name: 'decryptPhoneNumber', openid: 'o-another', data: { code }, answer: 'daily_limit' };
  assert.equal(lineOf(await limited.callFunction(asAnother)).by, 'wechat');
  assert.equal(lineOf(await verify(limited)).by, 'breaker');
  assert.equal(lineOf(await verify(limited, 'success', '')).by, 'function');
  assert.equal(lineOf(await logIn(limited, { data: { action: 'renew' } })).by, 'session');
});

test('the first call of an instance is a cold start, and only the first', async () => {
  const fresh = await openCloud();
  const coldStarts = [];
  for (let n = 0; n < 3; n += 1) coldStarts.push((await verify(fresh)).lines[0].coldStart);
  assert.deepEqual(coldStarts, ['true', 'false', 'false']);
});

test('the duration is that of the call', async () => {
  const { lines } = await verify(cloud, { phoneInfo: {}, delay: 300 });
  const [{ durationMs }] = lines;
  assert.ok(durationMs >= 300 && durationMs < 2500, durationMs);
});

test('what the owner’s file replies is taken only where it has the shape of a reason or a code', async () => {
  const functionsRoot = await deploy({
    'login.js': `exports.login = async ({ phoneNumber, openid }) =>
      ({ success: false, reason: phoneNumber, errCode: Number(phoneNumber), error: openid });`,
  });
  const careless = await openCloud({ functionsRoot });
  const { lines, reply } = await logIn(careless);
  assert.equal(reply.reason, NUMBER, 'the client gets what the owner wrote');
  assert.ok(!JSON.stringify(lines).includes(NUMBER));
  const { reason, errCode } = lines[0];
  assert.deepEqual([reason, errCode], [undefined, undefined]);
});

for (const name of exchanging) {
  test(`${name}: neither code, number nor openid is in the line, however the call ends`, async () => {
    for (const answer of ['success', 'code_invalid', 'high_risk_user', 'not_json']) {
      const code = cloud.issueCode();
      const { lines } = await cloud.callFunction({ name, data: { code }, answer });
      assert.equal(lines.length, 1);
      for (const secret of [code, NUMBER, 'o-simulated-user']) assert.ok(!JSON.stringify(lines).includes(secret));
    }
  });
}

test('where the cloud has no such log the line goes to the console', async () => {
  const plain = await openCloud({ variables: { _SCF_TCB_LOG: '' } });
  const { logs, lines } = await verify(plain);
  assert.deepEqual(lines, []);
  assert.equal(logs.filter((line) => line.includes("outcome: 'success'")).length, 1);
});

test('a logger that throws costs nothing: the line goes to the console', async () => {
  const { main, cloud: sdk, lines } = await loadFunction();
  const written = mock.method(console, 'log', () => {});
  mock.method(sdk, 'logger', () => {
    throw new Error('no logger');
  });
  assert.equal((await main({ code: 'a-code' })).success, true);
  assert.deepEqual(lines, []);
  assert.equal(written.mock.callCount(), 1);
  assert.equal(JSON.parse(written.mock.calls[0].arguments[0]).outcome, 'success');
});
