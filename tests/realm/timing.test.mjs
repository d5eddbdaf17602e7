import assert from 'node:assert/strict';
import { test } from 'node:test';

import { settled } from '../support/realm/phone.mjs';
import { ALLOWED, CODE, DENIED, EXPIRED, NUMBER, VERIFIED } from '../support/realm/samples.mjs';
import { loaded, openIndex, startHeld } from '../support/realm/scene.mjs';

/** A code lives five minutes; nothing the popup waits for may take longer. */
const FIVE_MINUTES = 5 * 60_000;

test('a result without a tap counts', async () => {
  const scene = await openIndex();
  scene.show();
  scene.deliver(ALLOWED);
  scene.wx.answer(VERIFIED);
  assert.deepEqual(scene.logins, [NUMBER]);
});

test('a result without a tap and without a popup counts', async () => {
  const scene = await openIndex();
  scene.popup.instance.onPhoneNumberGet({ detail: ALLOWED });
  scene.wx.answer(VERIFIED);
  assert.deepEqual(scene.logins, [NUMBER]);
  assert.equal(scene.page.data.showPhonePopup, false);
});

test('a result that comes before the module has loaded is kept', async () => {
  const { scene, release } = startHeld();
  scene.show();
  scene.popup.instance.onPhoneNumberGet({ detail: ALLOWED });
  await settled();
  assert.deepEqual(scene.wx.calls, []);
  release();
  await loaded(scene);
  assert.deepEqual(scene.wx.called, [{ name: 'decryptPhoneNumber', data: { code: CODE } }]);
  scene.wx.answer(VERIFIED);
  assert.deepEqual(scene.logins, [NUMBER]);
});

test('a popup that was shown before the module has loaded appears when it has', async () => {
  const { scene, release } = startHeld();
  scene.show();
  await settled();
  assert.equal(scene.shown.state, undefined);
  release();
  await loaded(scene);
  assert.equal(scene.shown.state, 'prompting');
  assert.equal(scene.shown.openType, 'getPhoneNumber');
});

test('a popup that appears tells the page, whenever the module has loaded', async () => {
  const { scene, release } = startHeld();
  scene.show();
  release();
  await loaded(scene);
  assert.deepEqual(scene.states, ['prompting']);
});

test('a popup that was shown and hidden before the module has loaded stays hidden', async () => {
  const { scene, release } = startHeld();
  scene.show();
  scene.page.instance.setData({ showPhonePopup: false });
  release();
  await loaded(scene);
  assert.equal(scene.shown.state, 'hidden');
  assert.equal(scene.shown.showPhonePopup, false);
});

test('a second result while one is verified does not call the function again', async () => {
  const scene = await openIndex();
  scene.authorize();
  for (const detail of [ALLOWED, { ...ALLOWED, code: 'another code' }, DENIED]) scene.deliver(detail);
  assert.equal(scene.wx.calls.length, 1);
  assert.deepEqual(scene.wx.toasts, []);
  scene.wx.answer(VERIFIED);
  assert.deepEqual(scene.logins, [NUMBER]);
});

test('a second tap before the sheet opens counts once', async () => {
  const scene = await openIndex();
  scene.show();
  scene.tapAllow();
  const setDataCalls = scene.popup.setDataCalls.length;
  scene.tapAllow();
  assert.equal(scene.popup.setDataCalls.length, setDataCalls);
  scene.deliver(ALLOWED);
  scene.wx.answer(VERIFIED);
  assert.deepEqual(scene.logins, [NUMBER]);
});

test('a sheet that never answers gives the button back, and a late result counts', async () => {
  const scene = await openIndex();
  scene.show();
  scene.tapAllow();
  assert.equal(scene.shown.loading, true);
  scene.phone.clock.pass(FIVE_MINUTES - 1);
  assert.equal(scene.shown.openType, 'getPhoneNumber');
  assert.equal(scene.shown.loading, false);
  assert.equal(scene.phone.clock.running, 0);
  scene.deliver(ALLOWED);
  scene.wx.answer(VERIFIED);
  assert.deepEqual(scene.logins, [NUMBER]);
});

test('a code that comes when it may have stopped working is sent once: it is paid for', async () => {
  const scene = await openIndex();
  scene.show();
  scene.tapAllow();
  scene.phone.clock.pass(FIVE_MINUTES);
  scene.deliver(ALLOWED);
  assert.equal(scene.wx.calls.length, 1);
  scene.wx.answer(EXPIRED);
  assert.deepEqual(scene.toasts, ['授权已过期，请重新获取']);
  assert.equal(scene.shown.openType, 'getPhoneNumber');
});

test('a server that never answers gives the button back, and a late answer still logs in', async () => {
  const scene = await openIndex();
  scene.authorize();
  scene.phone.clock.pass(FIVE_MINUTES);
  assert.equal(scene.shown.openType, 'getPhoneNumber');
  assert.equal(scene.phone.clock.running, 0);
  scene.wx.answer(VERIFIED);
  assert.deepEqual(scene.logins, [NUMBER]);
  assert.equal(scene.page.data.showPhonePopup, false);
});

test('a page that hides the popup while WeChat asks still gets the result', async () => {
  const scene = await openIndex();
  scene.show();
  scene.tapAllow();
  scene.page.instance.setData({ showPhonePopup: false });
  assert.equal(scene.phone.clock.running, 0);
  scene.deliver(ALLOWED);
  scene.wx.answer(VERIFIED);
  assert.deepEqual(scene.logins, [NUMBER]);
});
