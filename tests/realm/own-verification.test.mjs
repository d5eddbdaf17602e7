import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ALLOWED, CODE, DENIED, EXPIRED, MASKED, NO_QUOTA, NUMBER, VERIFIED } from '../support/realm/samples.mjs';
import { openOwnPage } from '../support/realm/scene.mjs';

const FIVE_MINUTES = 5 * 60_000;
const open = (more = '') => openOwnPage(`cloud-function="decryptPhoneNumber" ${more}`);
const toasts = ({ wx }) => wx.toasts.map(({ title, icon }) => ({ title, icon }));

test('with a cloud function the popup verifies by itself and reports the number', async () => {
  const scene = await open();
  const { wx, phone } = scene;
  scene.authorize();
  assert.deepEqual(wx.called, [{ name: 'decryptPhoneNumber', data: { code: CODE } }]);
  assert.deepEqual(scene.triggered('phoneNumberGet'), [], 'the code does not leave it');
  wx.answer(VERIFIED);
  const number = { phoneNumber: NUMBER, countryCode: '86', maskedNumber: MASKED };
  assert.deepEqual(scene.triggered('phoneNumberVerified'), [number]);
  assert.deepEqual(toasts(scene), [{ title: '手机号获取成功', icon: 'success' }]);
  const data = { mode: 'quick', timestamp: phone.clock.now, authorizationDuration: 0, verificationDuration: 0 };
  assert.deepEqual(wx.reports, [{ name: 'phone_number_success', data }]);
  assert.equal(scene.shown.showPhonePopup, false);
  assert.equal(scene.page.data.isShown, false);
  assert.equal(phone.clock.running, 0);
});

test('the page gets the event it binds', async () => {
  const got = [];
  const onVerified = ({ detail }) => void got.push(detail.phoneNumber);
  const attributes = 'cloud-function="decryptPhoneNumber" bind:phoneNumberVerified="onVerified"';
  const scene = await openOwnPage(attributes, { onVerified });
  scene.authorize();
  scene.wx.answer(VERIFIED);
  assert.deepEqual(got, [NUMBER]);
});

test("the name of the function is the page's choice", async () => {
  const scene = await openOwnPage('cloud-function="verifyPhone"');
  scene.authorize();
  assert.equal(scene.wx.called[0].name, 'verifyPhone');
});

test('a function that fails is told to the user in the status line, to the page and to the statistics', async () => {
  const scene = await open();
  const { wx, phone } = scene;
  scene.authorize();
  wx.answer(EXPIRED);
  assert.deepEqual([scene.shown.status, scene.shown.statusTone], ['本次授权已失效，重新授权即可继续', 'warn']);
  assert.deepEqual([wx.toasts, wx.modals], [[], []]);
  assert.deepEqual(scene.triggered('phoneNumberReject'), [{ reason: 'code_invalid', errno: 40029 }]);
  const durations = { authorizationDuration: 0, verificationDuration: 0 };
  const data = { errno: 40029, reason: 'code_invalid', mode: 'quick', timestamp: phone.clock.now, ...durations };
  assert.deepEqual(wx.reports, [{ name: 'phone_number_error', data }]);
  assert.equal(scene.shown.openType, 'getPhoneNumber');
  scene.tapAllow();
  scene.deliver({ ...ALLOWED, code: 'a new code' });
  wx.answer(VERIFIED);
  assert.equal(scene.triggered('phoneNumberVerified').length, 1);
});

test('a refusal and a used up quota are told by the popup itself', async () => {
  const scene = await open();
  scene.authorize(DENIED);
  assert.deepEqual([scene.shown.status, scene.shown.statusTone], ['没关系，可换其他方式登录，或稍后再来', 'info']);
  scene.tapAllow();
  scene.deliver(NO_QUOTA);
  assert.deepEqual([scene.shown.status, scene.shown.statusTone], ['手机号登录暂不可用，请换其他方式', 'warn']);
  assert.deepEqual([scene.wx.toasts, scene.wx.modals], [[], []]);
  assert.deepEqual(scene.triggered('phoneNumberQuotaExceeded'), [{}]);
});

test('a second answer to the same call changes nothing', async () => {
  const scene = await open();
  scene.authorize();
  scene.wx.answer(EXPIRED);
  scene.wx.answer(VERIFIED);
  assert.deepEqual(scene.triggered('phoneNumberVerified'), []);
  assert.equal(scene.shown.state, 'failed');
});

test('the answer to an earlier call is not taken for that of a later one', async () => {
  const scene = await open();
  scene.authorize();
  const [first] = scene.wx.calls;
  scene.phone.clock.pass(FIVE_MINUTES);
  scene.tapAllow();
  scene.deliver({ ...ALLOWED, code: 'a new code' });
  first.success({ result: { ...VERIFIED, phoneNumber: '13900139000' } });
  assert.equal(scene.shown.state, 'verifying');
  scene.wx.answer(VERIFIED);
  assert.deepEqual(
    scene.triggered('phoneNumberVerified').map(({ phoneNumber }) => phoneNumber),
    [NUMBER],
  );
});

test('a function that never answers is a timeout at last, and the popup can be used again', async () => {
  const scene = await open();
  scene.authorize();
  scene.phone.clock.pass(FIVE_MINUTES);
  assert.deepEqual(scene.triggered('phoneNumberReject'), [{ reason: 'timeout' }]);
  assert.equal(scene.shown.openType, 'getPhoneNumber');
  assert.equal(scene.phone.clock.running, 0);
});

test('a page that hides the popup while it verifies still gets the number', async () => {
  const scene = await open();
  scene.authorize();
  scene.page.instance.setData({ isShown: false });
  scene.wx.answer(VERIFIED);
  assert.equal(scene.triggered('phoneNumberVerified').length, 1);
});

test('without wx.cloud the popup says so and can be used again', async () => {
  const scene = await open();
  delete scene.wx.global.cloud;
  scene.authorize();
  assert.deepEqual(scene.states, ['prompting', 'authorizing', 'verifying', 'failed'], 'one event, then the next');
  assert.equal(scene.shown.status, '登录服务暂不可用，请换其他方式登录');
  assert.equal(scene.shown.againButton, '再试一次');
});

test('the realtime mode asks with the other button', async () => {
  const scene = await open('mode="realtime"');
  scene.show();
  assert.equal(scene.shown.openType, 'getRealtimePhoneNumber');
  scene.tapAllow();
  scene.popup.act('allow', 'getrealtimephonenumber', { ...ALLOWED, errMsg: 'getRealtimePhoneNumber:ok' });
  scene.wx.answer(VERIFIED);
  assert.equal(scene.triggered('phoneNumberVerified').length, 1);
});

test('the popup speaks the language of its locale, and changes it at once', async () => {
  const scene = await openOwnPage('cloud-function="f" locale="{{locale}}"', { data: { locale: 'en' } });
  scene.authorize(DENIED);
  assert.match(scene.shown.status, /^[ -~]+$/);
  assert.match(scene.shown.allowButton, /^[ -~]+$/);
  scene.page.instance.setData({ locale: 'zh_CN' });
  assert.equal(scene.shown.allowButton, '使用微信手机号登录');
  scene.page.instance.setData({ locale: 'zh_HK' });
  assert.equal(scene.shown.allowButton, '使用微信手機號碼登入');
});
