import assert from 'node:assert/strict';
import { test } from 'node:test';

import { settled } from '../support/realm/phone.mjs';
import {
  ALLOWED,
  CODE,
  DENIED,
  EXPIRED,
  MASKED,
  NO_QUOTA,
  NUMBER,
  UNDEPLOYED,
  VERIFIED,
} from '../support/realm/samples.mjs';
import { openIndex } from '../support/realm/scene.mjs';

const toast = ({ title, icon }) => ({ title, icon });

/** What is reported now of a tap that WeChat has answered at once. */
function reported({ phone }, more) {
  return { mode: 'quick', timestamp: phone.clock.now, authorizationDuration: 0, ...more };
}

test('a user who allows is logged in', async () => {
  const scene = await openIndex();
  const { page, phone, wx } = scene;
  scene.show();
  assert.equal(scene.shown.state, 'prompting');
  assert.equal(scene.shown.openType, 'getPhoneNumber');
  scene.tapAllow();
  assert.equal(scene.shown.openType, '', 'a second tap must not ask WeChat');
  scene.deliver(ALLOWED);
  assert.equal(scene.shown.openType, '');
  assert.deepEqual(wx.called, [{ name: 'decryptPhoneNumber', data: { code: CODE } }]);
  wx.answer(VERIFIED);
  assert.deepEqual([...wx.storage], [['userPhone', MASKED]]);
  assert.equal(page.data.userPhone, MASKED);
  assert.deepEqual(wx.toasts.map(toast), [{ title: '手机号获取成功', icon: 'success' }]);
  assert.deepEqual(scene.logins, [NUMBER]);
  assert.equal(page.data.showPhonePopup, false);
  assert.equal(scene.shown.showPhonePopup, false);
  assert.deepEqual(wx.reports, [{ name: 'phone_number_success', data: reported(scene, { verificationDuration: 0 }) }]);
  assert.equal(phone.clock.running, 0);
  assert.deepEqual(phone.console, []);
});

test('the states go by in order', async () => {
  const scene = await openIndex();
  scene.authorize();
  scene.wx.answer(VERIFIED);
  assert.deepEqual(scene.states, ['prompting', 'authorizing', 'verifying', 'verified']);
  assert.deepEqual(scene.triggered('phoneNumberGet'), [{ code: CODE }]);
});

test('a user who comes back is known by the masked number', async () => {
  const scene = await openIndex();
  scene.wx.storage.set('userPhone', MASKED);
  scene.page.handle('onLoad', {});
  assert.equal(scene.page.data.userPhone, MASKED);
});

test('a logged in user can log in again with another number', async () => {
  const scene = await openIndex();
  scene.authorize();
  scene.wx.answer(VERIFIED);
  scene.authorize({ ...ALLOWED, code: 'another code' });
  scene.wx.answer({ ...VERIFIED, phoneNumber: '13900139000' });
  assert.deepEqual(scene.logins, [NUMBER, '13900139000']);
  assert.equal(scene.wx.storage.get('userPhone'), '139****9000');
});

test('a user who refuses reads why, and the popup can be used again', async () => {
  const scene = await openIndex();
  const { wx } = scene;
  scene.authorize(DENIED);
  assert.deepEqual(scene.triggered('phoneNumberReject'), [{ reason: 'user_denied', refusals: 1 }]);
  assert.deepEqual(wx.toasts.map(toast), [{ title: '需要授权手机号才能使用', icon: 'none' }]);
  assert.deepEqual(wx.calls, []);
  assert.deepEqual([...wx.storage], []);
  assert.equal(scene.shown.openType, 'getPhoneNumber');
  scene.tapAllow();
  scene.deliver(ALLOWED);
  wx.answer(VERIFIED);
  assert.deepEqual(scene.logins, [NUMBER]);
});

test('the errno of a refusal goes to the page and to the statistics', async () => {
  const scene = await openIndex();
  scene.authorize({ errMsg: 'getPhoneNumber:fail operateWXData:fail jsapi has no permission', errno: 102 });
  assert.deepEqual(scene.triggered('phoneNumberReject'), [{ reason: 'no_permission', errno: 102 }]);
  const data = reported(scene, { errno: 102, reason: 'no_permission' });
  assert.deepEqual(scene.wx.reports, [{ name: 'phone_number_error', data }]);
});

test("the popup's own reject button is a refusal and closes it", async () => {
  const scene = await openIndex();
  scene.show();
  scene.tapReject();
  assert.deepEqual(scene.triggered('phoneNumberReject'), [{ reason: 'user_denied', refusals: 1 }]);
  assert.deepEqual(scene.wx.toasts.map(toast), [{ title: '需要授权手机号才能使用', icon: 'none' }]);
  assert.equal(scene.page.data.showPhonePopup, false);
  scene.show();
  assert.equal(scene.shown.state, 'prompting');
});

test('a used up quota is a modal with one button, and the native button is switched off', async () => {
  const scene = await openIndex();
  scene.authorize(NO_QUOTA);
  const { wx } = scene;
  assert.equal(wx.modals.length, 1);
  const { title, content, showCancel } = wx.modals[0];
  const expected = { title: '提示', content: '该功能使用次数已达上限，请联系客服', showCancel: false };
  assert.deepEqual({ title, content, showCancel }, expected);
  assert.deepEqual(wx.toasts, []);
  assert.deepEqual(scene.triggered('phoneNumberQuotaExceeded'), [{}]);
  assert.equal(scene.shown.openType, '');
  const data = reported(scene, { errno: 1400001, reason: 'quota_exhausted' });
  assert.deepEqual(wx.reports, [{ name: 'phone_number_error', data }]);
  scene.tapReject();
  assert.equal(scene.page.data.showPhonePopup, false);
  assert.deepEqual(scene.triggered('phoneNumberReject'), [], 'closing is not refusing');
});

test('a server that fails is told to the user and to the statistics, and the popup can be used again', async () => {
  const scene = await openIndex();
  const { wx, phone } = scene;
  scene.authorize();
  wx.answer(EXPIRED);
  assert.deepEqual(wx.toasts.map(toast), [{ title: '授权已过期，请重新获取', icon: 'none' }]);
  const data = reported(scene, { errno: 40029, reason: 'code_invalid', verificationDuration: 0 });
  assert.deepEqual(wx.reports, [{ name: 'phone_number_error', data }]);
  assert.equal(scene.page.data.showPhonePopup, true);
  assert.equal(scene.shown.openType, 'getPhoneNumber');
  assert.equal(phone.clock.running, 0);
  scene.tapAllow();
  scene.deliver({ ...ALLOWED, code: 'a new code' });
  assert.deepEqual(wx.called.at(-1).data, { code: 'a new code' }, 'never the used one');
  wx.answer(VERIFIED);
  assert.deepEqual(scene.logins, [NUMBER]);
});

for (const result of [EXPIRED, { ...VERIFIED, phoneNumber: '13900139000' }]) {
  const what = result.success ? 'a number' : 'a failure';
  test(`a second authorization makes ${what} of the first one count for nothing`, async () => {
    const scene = await openIndex();
    scene.authorize();
    const [first] = scene.wx.calls;
    scene.phone.clock.pass(20_000);
    scene.tapAllow();
    scene.deliver({ ...ALLOWED, code: 'a new code' });
    first.success({ result });
    assert.deepEqual([scene.logins, scene.wx.toasts, scene.shown.state], [[], [], 'verifying']);
    scene.wx.answer(VERIFIED);
    assert.deepEqual(scene.logins, [NUMBER]);
    assert.equal(scene.wx.storage.get('userPhone'), MASKED);
  });
}

test('an answer that comes twice logs in once', async () => {
  const scene = await openIndex();
  scene.authorize();
  scene.wx.answer(VERIFIED);
  scene.wx.answer(VERIFIED);
  assert.deepEqual([scene.logins, scene.wx.toasts.length, scene.wx.reports.length], [[NUMBER], 1, 1]);
});

test('the page reports nothing by itself: without its popup nothing is counted, and it logs in', async () => {
  const scene = await openIndex();
  scene.authorize();
  scene.page.instance.selectComponent = () => null;
  scene.wx.answer(VERIFIED);
  assert.deepEqual([scene.logins, scene.wx.reports], [[NUMBER], []]);
});

test('a call that fails says so in the words of the seed', async () => {
  const scene = await openIndex();
  scene.authorize();
  const errMsg = 'cloud.callFunction:fail Error: errCode: -404011 | errMsg: execution failed';
  scene.wx.fail({ errCode: -404011, errMsg });
  assert.deepEqual(scene.wx.toasts.map(toast), [{ title: '手机号验证失败，请重试', icon: 'none' }]);
  assert.equal(scene.shown.state, 'failed');
  assert.deepEqual(scene.logins, []);
});

/** The user closes the popup while the page exchanges the code. */
async function leaveExchange() {
  const scene = await openIndex();
  scene.authorize();
  scene.tapReject();
  assert.deepEqual(scene.triggered('close'), [{ visible: false, reason: 'user_cancelled' }]);
  return scene;
}

const FIVE_MINUTES = 5 * 60 * 1000;

test('who leaves the exchange is not logged in by its answer, but by the next opening', async () => {
  const scene = await leaveExchange();
  scene.wx.answer(VERIFIED);
  assert.deepEqual([scene.logins, scene.toasts, [...scene.wx.storage]], [[], [], []]);
  scene.phone.clock.pass(FIVE_MINUTES);
  scene.show();
  await settled();
  assert.deepEqual([scene.logins, scene.toasts], [[NUMBER], ['手机号获取成功']]);
  assert.deepEqual([scene.page.data.showPhonePopup, scene.shown.showPhonePopup], [false, false]);
  scene.show();
  await settled();
  assert.deepEqual([scene.logins, scene.shown.state], [[NUMBER], 'prompting'], 'once');
});

test('who comes back before the answer is logged in by it', async () => {
  const scene = await leaveExchange();
  scene.show();
  await settled();
  scene.wx.answer(VERIFIED);
  assert.deepEqual(scene.logins, [NUMBER]);
});

test('an answer that has waited for more than five minutes logs nobody in', async () => {
  const scene = await leaveExchange();
  scene.wx.answer(VERIFIED);
  scene.phone.clock.pass(FIVE_MINUTES + 1);
  scene.show();
  await settled();
  assert.deepEqual([scene.logins, scene.toasts], [[], []]);
  assert.equal(scene.shown.openType, 'getPhoneNumber');
});

test('a failure that came to nobody is told at the next opening, and the code that still works is offered', async () => {
  const scene = await leaveExchange();
  scene.wx.answer(UNDEPLOYED);
  assert.deepEqual(scene.toasts, []);
  scene.show();
  await settled();
  assert.deepEqual([scene.toasts, scene.shown.buttonText], [['手机号验证失败，请重试'], '重试']);
});

test('a user who declines before anything was asked leaves nothing behind', async () => {
  const scene = await openIndex();
  scene.show();
  scene.tapReject();
  scene.authorize();
  await settled();
  scene.wx.answer(VERIFIED);
  assert.deepEqual(scene.logins, [NUMBER]);
});
