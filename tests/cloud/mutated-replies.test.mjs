/**
 * Whatever WeChat's server replies, the function answers in its own words, and succeeds only with a number that is one.
 * `npm run test:cloud-replies` tries 100,000 of them.
 */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { randomFrom } from '../support/random.mjs';
import { STAMP } from './cloud.mjs';
import { loadFunction } from './in-process.mjs';
import { createMutator } from './mutations.mjs';

const SEED = 18;
const { REPLIES = '10000', SDK_REPLIES = '500' } = process.env;
const [REPLIES_HANDED_ON, REPLIES_SENT] = [Number(REPLIES), Number(SDK_REPLIES)];

/** A code that a mutation does not make by chance. */
const CODE = 'the-code-of-this-call';
const OPENID = 'o-simulated-user';

const { cloud, answerWith, lines, require: load } = await loadFunction();
const { createExchange } = load('./exchange');
const { readSettings } = load('./exchange/settings');
const { observe } = load('./observation');
const log = mock.method(console, 'error', () => {});

const time = { now: () => Date.now(), setTimeout, clearTimeout };
const manifest = { name: 'decryptPhoneNumber', version: STAMP.version };
/** Nothing is asked of it, so that what is measured is the exchange. */
const database = { access: async () => undefined, isHealthy: () => false };
const settings = readSettings({ ...process.env, EXCHANGE_WITHOUT_OPENID: 'on' }, assert.fail);
const exchange = observe(
  { cloud, manifest, database, time },
  createExchange({ cloud, manifest, database, time, settings }),
);

const TEXTS = [
  '授权已过期，请重新获取',
  '请求过于频繁，请稍后重试',
  '今日使用次数已达上限，请明日再试',
  '手机号验证失败，请重试',
];
const VERIFIED = '请先在微信中完成实名认证';

/** Five to fifteen digits, and what people write between them: said anew, in other words than those of the function. */
function isNumber(value) {
  if (typeof value !== 'string') return false;
  const digits = [...value].filter((char) => char >= '0' && char <= '9').length;
  return digits >= 5 && digits <= 15 && [...value].every((char) => '0123456789+ ()-'.includes(char));
}

function assertGood(reply, body) {
  const said = `${JSON.stringify(reply).slice(0, 300)} for ${body.slice(0, 300)}`;
  assert.deepEqual({ idempotent: reply.idempotent, version: reply.version }, STAMP, said);
  assert.ok(JSON.stringify(reply).length < 400, said);
  if (reply.success === true) {
    assert.ok(isNumber(reply.phoneNumber) && isNumber(reply.purePhoneNumber), said);
    assert.match(reply.countryCode, /^(\+?\d{1,4})?$/, said);
    assert.ok(body.includes(reply.phoneNumber.replace('+', '')), `made up: ${said}`);
    return;
  }
  assert.equal(reply.success, false, said);
  assert.ok(reply.errCode !== 0 && (reply.errCode | 0) === reply.errCode, said);
  assert.ok([...TEXTS, VERIFIED].includes(reply.error), said);
}

test(`${REPLIES_SENT} replies through the real SDK`, async (t) => {
  const mutated = createMutator(randomFrom(SEED));
  const outcomes = new Map();
  const begin = performance.now();
  for (let n = 0; n < REPLIES_SENT; n += 1) {
    const answer = mutated();
    answerWith(answer);
    process.env.WX_CONTEXT_KEYS = 'WX_APPID,WX_API_TOKEN'; // so that no database is asked
    const reply = await exchange({ code: CODE });
    assertGood(reply, answer.body);
    const outcome = reply.success ? 'success' : reply.errCode;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    if (lines.length > 1000) assertNoSecrets();
  }
  assertNoSecrets();
  t.diagnostic(`${((performance.now() - begin) / 1000).toFixed(1)} s: ${JSON.stringify([...outcomes])}`);
  for (const outcome of ['success', -601001, 40029])
    assert.ok(outcomes.get(outcome) > REPLIES_SENT / 100, `${outcome} occurs`);
});

/** Neither in the lines nor in the log: no number either, as the replies have one. */
function assertNoSecrets() {
  const written = JSON.stringify([lines.splice(0), log.mock.calls.map((call) => call.arguments)]);
  log.mock.resetCalls();
  for (const secret of [CODE, OPENID, '13800138000', '61234567']) assert.ok(!written.includes(secret), secret);
}

test(`${REPLIES_HANDED_ON} replies as the SDK could hand them on, or throw them`, async (t) => {
  const mutated = createMutator(randomFrom(SEED + 1));
  let successes = 0;
  let handed;
  const stub = {
    ...cloud,
    getWXContext: () => ({ OPENID: OPENID, APPID: 'wx0000000000000000' }),
    openapi: { phonenumber: { getPhoneNumber: async () => handed() } },
  };
  const others = createExchange({ cloud: stub, manifest, database, time, settings });
  for (let n = 0; n < REPLIES_HANDED_ON; n += 1) {
    const { body } = mutated();
    const value = parsed(body);
    const isThrown = n % 3 === 0;
    handed = () => {
      if (isThrown) throw asError(value);
      return { phoneInfo: Object(value).phone_info };
    };
    const reply = await others({ code: `${CODE}-${n}` });
    assertGood(reply, body);
    successes += reply.success ? 1 : 0;
  }
  t.diagnostic(`${successes} successes`);
  assert.ok(successes > REPLIES_HANDED_ON / 100 && successes < 0.9 * REPLIES_HANDED_ON);
});

function parsed(body) {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function asError(value) {
  const { errcode, errmsg } = Object(value);
  return Object.assign(new Error('thrown'), { errCode: errcode, errMsg: errmsg });
}

test('2,000 calls at once, each of another user: each gets its own number, and WeChat is asked once for each', async () => {
  let asked = 0;
  const numberOf = (code) => `1380${String(code).padStart(7, '0')}`;
  let openid = '';
  const each = {
    ...cloud,
    getWXContext: () => ({ OPENID: openid, APPID: 'wx0000000000000000' }),
    openapi: {
      phonenumber: {
        async getPhoneNumber({ code, openid: of }) {
          asked += 1;
          assert.equal(of, `o-${code}`);
          await new Promise((wake) => setTimeout(wake, Number(code) % 20));
          return { phoneInfo: { phoneNumber: numberOf(code) } };
        },
      },
    },
  };
  const shared = createExchange({ cloud: each, manifest, database, time, settings });
  const calls = Array.from({ length: 2000 }, (_, n) => {
    openid = `o-${n % 1000}`;
    return shared({ code: String(n % 1000) });
  });
  const replies = await Promise.all(calls);
  replies.forEach(({ phoneNumber }, n) => assert.equal(phoneNumber, numberOf(n % 1000)));
  assert.equal(asked, 1000, 'a call with the same code at the same time is the same exchange');
});
