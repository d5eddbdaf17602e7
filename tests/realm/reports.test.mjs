import assert from 'node:assert/strict';
import { test } from 'node:test';

import { MODULE, plain } from '../support/realm/phone.mjs';
import { ALLOWED, BUSY, DENIED, EXPIRED, NUMBER, VERIFIED } from '../support/realm/samples.mjs';
import { openIndex, openOwnPage } from '../support/realm/scene.mjs';

const VERIFIES = 'cloud-function="decryptPhoneNumber"';

const scenes = {
  'where the page verifies': () => openIndex(),
  'where the popup verifies': () => openOwnPage(VERIFIES),
};

/** A user who takes 4 s, and a server that takes 0.7 s. */
function authorizeSlowly(scene) {
  const { clock } = scene.phone;
  scene.show();
  clock.pass(10_000);
  scene.tapAllow();
  clock.pass(4_000);
  scene.deliver(ALLOWED);
  clock.pass(700);
}

const DURATIONS = { authorizationDuration: 4_000, verificationDuration: 700 };

for (const [where, open] of Object.entries(scenes)) {
  test(`${where} a success is counted once, with how long each step took`, async () => {
    const scene = await open();
    authorizeSlowly(scene);
    scene.wx.answer(VERIFIED);
    const data = { timestamp: scene.phone.clock.now, mode: 'quick', ...DURATIONS };
    assert.deepEqual(scene.wx.reports, [{ name: 'phone_number_success', data }]);
  });

  test(`${where} a failed verification is counted once, with how long each step took`, async () => {
    const scene = await open();
    authorizeSlowly(scene);
    scene.wx.answer(EXPIRED);
    const failure = { reason: 'code_invalid', errno: 40029 };
    const data = { timestamp: scene.phone.clock.now, mode: 'quick', ...DURATIONS, ...failure };
    assert.deepEqual(scene.wx.reports, [{ name: 'phone_number_error', data }]);
  });

  test(`${where} a refusal is counted with how long the user was asked`, async () => {
    const scene = await open();
    scene.show();
    scene.tapAllow();
    scene.phone.clock.pass(4_000);
    scene.deliver(DENIED);
    const failure = { authorizationDuration: 4_000, reason: 'user_denied' };
    const data = { timestamp: scene.phone.clock.now, mode: 'quick', ...failure };
    assert.deepEqual(scene.wx.reports, [{ name: 'phone_number_error', data }]);
  });

  test(`${where} a result without a tap is counted without how long the user was asked`, async () => {
    const scene = await open();
    scene.show();
    scene.deliver(ALLOWED);
    scene.wx.answer(VERIFIED);
    const data = { timestamp: scene.phone.clock.now, mode: 'quick', verificationDuration: 0 };
    assert.deepEqual(scene.wx.reports, [{ name: 'phone_number_success', data }]);
  });

  test(`${where} the listener hears what the statistics hear`, async () => {
    const scene = await open();
    const heard = [];
    scene.phone.require(MODULE).onReport((name, data) => void heard.push({ name, data: plain(data) }));
    scene.authorize(DENIED);
    scene.tapAllow();
    scene.deliver(ALLOWED);
    scene.wx.answer(VERIFIED);
    assert.equal(heard.length, 2);
    assert.deepEqual(heard, scene.wx.reports);
  });

  test(`${where} a listener that throws keeps nobody from logging in`, async () => {
    const scene = await open();
    scene.phone.require(MODULE).onReport(() => {
      throw new Error("the listener's own mistake");
    });
    scene.authorize();
    scene.wx.answer(VERIFIED);
    const numbers = scene.triggered('phoneNumberVerified').map(({ phoneNumber }) => phoneNumber);
    assert.deepEqual([...scene.logins, ...numbers], [NUMBER]);
    assert.deepEqual(scene.toasts, ['手机号获取成功']);
  });
}

test('the time of all attempts is the time of the verification', async () => {
  const scene = await openOwnPage(VERIFIES);
  scene.authorize();
  scene.phone.clock.pass(500);
  scene.wx.answer(BUSY);
  scene.phone.clock.pass(1_000);
  scene.phone.clock.pass(500);
  scene.wx.answer(VERIFIED);
  assert.equal(scene.wx.reports.length, 1);
  assert.equal(scene.wx.reports[0].data.verificationDuration, 2_000);
});

test('the mode is that of the button there was', async () => {
  const scene = await openOwnPage('mode="realtime"');
  scene.authorize(DENIED);
  assert.equal(scene.wx.reports[0].data.mode, 'realtime');
});

test('an event happened when it came, however long the ones before it took', async () => {
  const onGet = ({ detail: { code } }) => {
    scene.page.select('#login-popup').instance.endVerification(code, VERIFIED);
    scene.phone.clock.now += 5_000;
  };
  const scene = await openOwnPage('bind:phoneNumberGet="onGet"', { onGet });
  scene.authorize();
  const [{ data }] = scene.wx.reports;
  assert.deepEqual([data.verificationDuration, data.timestamp], [0, scene.phone.clock.now - 5_000]);
});

test('a clock that is set back makes no duration negative', async () => {
  const scene = await openIndex();
  scene.show();
  scene.tapAllow();
  scene.phone.clock.now -= 3_600_000;
  scene.deliver(DENIED);
  assert.equal(scene.wx.reports[0].data.authorizationDuration, 0);
});
