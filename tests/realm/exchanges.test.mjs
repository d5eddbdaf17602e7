/** What a popup verifies by where that is no cloud function: what the mini-program has registered. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { MODULE, Phone, plain, settled } from '../support/realm/phone.mjs';
import { CODE, MASKED, NUMBER, VERIFIED } from '../support/realm/samples.mjs';
import { openOwnPage } from '../support/realm/scene.mjs';

const VERIFIED_DETAIL = { phoneNumber: NUMBER, countryCode: '86', maskedNumber: MASKED };
const SENT = { code: CODE, mode: 'quick' };
const reasons = (scene) => scene.triggered('phoneNumberReject').map(({ reason }) => reason);

/** A page whose popup verifies by what a function registers. */
async function open(register, attributes = 'exchange="own"') {
  const phone = new Phone();
  register(phone.require(MODULE), phone);
  return openOwnPage(attributes, {}, phone);
}

/** What came of an exchange, whose calls are counted. */
async function exchanged(exchange) {
  const sent = [];
  const counted = (data, answer) => {
    sent.push(plain(data));
    return exchange(data, answer);
  };
  const scene = await open(({ registerExchange }) => registerExchange('own', counted));
  scene.authorize();
  await settled();
  return { scene, sent };
}

const silence = new Promise(() => {});

for (const [how, exchange] of Object.entries({
  'by its second argument': (_data, answer) => answer({ result: VERIFIED }),
  'by its second argument, and a promise of nothing': async (_data, answer) => void answer({ result: VERIFIED }),
  'by its second argument, after a promise of nothing': async (_data, answer) =>
    void setTimeout(() => answer({ result: VERIFIED }), 0),
  'by a promise': async () => ({ result: VERIFIED }),
  'twice, and differently after that': async (_data, answer) => {
    answer({ result: VERIFIED });
    return { errMsg: 'request:fail timeout' };
  },
  'and throws after that': (_data, answer) => {
    answer({ result: VERIFIED });
    throw new Error('late');
  },
})) {
  test(`an exchange answers ${how}`, async () => {
    const { scene, sent } = await exchanged(exchange);
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual([sent, scene.triggered('phoneNumberVerified')], [[SENT], [VERIFIED_DETAIL]]);
    assert.deepEqual(reasons(scene), []);
  });
}

for (const [how, exchange, reason] of [
  ['throws', () => assert.fail('request:fail timeout'), 'timeout'],
  ['rejects', () => Promise.reject({ errMsg: 'request:fail timeout' }), 'timeout'],
  ['answers with nothing', (_data, answer) => answer(), 'bad_reply'],
]) {
  test(`an exchange that ${how} is a call that failed`, async () => {
    const { scene } = await exchanged(exchange);
    scene.phone.clock.pass(60_000);
    await settled();
    scene.phone.clock.pass(60_000);
    await settled();
    assert.deepEqual(reasons(scene), [reason]);
  });
}

test('an exchange that says nothing ends by the deadline of the popup', async () => {
  const { scene, sent } = await exchanged(() => silence);
  for (const _call of [1, 2, 3]) {
    scene.phone.clock.pass(21_000);
    await settled();
  }
  assert.deepEqual([sent, reasons(scene)], [[SENT, SENT], ['timeout']]);
});

test('an exchange that says of itself that a second send does no harm is asked again after six seconds', async () => {
  const exchange = () => silence;
  exchange.idempotent = true;
  let calls = 0;
  const counted = Object.assign(() => {
    calls += 1;
    return silence;
  }, exchange);
  const scene = await open(({ registerExchange }) => registerExchange('own', counted));
  scene.authorize();
  scene.phone.clock.pass(5_999);
  assert.equal(calls, 1);
  scene.phone.clock.pass(1);
  assert.equal(calls, 2);
});

test('a cloud function whose reply says so is asked again after six seconds from the next popup on', async () => {
  const scene = await openOwnPage('cloud-function="decryptPhoneNumber"');
  scene.authorize();
  scene.wx.answer({ ...VERIFIED, idempotent: true });
  const other = await openOwnPage('cloud-function="decryptPhoneNumber"', {}, scene.phone);
  other.authorize({ errMsg: 'getPhoneNumber:ok', code: 'another code' });
  other.phone.clock.pass(6_000);
  assert.equal(other.wx.called.length, 3);
});

test('registered again under a name, another exchange is asked by the next call', async () => {
  const scene = await open(({ registerExchange }) => registerExchange('own', () => silence));
  scene.phone.require(MODULE).registerExchange('own', async () => ({ result: VERIFIED }));
  scene.authorize();
  await settled();
  assert.deepEqual(scene.triggered('phoneNumberVerified'), [VERIFIED_DETAIL]);
});

test('an exchange that nobody has registered is a fault of the developer, who is told', async () => {
  const scene = await open(() => {});
  scene.authorize();
  await settled();
  assert.deepEqual(reasons(scene), ['exchange_missing']);
  assert.equal(scene.shown.buttonText, '重试', 'the code works as soon as it is registered');
});

test('what is no name, or no function, is not registered, and the developer is told why', () => {
  const { registerExchange } = new Phone().require(MODULE);
  for (const [name, exchange] of [
    ['', () => {}],
    [undefined, () => {}],
    ['own', undefined],
    ['own', {}],
  ]) {
    assert.throws(() => registerExchange(name, exchange), /takes a name and a function/);
  }
});

/** What a server's reply comes to, by an exchange over `wx.request`. */
async function replied(response, options) {
  const sent = [];
  const scene = await open(({ registerExchange, httpExchange }, { wx }) => {
    wx.global.request = ({ success, fail, ...request }) => {
      sent.push(plain(request));
      if (response.errMsg) fail(response);
      else success({ statusCode: 200, header: {}, ...response });
    };
    registerExchange('own', httpExchange({ url: 'https://example.com/login', ...options }));
  });
  scene.authorize();
  await settled();
  return { scene, sent };
}

test('an exchange over HTTP posts the code, with what the page adds, and reads the number', async () => {
  const options = { header: { 'x-app': 'a' }, data: { shop: 1 }, timeout: 9_000 };
  const { scene, sent } = await replied({ data: VERIFIED }, options);
  const request = { method: 'POST', header: { 'x-app': 'a' }, data: { shop: 1, ...SENT }, timeout: 9_000 };
  assert.deepEqual(sent, [{ ...request, url: 'https://example.com/login' }]);
  assert.deepEqual(scene.triggered('phoneNumberVerified'), [VERIFIED_DETAIL]);
});

test('an exchange over HTTP that does not get through is tried again', async () => {
  const { scene, sent } = await replied({ errMsg: 'request:fail net::ERR_INTERNET_DISCONNECTED' });
  scene.phone.clock.pass(1_000);
  assert.equal(sent.length, 2);
});

test('an exchange over cloud hosting calls the service with the code', async () => {
  const called = [];
  const scene = await open(({ registerExchange, containerExchange }, { wx }) => {
    wx.global.cloud.callContainer = ({ success, fail, ...request }) => {
      called.push(plain(request));
      success({ statusCode: 200, data: VERIFIED });
    };
    registerExchange('own', containerExchange({ path: '/login', service: 'users', env: 'e', header: { a: 'b' } }));
  });
  scene.authorize();
  await settled();
  const header = { 'X-WX-SERVICE': 'users', a: 'b' };
  assert.deepEqual(called, [{ method: 'POST', path: '/login', config: { env: 'e' }, header, data: SENT }]);
  assert.deepEqual(scene.triggered('phoneNumberVerified'), [VERIFIED_DETAIL]);
});

test('a client that cannot call a container fails as a call does', async () => {
  const scene = await open(({ registerExchange, containerExchange }, { wx }) => {
    wx.global.cloud.callContainer = undefined;
    registerExchange('own', containerExchange({ path: '/login', service: 'users' }));
  });
  scene.authorize();
  await settled();
  assert.equal(reasons(scene).length, 1);
});
