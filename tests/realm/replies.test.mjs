import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Phone, plain } from '../support/realm/phone.mjs';
import { MASKED, NUMBER, VERIFIED } from '../support/realm/samples.mjs';

const OK = { kind: 'ok', phoneNumber: NUMBER, purePhoneNumber: NUMBER, countryCode: '86', maskedNumber: MASKED };
const watermark = { timestamp: 1637744274, appid: 'wx1234567890abcdef' };
const info = { phoneNumber: NUMBER, purePhoneNumber: NUMBER, countryCode: '86', watermark };

const phone = new Phone();
const phoneLogin = await phone.ready();
const classifyReply = (reply) => plain(phoneLogin.classifyReply(reply));
const reject = (reason, errCode, raw) => JSON.parse(JSON.stringify({ kind: 'reject', reason, errCode, raw }));
const called = (result) => ({ errMsg: 'cloud.callFunction:ok', result, requestID: 'request-1' });
const requested = (data, statusCode = 200) => ({ errMsg: 'request:ok', statusCode, header: {}, data });
const sdkAnswer = { phoneInfo: info, errMsg: 'openapi.phonenumber.getPhoneNumber:ok', errCode: 0 };
const http = { errcode: 0, errmsg: 'ok', phone_info: info };

const own = { phoneNumber: NUMBER, countryCode: 86 };
const ownAsWritten = { phone: '138 0013-8000', purePhoneNumber: NUMBER, countryCode: '86' };
const httpWithNumbers = { ...http, phone_info: { ...info, countryCode: 86 } };

/** What succeeds, and what of it the server sent. */
const successes = {
  'the result of the cloud function': [called(VERIFIED), VERIFIED],
  'that result alone': [VERIFIED, VERIFIED],
  "a function that passes the SDK's answer on": [called(sdkAnswer), sdkAnswer],
  'an HTTP reply': [http, http],
  'an HTTP reply with a number for countryCode': [httpWithNumbers, httpWithNumbers],
  'what wx.request gives': [requested(http), http],
  "a server of one's own": [requested(own), own],
  'that server, the number as it is written': [requested(ownAsWritten), ownAsWritten],
};

for (const [name, [reply, data]] of Object.entries(successes)) {
  test(`${name} holds the number`, () => assert.deepEqual(classifyReply(reply), { ...OK, data }));
}

const session = { success: true, token: 'a session' };
const maskedSession = { ...session, maskedNumber: MASKED, countryCode: '86' };

for (const [name, reply, expected] of [
  ['a cloud function', called(session), { data: session }],
  ['a server', requested(session), { data: session }],
  [
    'one that says something of the number',
    called(maskedSession),
    { maskedNumber: MASKED, countryCode: '86', data: maskedSession },
  ],
]) {
  test(`a success without a number is one: ${name}`, () => {
    assert.deepEqual(classifyReply(reply), { kind: 'ok', ...expected });
  });
}

for (const reply of [
  called({ success: true, phoneNumber: null }),
  called({ success: true, phoneNumber: 'oops' }),
  called({ success: true, data: { phone: null } }),
  requested(session, 500),
  called({ success: true, errCode: 40029 }),
]) {
  test(`a success that something speaks against is none: ${JSON.stringify(reply)}`, () => {
    assert.equal(classifyReply(reply).kind, 'reject');
  });
}

test('a number from abroad keeps its parts', () => {
  const phoneInfo = { phoneNumber: '+442071234567', purePhoneNumber: '2071234567', countryCode: '44' };
  const data = { success: true, ...phoneInfo };
  const maskedNumber = '+4420****4567';
  assert.deepEqual(classifyReply(called(data)), { kind: 'ok', ...phoneInfo, maskedNumber, data });
});

const errCodes = [
  [40029, 'code_invalid'],
  [40013, 'invalid_appid'],
  [45011, 'rate_limited'],
  [45009, 'daily_limit'],
  [40226, 'high_risk_user'],
  [40001, 'credential'],
  [41001, 'credential'],
  [42001, 'credential'],
  [48001, 'api_unauthorized'],
  [-604101, 'openapi_permission'],
  [-501000, 'function_missing'],
  [-501002, 'function_timeout'],
  [-504003, 'function_timeout'],
  [-604102, 'timeout'],
  [-501001, 'network'],
  [-501005, 'environment'],
  [-601001, 'bad_reply'],
  [-404011, 'internal'],
];

const said = (errCode, spaces = ' ') => `errCode: ${errCode}${spaces}| errMsg: something. (callId: 1)`;
const failed = (...values) => `cloud.callFunction:fail Error: ${said(...values)}`;

/** Every shape in which a code arrives; in some only the text has it. */
const shapes = {
  'a function that failed': (errCode) => called({ success: false, errCode, error: '手机号验证失败，请重试' }),
  'a numeric string': (errCode) => called({ success: false, errCode: String(errCode), error: '' }),
  'an HTTP reply': (errcode) => ({ errcode, errmsg: 'something hint: [abc] rid: 6705edf9-02858692-146b48b3' }),
  'what wx.request gives': (errcode) => requested({ errcode, errmsg: 'something' }),
  'a failed call': (errCode) => ({ errCode, errMsg: failed(errCode) }),
  "a failed call's text": (errCode) => ({ errMsg: failed(errCode) }),
  'a text with two spaces': (errCode) => ({ errMsg: failed(errCode, '  ') }),
  'an Error': (errCode) => new Error(failed(errCode)),
  'an Error with the code': (errCode) => Object.assign(new Error('something'), { errCode }),
  'a text': (errCode) => said(errCode),
  "the seed's function": (errCode) => called({ success: false, error: said(errCode) }),
};

for (const [errCode, reason] of errCodes) {
  test(`${errCode} is ${reason} in every shape`, () => {
    for (const [shape, reply] of Object.entries(shapes)) {
      assert.deepEqual(classifyReply(reply(errCode)), reject(reason, errCode), shape);
    }
  });
}

test('a number beside an error is not used', () => {
  assert.deepEqual(classifyReply({ ...http, errcode: 40029, errmsg: 'invalid code' }), reject('code_invalid', 40029));
  assert.equal(classifyReply(called({ success: false, phoneNumber: NUMBER })).kind, 'reject');
});

const withoutNumber = {
  "the seed's function with undefined": called({ success: true, phoneNumber: undefined, countryCode: undefined }),
  'an empty number': called({ success: true, phoneNumber: '' }),
  'an SDK answer without phoneInfo': called({ errMsg: 'openapi.phonenumber.getPhoneNumber:ok', errCode: 0 }),
  'no result': called(null),
  'a page of HTML': requested('<html></html>'),
};

for (const [name, reply] of Object.entries(withoutNumber)) {
  test(`${name} is a bad reply`, () => assert.deepEqual(classifyReply(reply), reject('bad_reply')));
}

const NO_FUNCTION = 'errCode: -501000 | errMsg: FunctionName parameter could not be found. (callId: 1)';

const texts = [
  [{ errMsg: 'request:fail timeout' }, 'timeout'],
  [{ errMsg: 'cloud.callFunction:fail -501005 invalid env', errCode: -501005 }, 'environment', -501005],
  [{ errMsg: `cloud.callFunction:fail Error: ${NO_FUNCTION}` }, 'function_missing', -501000],
  [{ errno: 5, errMsg: 'request:fail' }, 'timeout'],
  [{ errno: 108, errMsg: 'request:fail' }, 'network'],
  [requested('Not Found', 404), 'function_missing'],
  [requested('Internal Server Error', 500), 'internal'],
  [{ errCode: -987654, errMsg: 'something new' }, 'unknown', -987654, 'something new'],
  [new TypeError('wx.cloud is undefined'), 'environment'],
  [{ errcode: -1, errmsg: 'system error' }, 'busy', -1],
  [called({ success: false, errCode: -1, error: '手机号验证失败，请重试' }), 'busy', -1],
  [{ errCode: -1, errMsg: 'cloud.callFunction:fail' }, 'internal', -1],
  [{ errMsg: `new: ${'e3'.repeat(14)}, ${NUMBER}` }, 'unknown', undefined, 'new: ***, ***'],
];

for (const [reply, reason, errCode, raw] of texts) {
  test(`${reply.message ?? JSON.stringify(reply)} is ${reason}`, () => {
    assert.deepEqual(classifyReply(reply), reject(reason, errCode, raw));
  });
}

const oddities = `[
  undefined, null, true, 0, NaN, '', 'text', [], {}, () => {}, Symbol('s'), new Error(), new Map(),
  Object.create(null), { result: 0 }, { data: [] }, { phone_info: {} }, { phoneNumber: {} }, { errCode: {} },
  { phoneNumber: Symbol('s') }, { errMsg: 1 }, { get result() { throw new Error('getter'); } },
  { result: { get phoneNumber() { throw 1; } } },
  (() => { const loop = {}; loop.result = loop; return loop; })(),
]`;

test('whatever it is given, it rejects with a reason of the server and does not throw', () => {
  for (const value of phone.realm.run(oddities)) {
    const { kind, reason } = classifyReply(value);
    assert.equal(kind, 'reject');
    assert.ok(['unknown', 'bad_reply'].includes(reason), reason);
  }
  assert.deepEqual(classifyReply(http), { ...OK, data: http });
});

test('neither the number nor what WeChat said leaves with a rejection', () => {
  const reply = { ...http, errcode: 40029, errmsg: `invalid code hint: [abc] ${NUMBER} rid: 1` };
  assert.deepEqual(Object.keys(classifyReply(reply)), ['kind', 'reason', 'errCode']);
});

test('after a trap each login brings its own reply, though both popups count their calls from the beginning', () => {
  const popup = new phoneLogin.PhonePopup({ cloudFunction: 'login' });
  const saved = { type: 'verified', request: 1, reply: called({ success: true, token: 'of the popup that is lost' }) };
  popup.dispatch({ type: 'recovered', event: saved }, 0);
  const event = { detail: { errMsg: 'getPhoneNumber:ok', code: 'code' } };
  const { effects } = popup.dispatch({ type: 'authorized', event }, 1);
  const { request } = effects.find(({ type }) => type === 'verify');
  const answered = (token) => ({ type: 'verified', request, reply: called({ success: true, token }) });
  const [login] = popup.dispatch(answered('of this one'), 2).effects.filter(({ name }) => name === 'login');
  assert.equal(login.detail.data.token, 'of this one');
  // What is said twice is no news, and takes the place of nothing.
  assert.deepEqual(plain(popup.dispatch(answered('of nobody'), 3).effects), []);
});
