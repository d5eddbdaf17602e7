/** The back ends of one's own, asked as the phone asks them: a real HTTP server, and what lies before it. */
import assert from 'node:assert/strict';
import test from 'node:test';

import { createPhoneCodes } from '../../simulator/cloud/phone-codes.mjs';
import { EXCHANGE_PATH, OWN_SERVER, SERVICE } from '../../simulator/exchanges.mjs';
import { createOwnServer, ownServerAnswers } from '../../simulator/own-server/index.mjs';
import { readRequest } from '../../simulator/own-server/request.mjs';
import { startWeChatServer } from '../../simulator/own-server/wechat-server.mjs';
import { ask, call, start } from './http.mjs';

const BACK_ENDS = ['own-server', 'cloud-hosting'];

const asPosted = (backEnd, code, answer) => ({
  backEnd,
  url: backEnd === 'own-server' ? OWN_SERVER + EXCHANGE_PATH : EXCHANGE_PATH,
  method: 'POST',
  header: { 'content-type': 'application/json', 'x-wx-service': SERVICE },
  body: JSON.stringify({ code, mode: 'quick' }),
  answer,
});

/** A server of its own for a test; `send` posts a code to a back end. */
async function open(t) {
  const codes = createPhoneCodes(Date.now);
  const server = await createOwnServer({ codes });
  t.after(() => server.close());
  const send = (backEnd, code, answer, others) =>
    server.request(readRequest({ ...asPosted(backEnd, code, answer), ...others }));
  return { codes, send };
}

const bodyOf = ({ response }) => JSON.parse(response.body);

for (const backEnd of BACK_ENDS) {
  test(`${backEnd}: a code brings a login, again the same one, and the number stays on the server`, async (t) => {
    const { codes, send } = await open(t);
    const code = codes.issue();
    const first = await send(backEnd, code);
    assert.equal(first.response.statusCode, 200);
    const { success, maskedNumber, user, ...others } = bodyOf(first);
    assert.deepEqual([success, maskedNumber, user.isNew, others], [true, '138****8000', true, { countryCode: '86' }]);
    assert.deepEqual(bodyOf(await send(backEnd, code)), bodyOf(first));
    const { user: known } = bodyOf(await send(backEnd, codes.issue()));
    assert.deepEqual(known, { id: user.id, isNew: false });
  });

  test(`${backEnd}: what says neither yes nor no to the code leaves it unused`, async (t) => {
    const { codes, send } = await open(t);
    const early = Object.keys(ownServerAnswers[backEnd]).filter((id) => !ownServerAnswers[backEnd][id].phoneInfo);
    assert.ok(early.length > 10);
    for (const id of early) {
      const code = codes.issue();
      await send(backEnd, code, id);
      assert.equal(bodyOf(await send(backEnd, code)).success, true, id);
    }
  });

  test(`${backEnd}: a login that the server refuses has used the code up`, async (t) => {
    const { codes, send } = await open(t);
    const code = codes.issue();
    assert.equal(bodyOf(await send(backEnd, code, 'server_refused')).message, '该账号已停用，请联系客服');
    assert.equal(bodyOf(await send(backEnd, code)).errcode, 40029);
  });

  test(`${backEnd}: a lost reply is that of a login, which the next call brings`, async (t) => {
    const { codes, send } = await open(t);
    const code = codes.issue();
    assert.deepEqual(await send(backEnd, code, 'lost_reply'), { isLost: true });
    assert.ok(!codes.redeem(code), 'the code is used');
    assert.equal(bodyOf(await send(backEnd, code)).success, true);
  });

  test(`${backEnd}: pages of HTML come with their status`, async (t) => {
    const { codes, send } = await open(t);
    for (const status of [500, 502]) {
      const { response } = await send(backEnd, codes.issue(), `http_${status}`);
      assert.equal(response.statusCode, status);
      assert.match(response.header['content-type'], /^text\/html/);
      assert.match(response.body, new RegExp(`^<html>[^]*${status}`));
    }
    assert.equal((await send(backEnd, codes.issue(), 'unauthorized')).response.statusCode, 401);
  });

  test(`${backEnd}: the server knows one path and one method`, async (t) => {
    const { codes, send } = await open(t);
    const elsewhere = backEnd === 'own-server' ? `${OWN_SERVER}/elsewhere` : '/elsewhere';
    assert.equal((await send(backEnd, codes.issue(), 'success', { url: elsewhere })).response.statusCode, 404);
    const got = await send(backEnd, codes.issue(), 'success', { method: 'GET', body: undefined });
    assert.equal(got.response.statusCode, 405);
    const empty = await send(backEnd, codes.issue(), 'success', { body: '{}' });
    assert.equal(empty.response.statusCode, 400);
  });
}

test('another domain than the one in the list fails, whatever was chosen', async (t) => {
  const { codes, send } = await open(t);
  for (const url of ['https://other.example.com/phone-login', 'http://login.example.com/phone-login', 'no url']) {
    const { failure } = await send('own-server', codes.issue(), 'success', { url });
    assert.deepEqual(failure, { errno: 600002, errMsg: 'request:fail url not in domain list' });
  }
});

test('a service that is not there is answered for', async (t) => {
  const { codes, send } = await open(t);
  for (const header of [{}, { 'X-WX-SERVICE': 'another' }]) {
    const sent = await send('cloud-hosting', codes.issue(), 'success', { header });
    assert.deepEqual([sent.response.statusCode, bodyOf(sent).code], [404, 'INVALID_HOST']);
  }
});

test('what cannot be sent fails as a phone’s does, and the server goes on', async (t) => {
  const { codes, send } = await open(t);
  const code = codes.issue();
  const header = { 'content-type': 'application/json', 'x-wx-service': SERVICE, 'a b': 'no name of a header' };
  assert.match((await send('own-server', code, 'success', { header })).failure.errMsg, /^request:fail /);
  assert.match(
    (await send('cloud-hosting', code, 'success', { header })).failure.errMsg,
    /^cloud\.callContainer:fail /,
  );
  const odd = await send('cloud-hosting', code, 'success', { url: 'http://[' });
  assert.match(odd.failure.errMsg, /^cloud\.callContainer:fail /);
  assert.equal(bodyOf(await send('own-server', code)).success, true);
});

test('a path of cloud hosting leads to no other machine', async (t) => {
  const { codes, send } = await open(t);
  const sent = await send('cloud-hosting', codes.issue(), 'success', { url: 'http://192.0.2.1/phone-login' });
  assert.equal(bodyOf(sent).success, true, 'only its path counts');
});

test('a service of cloud hosting knows who asks, and WeChat gives it nobody else’s number', async (t) => {
  const { codes, send } = await open(t);
  const others = codes.issue('o-somebody-else');
  assert.equal(bodyOf(await send('cloud-hosting', others)).errcode, 40029);
  assert.equal(bodyOf(await send('own-server', others)).success, true, 'who sends no openid is not compared');
});

test('WeChat’s server gives a number for a token of its own, and to cloud hosting without one', async (t) => {
  const codes = createPhoneCodes(Date.now);
  const { url, close } = await startWeChatServer({ codes, answerTo: () => ({ phoneInfo: {} }) });
  t.after(close);
  const post = async (path, data) => {
    const headers = { 'content-type': 'application/json' };
    return JSON.parse((await ask(url, path, { method: 'POST', headers, body: JSON.stringify(data) })).text);
  };
  const getNumber = (query) => post(`/wxa/business/getuserphonenumber${query}`, { code: codes.issue() });
  assert.equal((await getNumber('')).errcode, 41001);
  assert.equal((await getNumber('?access_token=no-token')).errcode, 40001);
  const { access_token: token, expires_in: lifetime } = await post('/cgi-bin/stable_token', {});
  assert.equal(lifetime, 7200);
  const { errcode, phone_info: info } = await getNumber(`?access_token=${token}`);
  assert.deepEqual([errcode, info.purePhoneNumber], [0, '13800138000']);
  const open = await post('/open-interfaces/wxa/business/getuserphonenumber', { code: codes.issue() });
  assert.equal(open.errcode, 0);
  const ofAnother = { 'content-type': 'application/json', origin: 'https://example.com' };
  const refused = await ask(url, '/cgi-bin/stable_token', { method: 'POST', headers: ofAnother, body: '{}' });
  assert.equal(refused.status, 403, 'no page of another site');
});

for (const [what, change] of Object.entries({
  'another back end': { backEnd: 'toString' },
  'no URL': { url: undefined },
  'a method that is none': { method: 1 },
  'a header that is none': { header: { a: 1 } },
  'a body that is no text': { body: {} },
  'an answer that there is not': { answer: 'toString' },
  'an answer of the other back end': { answer: 'path' },
})) {
  test(`${what} is refused`, () => {
    const request = { ...asPosted('own-server', 'a code', 'success'), ...change };
    assert.throws(() => readRequest(request), { status: 400 });
  });
}

test('a code is used up wherever it was used, and a page of another site may not ask', async (t) => {
  const { url } = await start(t);
  const post = (value, headers) =>
    ask(url, '/network/request', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(value),
    });
  const code = 'b'.repeat(64);
  assert.equal(bodyOf(JSON.parse((await post(asPosted('own-server', code))).text)).success, true);
  const again = JSON.parse((await post(asPosted('cloud-hosting', code))).text);
  assert.equal(bodyOf(again).errcode, 40029);
  assert.equal((await post(asPosted('own-server', code), { origin: 'https://example.com' })).status, 403);
  assert.equal((await call(url, { name: 'echo' })).status, 200, 'the cloud goes on');
});
