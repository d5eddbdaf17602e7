import assert from 'node:assert/strict';
import { test } from 'node:test';

import { settled } from '../support/realm/phone.mjs';
import { ALLOWED, BUSY, DENIED, EXPIRED, NUMBER, VERIFIED } from '../support/realm/samples.mjs';
import { leave, openLeavingPage, openOwnPage } from '../support/realm/scene.mjs';

/** A popup that verifies by itself, on a page that is covered when the code has come. */
async function coveredWhileVerifying() {
  const scene = await openOwnPage('cloud-function="decryptPhoneNumber"');
  scene.authorize();
  scene.popup.pageLifetime('hide');
  return scene;
}

test('what went wrong while the page was covered stands in the status line when it is seen again', async () => {
  const scene = await coveredWhileVerifying();
  scene.wx.answer(EXPIRED);
  assert.deepEqual(scene.triggered('phoneNumberReject'), [{ reason: 'code_invalid', errno: 40029 }], 'the page hears');
  scene.popup.pageLifetime('show');
  assert.deepEqual([scene.shown.status, scene.toasts], ['本次授权已失效，重新授权即可继续', []]);
});

test('only the last of it stands there', async () => {
  const scene = await coveredWhileVerifying();
  scene.wx.answer(EXPIRED);
  scene.deliver(DENIED);
  scene.popup.pageLifetime('show');
  assert.deepEqual([scene.shown.status, scene.toasts], ['没关系，可换其他方式登录，或稍后再来', []]);
});

test('a number that comes while the page is covered is told to the page at once, to the user later and once', async () => {
  const scene = await coveredWhileVerifying();
  scene.wx.answer(VERIFIED);
  assert.deepEqual(
    scene.triggered('phoneNumberVerified').map(({ phoneNumber }) => phoneNumber),
    [NUMBER],
  );
  assert.deepEqual(scene.toasts, []);
  for (const lifetime of ['show', 'show', 'hide', 'show']) {
    scene.popup.pageLifetime(lifetime);
    assert.deepEqual(scene.toasts, ['手机号获取成功']);
  }
});

test('a popup that was closed meanwhile says nothing', async () => {
  const scene = await coveredWhileVerifying();
  scene.wx.answer(EXPIRED);
  scene.page.instance.setData({ isShown: false });
  scene.popup.pageLifetime('show');
  assert.deepEqual(scene.toasts, []);
});

test('attempts go on while the page is covered', async () => {
  const scene = await coveredWhileVerifying();
  scene.wx.answer(BUSY);
  scene.phone.clock.pass(1000);
  assert.equal(scene.wx.calls.length, 2);
});

test('a page that is seen is told at once, though it was covered before', async () => {
  const scene = await coveredWhileVerifying();
  scene.popup.pageLifetime('show');
  scene.wx.answer(VERIFIED);
  assert.deepEqual(scene.toasts, ['手机号获取成功']);
});

test('a page that is covered before the popup has its first view is covered then', async () => {
  const scene = await openLeavingPage();
  leave(scene);
  scene.page.instance.setData({ isThere: true, isShown: true });
  scene.popup.pageLifetime('hide');
  await settled();
  scene.deliver(ALLOWED);
  scene.wx.answer(VERIFIED);
  assert.deepEqual(scene.toasts, []);
  scene.popup.pageLifetime('show');
  assert.equal(scene.toasts.length, 1);
});
