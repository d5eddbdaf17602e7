import assert from 'node:assert/strict';
import { test } from 'node:test';

import { settled } from '../support/realm/phone.mjs';
import { ALLOWED, DENIED, EXPIRED, NUMBER, VERIFIED } from '../support/realm/samples.mjs';
import { leave, loaded, openIndex, openLeavingPage, openOwnPage, startHeld } from '../support/realm/scene.mjs';

const FIVE_MINUTES = 5 * 60_000;

/** The popup goes; nothing that happens from now on may reach it. */
function detach(scene) {
  scene.popup.detach();
  return () => {
    assert.ok(
      scene.popup.setDataCalls.every(({ isAttached }) => isAttached),
      'setData after detach',
    );
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
  const told = scene.popup.setDataCalls.length;
  const assertQuiet = detach(scene);
  release();
  await loaded(scene);
  assertQuiet();
  assert.equal(scene.popup.setDataCalls.length, told);
});

test('a popup that goes while the module fails to load hears nothing of it', async () => {
  const { scene, release } = startHeld();
  scene.show();
  const told = scene.popup.setDataCalls.length;
  scene.popup.detach();
  scene.phone.files.folders = [];
  release();
  await settled();
  assert.equal(scene.popup.setDataCalls.length, told);
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

/** A page whose popup is there only while it is shown, and what the user did to it. */
async function openBriefly(attributes, ...happenings) {
  const scene = await openOwnPage(`wx:if="{{isShown}}" ${attributes}`);
  scene.show();
  await settled();
  for (const happen of happenings) happen(scene);
  return scene;
}

const VERIFIES = 'cloud-function="decryptPhoneNumber"';
const allow = (scene) => {
  scene.tapAllow();
  scene.deliver(ALLOWED);
};

test('a popup that leaves as it closes has told the page the number, and the user', async () => {
  const scene = await openBriefly(VERIFIES, allow, ({ wx }) => wx.answer(VERIFIED));
  assert.deepEqual(scene.page.components, []);
  assert.deepEqual(
    scene.triggered('phoneNumberVerified').map(({ phoneNumber }) => phoneNumber),
    [NUMBER],
  );
  assert.deepEqual(scene.toasts, ['手机号获取成功']);
  assert.equal(scene.wx.reports.length, 1);
  assert.equal(scene.states.at(-1), 'verified');
  assert.equal(scene.phone.clock.running, 0);
});

test('a popup that leaves as it closes has told the page that the user refused', async () => {
  const scene = await openBriefly('', (popup) => popup.tapReject());
  assert.deepEqual(scene.page.components, []);
  assert.deepEqual(scene.triggered('phoneNumberReject'), [{ reason: 'user_denied', refusals: 1 }]);
});

test('a popup that leaves as it closes has told the page that the user wants another way', async () => {
  const refuse = (scene) => {
    scene.tapAllow();
    scene.deliver(DENIED);
  };
  const scene = await openBriefly('', refuse, ({ popup }) => popup.act('other-login', 'tap'));
  assert.deepEqual(scene.page.components, []);
  assert.deepEqual(scene.triggered('other-login'), [{ reason: 'user_denied', refusals: 1 }]);
});

test('a popup that comes with a number that waited, and leaves as it tells it, has told it', async () => {
  const scene = await openBriefly(VERIFIES, allow);
  scene.page.instance.setData({ isShown: false });
  scene.wx.answer(VERIFIED);
  scene.show();
  await settled();
  assert.deepEqual(
    scene.triggered('phoneNumberVerified').map(({ phoneNumber }) => phoneNumber),
    [NUMBER],
  );
  assert.deepEqual(scene.page.components, []);
});

test('a page that takes the popup away when it has the number leaves the user with a word', async () => {
  const attributes = `${VERIFIES} bind:phoneNumberVerified="onVerified"`;
  const scene = await openLeavingPage(attributes, { onVerified: () => leave(scene) });
  scene.authorize();
  scene.wx.answer(VERIFIED);
  assert.deepEqual(scene.toasts, ['手机号获取成功']);
  assert.equal(scene.phone.clock.running, 0);
  assert.deepEqual(scene.phone.console, []);
});

test('a page that takes the popup away when WeChat is asked leaves no timer', async () => {
  const onState = ({ detail: { state } }) => state === 'authorizing' && leave(scene);
  const scene = await openLeavingPage(`${VERIFIES} bind:phoneNumberStateChange="onState"`, { onState });
  scene.show();
  const assertQuiet = () => assert.ok(scene.popup.setDataCalls.every(({ isAttached }) => isAttached));
  scene.tapAllow();
  assert.deepEqual(scene.page.components, []);
  assert.equal(scene.phone.clock.running, 0);
  assertQuiet();
});

test('a page that takes the popup away when a failure is told gets the code back with the next one', async () => {
  const attributes = `${VERIFIES} bind:phoneNumberReject="onReject"`;
  const scene = await openLeavingPage(attributes, { onReject: () => leave(scene) });
  scene.authorize();
  scene.wx.answer({ ...EXPIRED, errCode: -501000 });
  assert.equal(scene.phone.clock.running, 0);
  scene.page.instance.setData({ isThere: true });
  await settled();
  scene.show();
  assert.equal(scene.shown.buttonText, '重试');
});
