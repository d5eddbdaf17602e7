import assert from 'node:assert/strict';
import { test } from 'node:test';

import { DENIED, NUMBER, VERIFIED } from '../support/realm/samples.mjs';
import { openIndex } from '../support/realm/scene.mjs';

test('without wx.cloud the verification fails once, in words, and the popup can be used again', async () => {
  const scene = await openIndex({ without: ['cloud'] });
  scene.authorize();
  assert.deepEqual(scene.toasts, ['手机号验证失败，请重试']);
  assert.equal(scene.wx.reports.length, 1);
  assert.equal(scene.wx.reports[0].name, 'phone_number_error');
  assert.deepEqual(scene.states, ['prompting', 'authorizing', 'verifying', 'failed'], 'one event, then the next');
  assert.deepEqual(
    [scene.shown.openType, scene.shown.buttonText],
    ['', '重试'],
    'a tap sends the code that is paid for',
  );
  assert.deepEqual(scene.phone.console, []);
});

test('without reportEvent the statistics go to reportAnalytics', async () => {
  const scene = await openIndex({ without: ['reportEvent'] });
  scene.authorize();
  scene.wx.answer(VERIFIED);
  const data = { mode: 'quick', timestamp: scene.phone.clock.now, authorizationDuration: 0, verificationDuration: 0 };
  assert.deepEqual(scene.wx.analytics, [{ name: 'phone_number_success', data }]);
});

test('with reportEvent reportAnalytics is left alone', async () => {
  const scene = await openIndex();
  scene.authorize();
  scene.wx.answer(VERIFIED);
  assert.equal(scene.wx.reports.length, 1);
  assert.deepEqual(scene.wx.analytics, []);
});

test('without either the login works as well', async () => {
  const scene = await openIndex({ without: ['reportEvent', 'reportAnalytics'] });
  scene.authorize();
  scene.wx.answer(VERIFIED);
  assert.deepEqual(scene.logins, [NUMBER]);
  assert.deepEqual(scene.phone.console, []);
});

test('a login that throws is not taken for a failed verification', async () => {
  const scene = await openIndex();
  scene.page.instance.completeLogin = () => {
    throw new Error("the page's own mistake");
  };
  scene.authorize();
  assert.throws(() => scene.wx.answer(VERIFIED), /own mistake/);
  assert.deepEqual(scene.toasts, ['手机号获取成功']);
  assert.deepEqual(
    scene.wx.reports.map(({ name }) => name),
    ['phone_number_success'],
  );
});

test('a client that answers at once with a login that throws is answered once', async () => {
  const scene = await openIndex();
  scene.page.instance.completeLogin = () => {
    throw new Error("the page's own mistake");
  };
  scene.wx.global.cloud.callFunction = ({ success }) => success({ result: VERIFIED });
  scene.authorize();
  assert.deepEqual(scene.toasts, ['手机号获取成功']);
});

test('statistics that throw do not keep the popup from telling the page', async () => {
  const scene = await openIndex();
  scene.wx.global.reportEvent = () => {
    throw new Error('reportEvent:fail');
  };
  scene.show();
  scene.tapAllow();
  try {
    scene.deliver(DENIED);
  } catch {
    // What becomes of the error is another matter.
  }
  assert.deepEqual(scene.triggered('phoneNumberReject'), [{ reason: 'user_denied', refusals: 1 }]);
});

test('statistics that throw do not keep the page from logging in', async () => {
  const scene = await openIndex();
  scene.wx.global.reportEvent = () => {
    throw new Error('reportEvent:fail');
  };
  scene.authorize();
  try {
    scene.wx.answer(VERIFIED);
  } catch {
    // What becomes of the error is another matter.
  }
  assert.deepEqual(scene.logins, [NUMBER]);
});

test('a full storage does not keep the user from logging in', async () => {
  const scene = await openIndex();
  scene.wx.global.setStorageSync = () => {
    throw new Error('setStorageSync:fail exceed max size');
  };
  scene.authorize();
  scene.wx.answer(VERIFIED);
  assert.deepEqual(scene.logins, [NUMBER]);
});

test('a page whose handler throws does not stop the popup', async () => {
  const scene = await openIndex();
  scene.page.instance.onPhoneNumberReject = () => {
    throw new Error("the page's own mistake");
  };
  scene.authorize(DENIED);
  assert.equal(scene.shown.state, 'rejected');
  scene.tapAllow();
  assert.equal(scene.shown.state, 'authorizing');
});
