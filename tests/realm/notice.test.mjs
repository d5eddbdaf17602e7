import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { root } from '../support/realm/package-files.mjs';
import { Phone, plain } from '../support/realm/phone.mjs';

const REASONS = [
  'user_denied',
  'user_cancelled',
  'no_phone_bound',
  'phone_unverified',
  'no_permission',
  'privacy_refused',
  'privacy_undeclared',
  'privacy_banned',
  'too_frequent',
  'network',
  'timeout',
  'unsupported',
  'missing_code',
  'blocked',
  'internal',
  'unknown',
  'quota_exhausted',
  'code_invalid',
  'invalid_appid',
  'rate_limited',
  'daily_limit',
  'high_risk_user',
  'busy',
  'credential',
  'api_unauthorized',
  'openapi_permission',
  'exchange_missing',
  'function_missing',
  'function_timeout',
  'environment',
  'bad_reply',
  'server_refused',
];
const NEXT = ['retry', 'reauthorize', 'wait', 'other_login', 'contact_support', 'fix_setup', 'none'];
const LOCALES = ['zh_CN', 'zh_TW', 'en'];
const CHINESE = /\p{Script=Han}/u;

const phone = new Phone();
const phoneLogin = await phone.ready();
const notice = (reason, options) => plain(phoneLogin.notice(reason, options));
const shown = ({ next, ...notice }) => notice;
const toast = (title, icon = 'none') => ({ via: 'toast', title, icon });
const textOf = ({ title, content }) => content ?? title;

const seed = [
  ['verified', toast('手机号获取成功', 'success')],
  ['user_denied', toast('需要授权手机号才能使用')],
  ['code_invalid', toast('授权已过期，请重新获取')],
  ['invalid_appid', toast('授权已过期，请重新获取')],
  ['rate_limited', toast('请求过于频繁，请稍后重试')],
  ['unknown', toast('获取手机号失败，请重试')],
];

for (const [reason, expected] of seed) {
  test(`${reason} has the text of the seed`, () => assert.deepEqual(shown(notice(reason)), expected));
}

test('at the verification the unknown has the other text of the seed', () => {
  assert.deepEqual(shown(notice('unknown', { stage: 'verification' })), toast('手机号验证失败，请重试'));
});

test('a used up quota is the modal of the seed, with one short button', () => {
  const { confirmText, ...modal } = shown(notice('quota_exhausted'));
  const content = '该功能使用次数已达上限，请联系客服';
  assert.deepEqual(modal, { via: 'modal', title: '提示', content, showCancel: false });
  assert.ok(confirmText.length >= 1 && confirmText.length <= 4, confirmText);
});

test('a high risk user is led to the verification of identity', () => {
  assert.match(notice('high_risk_user').title, /实名认证/);
});

for (const reason of REASONS) {
  test(`${reason} has a notice in every locale that WeChat can show`, () => {
    const [chinese, traditional, english] = LOCALES.map((locale) => notice(reason, { locale }));
    assert.deepEqual(chinese, notice(reason));
    assert.deepEqual(Object.keys(chinese), Object.keys(english));
    assert.deepEqual(Object.keys(chinese), Object.keys(traditional));
    for (const notice of [chinese, traditional]) assert.match(textOf(notice), CHINESE);
    assert.notEqual(textOf(traditional), textOf(chinese));
    assert.doesNotMatch(JSON.stringify(english), CHINESE);
    assert.ok(NEXT.includes(chinese.next), chinese.next);
    assert.equal(english.next, chinese.next);
    assert.equal(traditional.next, chinese.next);
  });
}

test('the notice of success fits beside its icon', () => {
  for (const locale of ['zh_CN', 'zh_TW']) assert.ok(notice('verified', { locale }).title.length <= 7);
  assert.doesNotMatch(notice('verified', { locale: 'en' }).title, CHINESE);
});

const nexts = [
  ['verified', 'none'],
  ['quota_exhausted', 'contact_support'],
  ['code_invalid', 'reauthorize'],
  ['rate_limited', 'wait'],
  ['daily_limit', 'wait'],
  ['too_frequent', 'wait'],
  ['busy', 'retry'],
  ['network', 'retry'],
  ['user_cancelled', 'retry'],
  ['user_denied', 'other_login'],
  ['openapi_permission', 'fix_setup'],
  ['credential', 'fix_setup'],
];

for (const [reason, next] of nexts) {
  test(`after ${reason} comes ${next}`, () => assert.equal(notice(reason).next, next));
}

test('messages replace our texts and nothing else', () => {
  const messages = { network: '没有网络 😀', quota_exhausted: '用完了', verified: '好' };
  assert.deepEqual(notice('network', { messages }), { ...notice('network'), title: '没有网络 😀' });
  assert.deepEqual(notice('quota_exhausted', { messages }), { ...notice('quota_exhausted'), content: '用完了' });
  assert.deepEqual(notice('verified', { messages }), { ...notice('verified'), title: '好' });
  assert.deepEqual(notice('network', { messages, locale: 'en' }).title, '没有网络 😀');
  assert.deepEqual(notice('timeout', { messages }), notice('timeout'));
});

test('messages that are no texts replace nothing', () => {
  for (const messages of [null, 'text', { network: 1 }, { network: null }, { network: {} }]) {
    assert.deepEqual(notice('network', { messages }), notice('network'));
  }
});

test('a language tag selects the nearest locale, Simplified Chinese where there is none', () => {
  assert.deepEqual(notice('network', { locale: 'en_US' }), notice('network', { locale: 'en' }));
  for (const locale of ['zh_HK', 'zh_MO', 'zh-tw', 'zh-Hant', 'ZH-HANT-HK']) {
    assert.deepEqual(notice('network', { locale }), notice('network', { locale: 'zh_TW' }));
  }
  assert.equal(notice('network', { locale: 'zh_TW' }).title, '網路異常，請檢查後再試');
  for (const locale of ['zh_CN', 'zh-Hans-HK', '', 'xx', null, 1, {}]) {
    assert.deepEqual(notice('network', { locale }), notice('network'));
  }
});

test('an unknown name has the notice of unknown, whatever it is', () => {
  for (const name of ['no such reason', '', 'toString', '__proto__', undefined, null, 1, {}, [], () => {}]) {
    assert.deepEqual(notice(name), notice('unknown'));
  }
  for (const options of [null, undefined, 1, 'en', []]) assert.deepEqual(notice('unknown', options), notice('unknown'));
});

test('boundary.d.ts names every reason and no other', () => {
  const types = readFileSync(join(root, 'miniprogram', 'phone-login', 'boundary.d.ts'), 'utf8');
  const unions = [...types.matchAll(/export type (?:Button|Server)?Reason =([^;]*);/g)].join();
  const names = new Set([...unions.matchAll(/'([a-z_]+)'/g)].map(([, name]) => name));
  assert.deepEqual([...names].sort(), [...REASONS].sort());
});

const masked = [
  ['13800138000', '138****8000'],
  ['+8613800138000', '+86138****8000'],
  ['+852 91234567', '+852 ****4567'],
  ['12345678', '****5678'],
  ['', ''],
];

for (const [number, expected] of masked) {
  test(`${JSON.stringify(number)} is shown as ${expected}`, () => {
    assert.equal(phoneLogin.maskPhoneNumber(number), expected);
  });
}

test('of a number of any length at least half of the digits are hidden, and at most four are', () => {
  for (let length = 1; length <= 20; length++) {
    const number = '12345678901234567890'.slice(0, length);
    const digits = phoneLogin.maskPhoneNumber(number).replace(/\D/g, '').length;
    assert.equal(phoneLogin.maskPhoneNumber(number).length, length);
    assert.equal(length - digits, Math.min(4, Math.ceil(length / 2)));
  }
});

test('what is no text is masked as nothing', () => {
  for (const value of [undefined, null, 13800138000, {}, [], Symbol('s')]) {
    assert.equal(phoneLogin.maskPhoneNumber(value), '');
  }
});
