import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ALLOWED, BUSY, CODE, EXPIRED, NUMBER, RATE_LIMITED, UNDEPLOYED, VERIFIED } from '../support/realm/samples.mjs';
import { openIndex, openOwnPage } from '../support/realm/scene.mjs';

const SECOND = 1000;
const FIVE_MINUTES = 5 * 60 * SECOND;
const open = (more = '') => openOwnPage(`cloud-function="decryptPhoneNumber" ${more}`);
const sent = ({ wx }) => wx.called.map(({ data }) => data.code);
const button = ({ shown: { countdown, buttonText, openType, disabled } }) => [
  `${countdown || ''}${buttonText}`,
  openType,
  disabled,
];

test('a busy server is asked three times with the same code, after one and three seconds', async () => {
  const scene = await open();
  const { clock } = scene.phone;
  scene.authorize();
  for (const pause of [1, 3]) {
    scene.wx.answer(BUSY);
    const { length } = scene.wx.calls;
    clock.pass(pause * SECOND - 1);
    assert.equal(scene.wx.calls.length, length, 'not before');
    clock.pass(1);
    assert.equal(scene.wx.calls.length, length + 1);
  }
  scene.wx.answer(BUSY);
  clock.pass(FIVE_MINUTES);
  assert.deepEqual(sent(scene), [CODE, CODE, CODE]);
});

test('while it waits the button counts the seconds down and cannot be tapped', async () => {
  const scene = await open();
  scene.authorize();
  scene.wx.answer(BUSY);
  scene.phone.clock.pass(SECOND);
  scene.wx.answer(BUSY);
  const seen = [];
  for (let second = 0; second < 3; second++) {
    seen.push(button(scene));
    scene.phone.clock.pass(SECOND);
  }
  assert.deepEqual(
    seen,
    [3, 2, 1].map((left) => [`${left} 秒后自动重试`, '', true]),
  );
  assert.deepEqual(button(scene), ['正在验证…', '', true]);
});

test('a number that comes at the second attempt is as good as one at the first', async () => {
  const scene = await open();
  scene.authorize();
  scene.wx.answer(BUSY);
  scene.phone.clock.pass(SECOND);
  scene.wx.answer(VERIFIED);
  assert.deepEqual(
    scene.triggered('phoneNumberVerified').map(({ phoneNumber }) => phoneNumber),
    [NUMBER],
  );
  assert.deepEqual(scene.triggered('phoneNumberReject'), []);
  assert.deepEqual(scene.toasts, ['手机号获取成功']);
  assert.deepEqual(
    scene.wx.reports.map(({ name }) => name),
    ['phone_number_success'],
  );
  assert.equal(scene.phone.clock.running, 0);
});

test('after the limit of a minute the code is sent again when the minute is over', async () => {
  const scene = await open();
  scene.authorize();
  scene.wx.answer(RATE_LIMITED);
  assert.deepEqual(button(scene), ['60 秒后自动重试', '', true]);
  scene.phone.clock.pass(59 * SECOND);
  assert.deepEqual(button(scene), ['1 秒后自动重试', '', true]);
  assert.equal(scene.wx.calls.length, 1);
  scene.phone.clock.pass(SECOND);
  assert.deepEqual(sent(scene), [CODE, CODE]);
});

test('seconds in which the mini-program was frozen count as well', async () => {
  const scene = await open();
  scene.authorize();
  scene.wx.answer(RATE_LIMITED);
  scene.phone.clock.now += 50 * SECOND;
  scene.phone.clock.pass(0);
  assert.deepEqual(button(scene), ['10 秒后自动重试', '', true]);
});

test('a call that is not answered in time is made once more, and then ends', async () => {
  const scene = await open();
  scene.authorize();
  scene.phone.clock.pass(20 * SECOND - 1);
  assert.deepEqual(button(scene), ['正在验证…', '', true]);
  scene.phone.clock.pass(1 + SECOND);
  assert.equal(scene.wx.calls.length, 2);
  scene.phone.clock.pass(20 * SECOND);
  assert.deepEqual(scene.triggered('phoneNumberReject'), [{ reason: 'timeout' }]);
  assert.deepEqual(button(scene), ['重试', '', false]);
});

test('the answer to any of the calls is the answer', async () => {
  const scene = await open();
  scene.authorize();
  scene.phone.clock.pass(21 * SECOND);
  scene.wx.calls[0].success({ result: VERIFIED });
  assert.equal(scene.triggered('phoneNumberVerified').length, 1);
  scene.wx.calls[1].success({ result: EXPIRED });
  assert.equal(scene.shown.state, 'verified');
  assert.deepEqual(scene.triggered('phoneNumberReject'), []);
});

test('what a developer has to mend is sent again on a tap, without asking the user again', async () => {
  const scene = await open();
  scene.authorize();
  scene.wx.answer(UNDEPLOYED);
  assert.deepEqual(scene.triggered('phoneNumberReject'), [{ reason: 'function_missing', errno: -501000 }]);
  assert.deepEqual(button(scene), ['重试', '', false]);
  scene.tapAllow();
  assert.deepEqual(sent(scene), [CODE, CODE]);
  scene.wx.answer(VERIFIED);
  assert.equal(scene.triggered('phoneNumberVerified').length, 1);
});

test('a code that is used up is never sent again', async () => {
  const scene = await open();
  scene.authorize();
  scene.wx.answer(EXPIRED);
  assert.deepEqual(button(scene), ['重新授权', 'getPhoneNumber', false]);
  scene.phone.clock.pass(FIVE_MINUTES);
  scene.tapAllow();
  assert.deepEqual(sent(scene), [CODE]);
});

test('five minutes after the tap the button asks for another authorization', async () => {
  const scene = await open();
  scene.show();
  scene.tapAllow();
  scene.phone.clock.pass(50 * SECOND);
  scene.deliver(ALLOWED);
  scene.wx.answer(UNDEPLOYED);
  scene.phone.clock.pass(250 * SECOND - 1);
  assert.deepEqual(button(scene), ['重试', '', false]);
  scene.phone.clock.pass(1);
  assert.deepEqual(button(scene), ['', 'getPhoneNumber', false]);
  assert.equal(scene.phone.clock.running, 0);
});

test('a popup that is closed while it waits sends nothing any more, and keeps the code for later', async () => {
  const scene = await open();
  scene.authorize();
  scene.wx.answer(BUSY);
  scene.tapReject();
  assert.equal(scene.phone.clock.running, 0);
  scene.phone.clock.pass(10 * SECOND);
  assert.deepEqual(sent(scene), [CODE]);
  assert.deepEqual(scene.toasts, [], 'who closed it is not told any more');
  scene.show();
  assert.deepEqual(button(scene), ['重试', '', false]);
  scene.tapAllow();
  assert.deepEqual(sent(scene), [CODE, CODE]);
});

test('a popup that was closed while it called says nothing of a failure', async () => {
  const scene = await open();
  scene.authorize();
  scene.tapReject();
  scene.wx.answer(BUSY);
  scene.phone.clock.pass(10 * SECOND);
  assert.deepEqual([scene.toasts, sent(scene)], [[], [CODE]]);
});

test('where the page verifies nothing is sent again by itself', async () => {
  const scene = await openIndex();
  scene.authorize();
  scene.wx.answer(BUSY);
  scene.phone.clock.pass(10 * SECOND);
  assert.deepEqual(sent(scene), [CODE]);
});

test('where the page verifies a tap hands it the same code again, and it logs in once', async () => {
  const scene = await openIndex();
  scene.authorize();
  scene.wx.answer(BUSY);
  assert.deepEqual(button(scene), ['重试', '', false]);
  scene.tapAllow();
  assert.deepEqual(scene.triggered('phoneNumberGet'), [{ code: CODE }, { code: CODE }]);
  scene.wx.answer(VERIFIED);
  assert.deepEqual([sent(scene), scene.logins], [[CODE, CODE], [NUMBER]]);
});
