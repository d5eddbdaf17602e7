import assert from 'node:assert/strict';
import { test } from 'node:test';

import { settled } from './phone.mjs';
import { ALLOWED, DENIED, NUMBER, VERIFIED } from './samples.mjs';
import { loaded, openIndex, openOwnPage, startHeld } from './scene.mjs';

const FIVE_MINUTES = 5 * 60_000;

/** The popup goes; nothing that happens from now on may reach it. */
function detach(scene) {
  scene.popup.detach();
  return () => {
    assert.ok(scene.popup.setDataCalls.every(({ isAttached }) => isAttached), 'setData after detach');
    assert.deepEqual(scene.phone.console, []);
  };
}

/** The popup goes with a deadline running, which ends with it; what is answered later does not reach it. */
function assertLeaves(scene, answerLate) {
  assert.equal(scene.phone.clock.running, 1);
  const assertQuiet = detach(scene);
  assert.equal(scene.phone.clock.running, 0);
  answerLate();
  scene.phone.clock.pass(FIVE_MINUTES);
  assertQuiet();
}

test('a popup that goes while the module loads hears nothing of it', async () => {
  const { scene, release } = startHeld();
  scene.show();
  const assertQuiet = detach(scene);
  release();
  await loaded(scene);
  assertQuiet();
  assert.deepEqual(scene.popup.setDataCalls, []);
});

test('a popup that goes while the module fails to load hears nothing of it', async () => {
  const { scene, release } = startHeld();
  scene.show();
  scene.popup.detach();
  scene.phone.files.folders = [];
  release();
  await settled();
  assert.deepEqual(scene.popup.setDataCalls, []);
  assert.deepEqual(scene.wx.toasts, []);
});

test('a popup that goes while the page verifies hears nothing of it, and the login goes on', async () => {
  const scene = await openIndex();
  scene.authorize();
  assertLeaves(scene, () => scene.wx.answer(VERIFIED));
  assert.deepEqual(scene.logins, [NUMBER]);
});

test('a popup that goes while WeChat asks leaves no timer, and takes no result', async () => {
  const scene = await openIndex();
  scene.show();
  scene.tapAllow();
  assertLeaves(scene, () => scene.deliver(ALLOWED));
  assert.deepEqual(scene.wx.calls, []);
});

test('a popup that goes in the middle of its own event goes quietly', async () => {
  const scene = await openIndex();
  let assertQuiet;
  scene.page.instance.onPhoneNumberReject = () => {
    assertQuiet = detach(scene);
  };
  scene.authorize(DENIED);
  assertQuiet();
});

test('a popup that goes while it verifies by itself hears nothing of it, and neither does the page', async () => {
  const scene = await openOwnPage('cloud-function="decryptPhoneNumber"');
  scene.authorize();
  const { length } = scene.popup.triggered;
  assertLeaves(scene, () => scene.wx.answer(VERIFIED));
  assert.equal(scene.popup.triggered.length, length);
  assert.deepEqual(scene.wx.toasts, []);
});
