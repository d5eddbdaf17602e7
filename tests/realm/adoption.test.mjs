/** What a popup holds reaches the one that is shown next, wherever that has been all the time. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { settled } from '../support/realm/phone.mjs';
import { ALLOWED, CODE, DENIED, EXPIRED, MASKED, NUMBER, UNDEPLOYED, VERIFIED } from '../support/realm/samples.mjs';
import { comeBack, leave, openLeavingPage } from '../support/realm/scene.mjs';

const VERIFIED_DETAIL = { phoneNumber: NUMBER, countryCode: '86', maskedNumber: MASKED };

const verified = (scene) => scene.triggered('phoneNumberVerified');
const codes = (scene) => scene.wx.called.map(({ data }) => data.code);

/** Two pages, one above the other; each has a popup of the same cloud function. */
async function openTwoPages() {
  const below = await openLeavingPage();
  const above = await openLeavingPage(undefined, undefined, below.phone);
  return { below, above };
}

/** The user reaches the page below, and opens its popup. */
async function show(scene) {
  scene.show();
  await settled();
}

test('a popup below takes over the call of a popup whose page was left', async () => {
  const { below, above } = await openTwoPages();
  above.authorize();
  leave(above);
  await show(below);
  assert.equal(below.shown.state, 'verifying', 'the user is not asked again');
  below.wx.answer(VERIFIED);
  assert.deepEqual([verified(below), verified(above)], [[VERIFIED_DETAIL], []]);
  assert.equal(below.page.data.isShown, false);
  assert.deepEqual(below.phone.console, []);
});

test('a popup below offers the code that a popup whose page was left has kept', async () => {
  const { below, above } = await openTwoPages();
  above.authorize();
  above.wx.answer(UNDEPLOYED);
  leave(above);
  await show(below);
  assert.deepEqual([below.shown.state, below.shown.buttonText], ['failed', '重试']);
  below.tapAllow();
  assert.deepEqual(codes(below), [CODE, CODE]);
});

test('a popup takes over what another one holds whose user has left it, while its page is still there', async () => {
  const { below, above } = await openTwoPages();
  below.authorize();
  below.tapReject();
  await show(above);
  assert.equal(above.shown.state, 'verifying');
  below.wx.answer(VERIFIED);
  assert.deepEqual([verified(above), verified(below)], [[VERIFIED_DETAIL], []]);
  await show(below);
  assert.equal(below.shown.state, 'prompting', 'the other one begins anew');
});

test('a number that waits in a popup of another page is handed over once', async () => {
  const { below, above } = await openTwoPages();
  below.authorize();
  below.tapReject();
  below.wx.answer(VERIFIED);
  assert.deepEqual(verified(below), [], 'the user has left');
  await show(above);
  assert.deepEqual([verified(above), verified(below)], [[VERIFIED_DETAIL], []]);
  await show(below);
  assert.equal(below.shown.state, 'prompting');
});

test('a popup that has a code of its own keeps it, whatever another one has', async () => {
  const { below, above } = await openTwoPages();
  below.authorize();
  below.wx.answer(UNDEPLOYED);
  above.authorize({ ...ALLOWED, code: 'code-of-above' });
  leave(above);
  below.tapReject();
  await show(below);
  assert.deepEqual([below.shown.state, below.shown.buttonText], ['failed', '重试']);
  below.tapAllow();
  assert.deepEqual(codes(below), [CODE, 'code-of-above', CODE]);
});

test('a popup whose call gave no number after its page was left is not taken over', async () => {
  const { below, above } = await openTwoPages();
  below.authorize(DENIED);
  below.tapReject();
  above.authorize();
  leave(above);
  below.wx.answer(EXPIRED);
  await show(below);
  assert.equal(below.shown.state, 'prompting');
  assert.notEqual(below.shown.otherLoginButton, '', 'the popup below is the same, and knows of the refusal');
});

test('a page that verifies hears of its exchange although another popup is shown meanwhile', async () => {
  const below = await openLeavingPage('');
  const above = await openLeavingPage('', undefined, below.phone);
  below.authorize();
  below.tapReject();
  await show(above);
  assert.equal(above.shown.state, 'prompting');
  below.popup.instance.endVerification(CODE, VERIFIED);
  assert.equal(below.shown.state, 'verified');
});

test('a popup that another one has nothing to give asks by itself', async () => {
  const { below, above } = await openTwoPages();
  below.authorize(DENIED);
  below.tapReject();
  await show(above);
  assert.equal(above.shown.state, 'prompting');
  await show(below);
  assert.notEqual(below.shown.otherLoginButton, '', 'what the other one knew is still there');
});

test('a popup of another cloud function takes nothing over', async () => {
  const below = await openLeavingPage('cloud-function="anotherFunction"');
  const above = await openLeavingPage(undefined, undefined, below.phone);
  above.authorize();
  leave(above);
  await show(below);
  assert.equal(below.shown.state, 'prompting');
});

test('after a log-out nobody gets what waits, in whichever popup', async () => {
  const { below, above } = await openTwoPages();
  above.authorize();
  leave(above);
  below.phone.require('/phone-login/index').forget();
  below.wx.answer(VERIFIED);
  await show(below);
  assert.equal(below.shown.state, 'prompting');
  assert.deepEqual([verified(below), verified(above)], [[], []]);
});

test('shown, hidden and shown again at once while a number waits: every event in its order, and the popup is there', async () => {
  const scene = await openLeavingPage();
  scene.authorize();
  scene.tapReject();
  scene.wx.answer(VERIFIED);
  for (const isShown of [true, false, true]) scene.page.instance.setData({ isShown });
  await settled();
  assert.deepEqual(verified(scene), [VERIFIED_DETAIL]);
  const names = scene.popup.triggered
    .map(({ name }) => name)
    .filter((name) => !/^[a-z]+$/.test(name) || name === 'close');
  const since = names.slice(names.lastIndexOf('close'));
  assert.deepEqual(since, ['close', 'phoneNumberVerified', 'phoneNumberStateChange', 'phoneNumberStateChange']);
  assert.deepEqual([scene.shown.state, scene.shown.showPhonePopup, scene.page.data.isShown], ['prompting', true, true]);
});

test('an answer that comes at once is not lost where the page takes the popup away in a handler', async () => {
  const onState = ({ detail: { state } }) => {
    if (state === 'verifying') scene.page.instance.setData({ isThere: false, isShown: false });
  };
  const attributes = 'cloud-function="decryptPhoneNumber" bind:phoneNumberStateChange="onState"';
  const scene = await openLeavingPage(attributes, { onState });
  scene.show();
  scene.tapAllow();
  const { cloud } = scene.wx.global;
  cloud.callFunction = ({ success }) => success({ result: VERIFIED });
  scene.deliver(ALLOWED);
  scene.page.instance.setData({ isThere: true });
  await settled();
  await show(scene);
  assert.deepEqual(verified(scene), [VERIFIED_DETAIL]);
});

test('a code that comes as the page takes the popup away in a handler is sent, and its number reaches the next one', async () => {
  const onState = ({ detail: { state } }) => {
    if (state !== 'authorizing') return;
    scene.deliver(ALLOWED);
    scene.page.instance.setData({ isThere: false, isShown: false });
  };
  const attributes = 'cloud-function="decryptPhoneNumber" bind:phoneNumberStateChange="onState"';
  const scene = await openLeavingPage(attributes, { onState });
  scene.show();
  scene.tapAllow();
  assert.deepEqual(codes(scene), [CODE]);
  scene.wx.answer(VERIFIED);
  await comeBack(scene);
  await show(scene);
  assert.deepEqual(verified(scene), [VERIFIED_DETAIL]);
});

test('asking what a popup holds, at whatever time, changes nothing and fails nothing', async () => {
  const { below } = await openTwoPages();
  const { PhonePopup } = below.phone.require('/phone-login/index');
  const popup = new PhonePopup({ cloudFunction: 'decryptPhoneNumber' });
  const odd = [undefined, null, Number.NaN, Number.POSITIVE_INFINITY, 10n, '5', {}, -1];
  assert.deepEqual(
    new Set(odd.map((value) => popup.holds({ cloudFunction: 'decryptPhoneNumber' }, value))),
    new Set([false]),
  );
  popup.dispatch({ type: 'authorized', event: { detail: ALLOWED } }, 0);
  assert.deepEqual(new Set(odd.map((value) => popup.holds({ cloudFunction: value }, 0))), new Set([false]));
  assert.deepEqual([popup.holds({ cloudFunction: 'decryptPhoneNumber' }, 0), popup.view.state], [true, 'verifying']);
});

test('a component that is shown as it comes takes over what another one holds that nobody sees', async () => {
  const { below, above } = await openTwoPages();
  leave(above);
  below.authorize();
  below.tapReject();
  above.page.instance.setData({ isThere: true, isShown: true });
  await settled();
  assert.equal(above.shown.state, 'verifying', 'the user is not asked to pay again');
});

test('of what two popups left, the first comes first', async () => {
  const { below, above } = await openTwoPages();
  below.authorize();
  above.authorize({ ...ALLOWED, code: 'code-of-above' });
  leave(above);
  leave(below);
  const [first] = above.wx.calls.slice(-1);
  first.success({ result: UNDEPLOYED });
  await comeBack(below);
  await show(below);
  assert.equal(below.shown.state, 'failed', 'it has the code of the popup above, which gave no number');
});

test('what a user does before the popup is loaded is told after the show, also where it is taken over', async () => {
  const scene = await openLeavingPage();
  scene.authorize();
  leave(scene);
  scene.page.instance.setData({ isThere: true, isShown: true });
  scene.popup.instance.onPhoneReject();
  await settled();
  assert.deepEqual(scene.triggered('close'), [{ visible: false, reason: 'user_cancelled' }]);
});
