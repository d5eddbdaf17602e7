/** What is remembered of an exchange: for whom, how long, and what a reader of the database learns. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { beforeEach, test } from 'node:test';

import { openInstances } from './instances.mjs';

const NUMBER = '13800138000';
const OPENID = 'o-simulated-user';
const APPID = 'wx0000000000000000';
const RESULTS = 'phone_login_results';
const FIVE_MINUTES = 5 * 60 * 1000;

const stage = await openInstances();
const { codes, requests, database, reached, time, sealFor, answerWith, as } = stage;

beforeEach(() => {
  requests.length = 0;
  reached.answer = (request) => database.answer(request);
  answerWith({ phoneInfo: {} });
});

const entries = () => database.contents()[RESULTS] ?? [];
const entryOf = (code) => entries().find(({ _id }) => _id === sealOf(code).id);
const sealOf = (code) => sealFor(code, { openid: OPENID, appid: APPID });

test('a second call with a code brings what the first one got, from the instance', async () => {
  const one = stage.start();
  const code = codes.issue();
  const first = await one({ code });
  assert.equal(first.phoneNumber, NUMBER);
  reached.answer = () => assert.fail('the database was asked');
  assert.deepEqual(await one({ code }), first);
  assert.equal(requests.length, 1);
});

test('and from another instance, by the database', async () => {
  const [one, other] = [stage.start(), stage.start()];
  const code = codes.issue();
  const first = await one({ code });
  assert.deepEqual(await other({ code }), first);
  assert.equal(requests.length, 1);
});

test('another user gets 40029, from the same instance and from another one', async () => {
  const [one, other] = [stage.start(), stage.start()];
  const code = codes.issue();
  await one({ code });
  for (const exchange of [one, other]) {
    const reply = await as('o-another-user', () => exchange({ code }));
    assert.equal(reply.errCode, 40029);
    assert.equal(reply.phoneNumber, undefined);
  }
});

test('after five minutes nothing is remembered', async () => {
  const [one, other] = [stage.start(), stage.start()];
  const code = codes.issue();
  await one({ code });
  time.ahead += FIVE_MINUTES - 5000;
  assert.equal((await one({ code })).success, true);
  assert.equal((await other({ code })).success, true);
  time.ahead += 5001;
  assert.equal((await one({ code })).errCode, 40029);
  assert.equal((await other({ code })).errCode, 40029);
});

test('old entries are removed while new ones are written', async () => {
  const one = stage.start();
  const old = codes.issue();
  await one({ code: old });
  assert.ok(entryOf(old));
  time.ahead += FIVE_MINUTES + 1;
  const young = codes.issue();
  await one({ code: young });
  assert.equal(entryOf(old), undefined);
  assert.ok(entryOf(young));
});

test('a reader of the database learns neither number, code nor openid, and cannot compare what is sealed', async () => {
  const [one, two] = [codes.issue(), codes.issue()];
  await stage.start()({ code: one });
  answerWith({ phoneInfo: { phoneNumber: '+85261234567', purePhoneNumber: '61234567', countryCode: '852' } });
  await stage.start()({ code: two });
  const text = JSON.stringify(database.contents());
  const secrets = [NUMBER, '61234567', OPENID, one, two];
  const digests = secrets.flatMap((secret) => {
    const digest = () => createHash('sha256').update(secret);
    return [digest().digest('hex'), digest().digest('base64')];
  });
  for (const secret of [...secrets, ...digests]) assert.ok(!text.includes(secret), secret);
  assert.deepEqual(Object.keys(entryOf(one)).sort(), ['_id', 'at', 'sealed', 'until']);
  assert.equal(entryOf(one).sealed.length, entryOf(two).sealed.length);
  assert.equal(sealOf(two).open(entryOf(one).sealed), undefined);
  assert.equal(sealFor(one, { openid: 'o-another-user', appid: APPID }).open(entryOf(one).sealed), undefined);
});

async function withoutOpenid(call) {
  const { WX_CONTEXT_KEYS } = process.env;
  process.env.WX_CONTEXT_KEYS = 'WX_API_TOKEN';
  const reply = await call();
  Object.assign(process.env, { WX_CONTEXT_KEYS });
  return reply;
}

test('a call without an openid is not exchanged', async () => {
  const reply = await withoutOpenid(() => stage.start()({ code: codes.issue() }));
  assert.deepEqual([reply.errCode, reply.reason], [401, 'login_required']);
  assert.equal(requests.length, 0);
});

test('where the owner says so it is, and leaves nothing in the database', async () => {
  const variables = { EXCHANGE_WITHOUT_OPENID: 'on' };
  const before = entries().length;
  const code = codes.issue();
  const call = () => withoutOpenid(() => stage.start(undefined, variables)({ code }));
  assert.equal((await call()).success, true);
  assert.equal(entries().length, before);
  assert.equal((await call()).errCode, 40029);
});

test('what a client has written into the collection is not taken for a result', async () => {
  const code = codes.issue();
  const seal = sealOf(code);
  const forged = { phone: { phoneNumber: '13900139000', purePhoneNumber: '13900139000', countryCode: '86' } };
  const entry = { _id: seal.id, sealed: seal.close(forged), until: time.now() + FIVE_MINUTES };
  database.writeAsClient(RESULTS, entry, OPENID);
  assert.equal((await stage.start()({ code })).phoneNumber, NUMBER);
  assert.equal((await stage.start()({ code })).phoneNumber, NUMBER);
});

test('what the functions write has no _openid, so that it belongs to no client', async () => {
  await stage.start()({ code: codes.issue() });
  assert.ok(entries().length > 0);
  for (const entry of entries()) assert.equal('_openid' in entry, false);
});

test('a code that failed is tried again, by this instance and by another one', async () => {
  const [one, other] = [stage.start(), stage.start()];
  const code = codes.issue();
  answerWith({ errcode: -1, errmsg: 'system error' });
  assert.equal((await one({ code })).errCode, -1);
  assert.equal(entryOf(code), undefined);
  assert.equal((await other({ code })).errCode, -1);
  answerWith({ phoneInfo: {} });
  assert.equal((await one({ code })).success, true);
});
