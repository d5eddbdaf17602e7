import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { inspect } from 'node:util';

import { STAMP } from './cloud.mjs';
import { loadFunction } from './in-process.mjs';

const { main, cloud, requests, lines } = await loadFunction();
mock.method(console, 'error', () => {});

const MISSING = { success: false, errCode: 41008, error: '缺少code参数', reason: 'code_invalid', ...STAMP };
const INVALID = { success: false, errCode: 40029, error: '授权已过期，请重新获取', reason: 'code_invalid', ...STAMP };

beforeEach(() => {
  requests.length = 0;
  lines.length = 0;
});

const named = (value) => inspect(value, { maxStringLength: 20, compact: true, breakLength: Infinity });

async function assertRefused(event, expected) {
  assert.deepEqual(await main(event, {}), expected);
  assert.deepEqual(requests, [], 'WeChat was asked');
  assert.deepEqual(
    lines.map(({ level, by, outcome, reason, errCode }) => ({ level, by, outcome, reason, errCode })),
    [
      {
        level: 'warn',
        by: 'function',
        outcome: 'failure',
        reason: expected.reason,
        errCode: String(expected.errCode),
      },
    ],
  );
}

const throwing = {
  get code() {
    throw new Error('no code for you');
  },
};
const revoked = Proxy.revocable({}, {});
revoked.revoke();

const eventsWithoutCode = [
  ...[undefined, null, 'code', '', 0, 42, true, Symbol('event'), 10n, [], ['code'], {}, () => {}],
  ...[new Date(0), new Map([['code', 'x']]), Object.create(null), throwing, revoked.proxy],
  ...[{ code: undefined }, { code: null }, { code: '' }, { Code: 'x' }, { data: { code: 'x' } }],
];

for (const event of eventsWithoutCode) {
  const name = event === revoked.proxy ? 'a revoked proxy' : named(event);
  test(`the event ${name} has no code`, () => assertRefused(event, MISSING));
}

const noCodes = [
  ...[0, 1, -1, NaN, Infinity, 10n, true, false, Symbol('code'), {}, [], ['code'], () => {}],
  ...[new Date(0), new String('code'), Buffer.from('code'), { toString: () => 'code' }],
  ...[' ', '\t\r\n', '\u3000', 'x'.repeat(513), 'x'.repeat(1024 * 1024), '\ud83d\ude00'.repeat(400)],
];

for (const code of noCodes) {
  test(`the code ${named(code)} is refused without asking WeChat`, () => assertRefused({ code }, INVALID));
}

test('a code of 512 characters is still put to WeChat', async () => {
  const code = 'x'.repeat(512);
  assert.equal((await main({ code })).success, true);
  assert.equal(requests[0].data.code, code);
});

test('characters that JSON escapes reach WeChat as they are', async () => {
  const code = '"\\\u0000\n</script>\ud83d\ude00 ';
  await main({ code });
  assert.equal(requests[0].data.code, code);
});

// The SDK always sets errCode; what is thrown here stands for older versions and for errors from elsewhere.
const errorsOfOtherMakes = [
  [new Error('errCode: 40029 | errMsg: openapi.phonenumber.getPhoneNumber:fail invalid code'), 40029],
  [new Error('cloud.callFunction:fail Error: errCode: -501000 | errMsg: gone'), -501000],
  [{ errMsg: 'errCode: -604101 function has no permission | errMsg: system error' }, -604101],
  [{ errCode: '45011' }, 45011],
  [{ errCode: 0, errMsg: 'errCode: 40029 | errMsg: invalid code' }, 40029],
  [{ errCode: 0, errMsg: 'errCode: 0 | errMsg: ok' }, -404011],
  [new TypeError('x is not a function'), -404011],
  ['a string', -404011],
  [undefined, -404011],
  [null, -404011],
];

for (const [thrown, errCode] of errorsOfOtherMakes) {
  test(`when ${named(thrown?.message ?? thrown)} is thrown, errCode is ${errCode}`, async (t) => {
    t.mock.method(cloud, 'getWXContext', () => {
      throw thrown;
    });
    const result = await main({ code: 'c' });
    assert.deepEqual([result.success, result.errCode], [false, errCode]);
  });
}

// What wx-server-sdk throws outside of a mini-program's call, and what Tencent's cloud says of an environment.
const causes = [
  [
    'errCode: -501001 resource system error | errMsg: phonenumber.getPhoneNumber:fail env status is isolated',
    'environment',
  ],
  ['errCode: -501007 invalid parameters | errMsg: missing wxCloudApiToken', 'environment'],
  ['errCode: -501007 invalid parameters | errMsg: [100003] env not exists', 'environment'],
  ['errCode: -501001 resource system error | errMsg: Environment not found', 'environment'],
  ['errCode: -501001 resource system error | errMsg: ESOCKETTIMEDOUT', 'timeout'],
  ['errCode: -604103 | errMsg: access_token missing', 'credential'],
  ['errCode: -604101 function has no permission | errMsg: env is mentioned', 'openapi_permission'],
];

for (const [message, reason] of causes) {
  test(`"${message}" is passed on as ${reason}, in words of our own`, async (t) => {
    t.mock.method(cloud, 'getWXContext', () => {
      throw new Error(message);
    });
    const result = await main({ code: 'c' });
    assert.equal(result.reason, reason);
    assert.equal(result.error, '手机号验证失败，请重试');
  });
}

test('a cause that no words name is left to the code', async (t) => {
  t.mock.method(cloud, 'getWXContext', () => {
    throw new Error('errCode: -501001 resource system error | errMsg: gone');
  });
  assert.equal('reason' in (await main({ code: 'c' })), false);
});
