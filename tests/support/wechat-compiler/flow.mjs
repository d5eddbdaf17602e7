/** What a user can do on a page with the popup, wherever its files come from and whatever runs behind it. */
import assert from 'node:assert/strict';

import { ALLOWED, CODE, DENIED, MASKED, NO_QUOTA, NUMBER, VERIFIED } from '../realm/samples.mjs';

/** What a client has to lack for a backend to be used. */
export const BACKENDS = { wasm: [], js: ['WXWebAssembly'] };

/** Courses by what they show; each takes a scene in which nothing has happened yet. */
export const FLOWS = {
  'a user who allows is logged in': allow,
  'a user who refuses reads why, and can still allow': refuse,
  'a used up quota is told, and another way is the large button': exhaust,
};

/** The same for a page with the button, whose number goes nowhere else. */
export const FLOWS_OF_BUTTON = {
  'a user who taps the button and allows is logged in, and can tap again': allowByButton,
  'a user who refuses reads why below the button, and can still allow': refuseByButton,
};

function allow(scene) {
  const { page, phone, wx } = scene;
  assert.equal(page.data.showPhonePopup, false);
  scene.show();
  assert.deepEqual(
    ['prompting', 'getPhoneNumber', true],
    [scene.shown.state, scene.shown.openType, scene.shown.showPhonePopup],
  );
  assert.match(scene.shown.allowButton, /\p{Script=Han}/u, 'the texts of the module are there');
  scene.tapAllow();
  scene.deliver(ALLOWED);
  assert.deepEqual(wx.called, [{ name: 'decryptPhoneNumber', data: { code: CODE } }]);
  wx.answer(VERIFIED);
  assert.deepEqual(scene.logins, [NUMBER]);
  assert.equal(page.data.userPhone, MASKED);
  assert.equal(page.data.showPhonePopup, false);
  assert.deepEqual(scene.toasts, ['手机号获取成功']);
  assert.deepEqual(scene.states, ['prompting', 'authorizing', 'verifying', 'verified']);
  assert.equal(phone.clock.running, 0);
  assert.deepEqual(phone.console, []);
}

function refuse(scene) {
  scene.authorize(DENIED);
  assert.deepEqual(scene.triggered('phoneNumberReject'), [{ reason: 'user_denied', refusals: 1 }]);
  assert.equal(scene.shown.status, '没关系，可换其他方式登录，或稍后再来');
  assert.deepEqual(scene.wx.calls, []);
  scene.tapAllow();
  scene.deliver(ALLOWED);
  scene.wx.answer(VERIFIED);
  assert.deepEqual(scene.logins, [NUMBER]);
  assert.deepEqual(scene.phone.console, []);
}

function exhaust(scene) {
  scene.authorize(NO_QUOTA);
  assert.deepEqual(scene.triggered('phoneNumberQuotaExceeded'), [{}]);
  assert.equal(scene.shown.status, '手机号登录暂不可用，请换其他方式');
  assert.deepEqual([scene.shown.openType, scene.shown.primaryAction], ['', 'other_login']);
  assert.deepEqual([scene.logins, scene.phone.console], [[], []]);
}

const numbers = (scene) => scene.triggered('phoneNumberVerified').map(({ phoneNumber }) => phoneNumber);

function allowByButton(scene) {
  assert.deepEqual([scene.shown.state, scene.shown.openType], ['prompting', 'getPhoneNumber']);
  scene.tapAllow();
  scene.deliver(ALLOWED);
  scene.wx.answer(VERIFIED);
  assert.deepEqual([numbers(scene), scene.shown.state], [[NUMBER], 'verified']);
  scene.phone.clock.pass(2000);
  assert.deepEqual([scene.shown.state, scene.phone.clock.running, scene.phone.console], ['prompting', 0, []]);
}

function refuseByButton(scene) {
  scene.tapAllow();
  scene.deliver(DENIED);
  assert.equal(scene.shown.status, '没关系，可换其他方式登录，或稍后再来');
  scene.tapAllow();
  scene.deliver(ALLOWED);
  scene.wx.answer(VERIFIED);
  assert.deepEqual([numbers(scene), scene.phone.console], [[NUMBER], []]);
}
