import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Phone } from '../support/realm/phone.mjs';
import { openCloud, STAMP, verify } from './cloud.mjs';

const EXPIRED = '授权已过期，请重新获取';
const TOO_FREQUENT = '请求过于频繁，请稍后重试';
const FAILED = '手机号验证失败，请重试';

const cloud = await openCloud();

async function resultOf(answer) {
  return (await verify(cloud, answer)).result;
}

async function assertFails(answer, errCode, error) {
  const { reason, ...reply } = await resultOf(answer);
  assert.deepEqual(reply, { success: false, errCode, error, ...STAMP });
  assertAsTheClient(errCode, reason);
}

const { classifyReply } = await new Phone().ready();

/** A reason that the function gives is the one that the client has for the code. */
function assertAsTheClient(errCode, reason) {
  if (reason) assert.equal(reason, classifyReply({ success: false, errCode, error: FAILED }).reason);
}

test('a number is handed on, and nothing is logged', async () => {
  const { result, errMsg, logs } = await verify(cloud, 'success');
  assert.deepEqual(result, {
    success: true,
    phoneNumber: '13800138000',
    purePhoneNumber: '13800138000',
    countryCode: '86',
    ...STAMP,
  });
  assert.equal(errMsg, 'cloud.callFunction:ok');
  assert.deepEqual(logs, []);
});

test('a foreign number keeps its three parts apart', async () => {
  const phoneInfo = { phoneNumber: '+85261234567', purePhoneNumber: '61234567', countryCode: '852' };
  assert.deepEqual(await resultOf({ phoneInfo }), { success: true, ...phoneInfo, ...STAMP });
});

test('a countryCode that is a number becomes a string', async () => {
  const { countryCode } = await resultOf({ phoneInfo: { countryCode: 86 } });
  assert.equal(countryCode, '86');
});

test('a missing countryCode is an empty string, not the word undefined', async () => {
  const { success, countryCode } = await resultOf({ phoneInfo: { countryCode: undefined } });
  assert.deepEqual({ success, countryCode }, { success: true, countryCode: '' });
});

test('without purePhoneNumber the phoneNumber stands in for it', async () => {
  const { purePhoneNumber } = await resultOf({ phoneInfo: { purePhoneNumber: undefined } });
  assert.equal(purePhoneNumber, '13800138000');
});

test('a number with the watermark of another app is refused', async () => {
  await assertFails({ phoneInfo: { watermark: { appid: 'wx1111111111111111' } } }, 40013, EXPIRED);
});

test('a number without a watermark is accepted', async () => {
  assert.equal((await resultOf({ phoneInfo: { watermark: undefined } })).success, true);
});

const errcodes = [
  [40029, EXPIRED],
  [40013, EXPIRED],
  [45011, TOO_FREQUENT],
  [40226, '请先在微信中完成实名认证'],
  [-1, FAILED],
  [40001, FAILED],
  [41001, FAILED],
  [42001, FAILED],
  [45009, '今日使用次数已达上限，请明日再试'],
  [47001, FAILED],
  [48001, FAILED],
];

for (const [errcode, text] of errcodes) {
  test(`WeChat's errcode ${errcode} reaches the page with our text`, async () => {
    await assertFails({ errcode, errmsg: 'anything rid: 6705edf9-02858692-146b48b3' }, errcode, text);
  });
}

test('an errcode that came as a string is a number to the page', async () => {
  await assertFails({ errcode: '45011', errmsg: 'slower' }, 45011, TOO_FREQUENT);
});

for (const errcode of ['soon', {}, 2 ** 31, -(2 ** 31) - 1, 1.5, '123456789012345678901234567890']) {
  test(`an errcode that is no code, ${JSON.stringify(errcode)}, is a failed execution`, async () => {
    await assertFails({ errcode, errmsg: 'odd' }, -404011, FAILED);
  });
}

test('a function without permission for the API gets -604101', async () => {
  await assertFails('openapi_permission', -604101, FAILED);
});

test('an unknown API gets -604100', async () => {
  await assertFails({ systemError: -604100 }, -604100, FAILED);
});

test('a broken connection to WeChat gets -501001', async () => {
  await assertFails('network', -501001, FAILED);
});

test('a body that is JSON by type only gets -601001', async () => {
  await assertFails('not_json', -601001, FAILED);
});

const withoutNumber = {
  'an empty body': 'no_phone_info',
  'a text': { body: 'busy', contentType: 'text/plain' },
  'JSON without phone_info': { body: '{"errcode":0,"errmsg":"ok"}', contentType: 'application/json' },
  'a JSON list': { body: '[]', contentType: 'application/json' },
  'a phone_info without phoneNumber': { phoneInfo: { phoneNumber: undefined } },
  'an empty phoneNumber': { phoneInfo: { phoneNumber: '' } },
  'a phoneNumber that is an object': { phoneInfo: { phoneNumber: {} } },
  'a phoneNumber of words': { phoneInfo: { phoneNumber: 'undefined' } },
  'a phoneNumber of stars': { phoneInfo: { phoneNumber: '138****8000' } },
  'a phoneNumber of four digits': { phoneInfo: { phoneNumber: '1380' } },
  'a phoneNumber of sixteen digits': { phoneInfo: { phoneNumber: '1380013800013800' } },
  'a phoneNumber with a line end': { phoneInfo: { phoneNumber: '13800138000\n' } },
};

for (const [what, answer] of Object.entries(withoutNumber)) {
  test(`${what} is not a success but -601001`, async () => {
    await assertFails(answer, -601001, FAILED);
  });
}
