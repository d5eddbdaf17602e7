import assert from 'node:assert/strict';
import { test } from 'node:test';

import { settled } from '../support/realm/phone.mjs';
import { ALLOWED, BUSY, CODE, EXPIRED, MASKED, NUMBER, UNDEPLOYED, VERIFIED } from '../support/realm/samples.mjs';
import { comeBack, leave, loaded, openLeavingPage } from '../support/realm/scene.mjs';

const FIVE_MINUTES = 5 * 60_000;
const VERIFIED_DETAIL = { phoneNumber: NUMBER, countryCode: '86', maskedNumber: MASKED };
const OTHER_FUNCTION = 'cloud-function="anotherFunction"';
const PAGE_VERIFIES = '';

const verified = (scene) => scene.triggered('phoneNumberVerified');

/** A popup that left while its call was under way. */
async function leftWhileVerifying() {
  const scene = await openLeavingPage();
  scene.authorize();
  leave(scene);
  return scene;
}

test('a number that comes when the popup has left is told by the next one, once, when it is shown', async () => {
  const scene = await leftWhileVerifying();
  scene.wx.answer(VERIFIED);
  await comeBack(scene);
  assert.deepEqual(verified(scene), [], 'nobody has asked yet');
  scene.show();
  await settled(); // The page's own update ends first.
  assert.deepEqual(verified(scene), [VERIFIED_DETAIL]);
  assert.equal(scene.page.data.isShown, false);
  scene.show();
  assert.equal(scene.shown.state, 'prompting');
  assert.equal(verified(scene).length, 1);
});

test('a number that comes when the next popup is there is told at once', async () => {
  const scene = await leftWhileVerifying();
  await comeBack(scene);
  scene.wx.answer(VERIFIED);
  assert.deepEqual(verified(scene), [VERIFIED_DETAIL]);
  assert.equal(scene.phone.clock.running, 0);
  assert.deepEqual(scene.phone.console, []);
});

test('the next popup shows what the one before was doing', async () => {
  const scene = await leftWhileVerifying();
  await comeBack(scene);
  scene.show();
  assert.deepEqual([scene.shown.state, scene.shown.buttonText], ['verifying', '正在验证…']);
  scene.wx.answer(EXPIRED);
  assert.equal(scene.shown.state, 'failed');
  assert.equal(scene.shown.status, '本次授权已失效，重新授权即可继续');
});

test('a call that is never answered ends for the next popup as well', async () => {
  const scene = await leftWhileVerifying();
  await comeBack(scene);
  scene.show();
  scene.phone.clock.pass(FIVE_MINUTES);
  assert.equal(scene.shown.openType, 'getPhoneNumber');
  assert.equal(scene.phone.clock.running, 0);
});

test('a number that comes when nobody is there is counted, and nobody is told', async () => {
  const scene = await leftWhileVerifying();
  const { length } = scene.popup.setDataCalls;
  scene.wx.answer(VERIFIED);
  assert.deepEqual(
    scene.wx.reports.map(({ name }) => name),
    ['phone_number_success'],
  );
  assert.deepEqual([scene.toasts, verified(scene)], [[], []]);
  assert.equal(scene.popup.setDataCalls.length, length);
  assert.equal(scene.phone.clock.running, 0);
});

test('a failure when nobody is there is counted, and the next popup offers the same code', async () => {
  const scene = await leftWhileVerifying();
  scene.wx.answer(BUSY);
  assert.equal(scene.wx.reports[0].data.reason, 'busy');
  assert.equal(scene.phone.clock.running, 0, 'nobody waits for another attempt');
  await comeBack(scene);
  scene.show();
  assert.deepEqual([scene.shown.state, scene.shown.buttonText], ['failed', '重试']);
  scene.tapAllow();
  assert.deepEqual(
    scene.wx.called.map(({ data }) => data.code),
    [CODE, CODE],
  );
  scene.wx.answer(VERIFIED);
  assert.deepEqual(verified(scene), [VERIFIED_DETAIL]);
});

test('a code that failed before the popup left is offered by the next one', async () => {
  const scene = await openLeavingPage();
  scene.authorize();
  scene.wx.answer(UNDEPLOYED);
  leave(scene);
  assert.equal(scene.phone.clock.running, 0);
  await comeBack(scene);
  scene.show();
  assert.equal(scene.shown.buttonText, '重试');
});

test('a code that has stopped working meanwhile is not offered', async () => {
  const scene = await openLeavingPage();
  scene.authorize();
  scene.wx.answer(UNDEPLOYED);
  leave(scene);
  scene.phone.clock.pass(FIVE_MINUTES);
  await comeBack(scene);
  scene.show();
  assert.equal(scene.shown.openType, 'getPhoneNumber');
});

test('a popup that holds nothing is not kept', async () => {
  const scene = await openLeavingPage();
  scene.show();
  scene.popup.touch('agreement-toggle');
  assert.equal(scene.shown.agreed, true);
  leave(scene);
  await comeBack(scene);
  assert.equal(scene.shown.agreed, false, 'this one is new');
});

test('a component with the texts and the mode of its own gets them with the popup', async () => {
  const scene = await leftWhileVerifying();
  scene.wx.answer(BUSY);
  const attributes = 'cloud-function="decryptPhoneNumber" mode="realtime" locale="en"';
  const next = await openLeavingPage(attributes, {}, scene.phone);
  next.show();
  assert.deepEqual([next.shown.buttonText, next.shown.rejectButton], ['Retry', 'Not now']);
  next.phone.clock.pass(FIVE_MINUTES);
  assert.equal(next.shown.openType, 'getRealtimePhoneNumber');
});

const strangers = { 'with another cloud function': OTHER_FUNCTION, 'whose page verifies': PAGE_VERIFIES };

for (const [who, attributes] of Object.entries(strangers)) {
  test(`a popup ${who} does not take it, and the right one does later`, async () => {
    const scene = await leftWhileVerifying();
    const other = await openLeavingPage(attributes, {}, scene.phone);
    scene.wx.answer(VERIFIED);
    other.show();
    assert.deepEqual([other.shown.state, verified(other)], ['prompting', []]);
    await comeBack(scene);
    scene.show();
    await settled();
    assert.deepEqual(verified(scene), [VERIFIED_DETAIL]);
  });
}

test('a popup that is kept is taken over once', async () => {
  const scene = await leftWhileVerifying();
  await comeBack(scene);
  const other = await openLeavingPage(undefined, {}, scene.phone);
  scene.wx.answer(VERIFIED);
  assert.equal(verified(scene).length, 1);
  other.show();
  assert.deepEqual([other.shown.state, verified(other)], ['prompting', []]);
});

test('of two popups on two pages each gets the answer to its own call', async () => {
  const first = await openLeavingPage();
  const second = await openLeavingPage(undefined, {}, first.phone);
  first.authorize();
  second.authorize({ ...ALLOWED, code: 'the second code' });
  const [call] = first.wx.calls;
  call.success({ result: { ...VERIFIED, phoneNumber: '13900139000' } });
  first.wx.answer(VERIFIED);
  assert.deepEqual(
    verified(first).map(({ phoneNumber }) => phoneNumber),
    ['13900139000'],
  );
  assert.deepEqual(
    verified(second).map(({ phoneNumber }) => phoneNumber),
    [NUMBER],
  );
});

test('an answer goes from one to the next however often the popup is taken over', async () => {
  const scene = await leftWhileVerifying();
  for (let round = 0; round < 3; round++) {
    await comeBack(scene);
    leave(scene);
  }
  await comeBack(scene);
  scene.wx.answer(VERIFIED);
  assert.equal(verified(scene).length, 1);
  assert.equal(scene.popup.triggered.filter(({ name }) => name === 'phoneNumberVerified').length, 1, 'by the newest');
});

test('of two popups that left each keeps its answer for its own successor', async () => {
  const scene = await leftWhileVerifying();
  const [call] = scene.wx.calls;
  const other = await openLeavingPage(OTHER_FUNCTION, {}, scene.phone);
  other.authorize();
  leave(other);
  assert.doesNotThrow(() => call.success({ result: VERIFIED }));
  other.wx.answer(VERIFIED);
  for (const successor of [other, scene]) {
    await comeBack(successor);
    successor.show();
    await settled();
    assert.deepEqual(verified(successor), [VERIFIED_DETAIL]);
  }
  assert.deepEqual(scene.phone.console, []);
});

test('a popup that leaves before the module has loaded is not kept', async () => {
  const scene = await openLeavingPage();
  const release = scene.phone.wasm.hold();
  leave(scene);
  await comeBack(scene);
  leave(scene);
  release();
  await loaded(scene);
  await comeBack(scene);
  scene.show();
  await settled();
  assert.equal(scene.shown.state, 'prompting');
});

test('what the page said while the next popup had no view yet is not lost', async () => {
  const scene = await leftWhileVerifying();
  scene.wx.answer(VERIFIED);
  scene.page.instance.setData({ isThere: true });
  scene.page.instance.setData({ isShown: true });
  await settled();
  assert.deepEqual(verified(scene), [VERIFIED_DETAIL]);
});
