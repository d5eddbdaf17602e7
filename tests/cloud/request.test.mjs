import assert from 'node:assert/strict';
import net from 'node:net';
import { beforeEach, mock, test } from 'node:test';

import { loadFunction } from './in-process.mjs';

const { main, requests } = await loadFunction();
const connect = mock.method(net.Socket.prototype, 'connect');
const environment = { ...process.env };
mock.method(console, 'error', () => {});

let calls = 0;
const call = () => main({ code: `code-${++calls}` });

beforeEach(() => {
  requests.length = 0;
  connect.mock.resetCalls();
  Object.assign(process.env, environment);
});

test('one request to WeChat carries the code and the openid of the caller, and nothing else', async () => {
  await main({ code: 'the-code', openid: 'o-someone-else', appid: 'wx1111111111111111' });
  assert.deepEqual(requests, [
    { apiName: 'phonenumber.getPhoneNumber', data: { code: 'the-code', openid: 'o-simulated-user' } },
  ]);
});

test('a call that has no user, as from a timer, does not reach WeChat', async () => {
  process.env.WX_CONTEXT_KEYS = 'WX_API_TOKEN';
  assert.equal((await call()).errCode, 401);
  assert.deepEqual(requests, []);
});

test('a call that has no app accepts the number of any', async () => {
  process.env.WX_CONTEXT_KEYS = 'WX_API_TOKEN,WX_OPENID';
  assert.equal((await call()).success, true);
});

test('the app is that of the call, not one remembered from an earlier call', async () => {
  process.env.WX_APPID = 'wx1111111111111111';
  assert.equal((await call()).errCode, 40013);
});

test('a request that belongs to no call is refused with -501008', async () => {
  process.env.WX_API_TOKEN = 'not-a-token';
  assert.equal((await call()).errCode, -501008);
});

test('the SDK talks to this machine only', async () => {
  await call();
  const hosts = connect.mock.calls.map(({ arguments: given }) => [given].flat(2)[0].host);
  assert.ok(hosts.length > 0, 'the connections are seen');
  assert.deepEqual([...new Set(hosts)], ['127.0.0.1']);
});
