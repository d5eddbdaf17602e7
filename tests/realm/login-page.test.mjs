/** The page that opens first: a login that is made on the server, a session that is kept, and a way out. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Phone, settled } from '../support/realm/phone.mjs';
import { ALLOWED, CODE, DENIED, EXPIRED, MASKED, NUMBER, VERIFIED } from '../support/realm/samples.mjs';
import { loaded, Scene } from '../support/realm/scene.mjs';

const ROUTE = '/pages/login/login';
const SESSION = 'session';

/** What `phoneLogin` replies to a code, to `renew`, and to `renew` of somebody who is no user. */
const SAID = { idempotent: true, version: '0.2.0' };
const USER = { id: 'u1', isNew: true };
const LOGGED_IN = { success: true, maskedNumber: MASKED, countryCode: '86', user: USER, token: 'first.token', ...SAID };
const RENEWED = { success: true, user: { id: 'u1', isNew: false }, token: 'second.token', ...SAID };
const LOGGED_OUT = { success: false, errCode: 401, error: '请先登录', reason: 'login_required', ...SAID };

const FIRST = { token: 'first.token', user: USER, maskedNumber: MASKED };
const SECOND = { token: 'second.token', user: { id: 'u1', isNew: false }, maskedNumber: MASKED };

/** A phone on which the page has been opened; `kept` is what its storage holds. */
async function openLogin({ kept, without = [] } = {}) {
  const phone = new Phone();
  const { wx } = phone;
  wx.global.removeStorageSync = (key) => void wx.storage.delete(key);
  for (const name of without) delete wx.global[name];
  if (kept) wx.storage.set(SESSION, kept);
  phone.launch();
  const scene = new Scene(phone, phone.openPage(ROUTE));
  await loaded(scene);
  return scene;
}

/** What the page shows of the session, and what is kept of it. */
const sessionOf = ({ page, wx }) => {
  const { isLoggedIn, maskedNumber } = page.data;
  return { isLoggedIn, maskedNumber, kept: wx.storage.get(SESSION) };
};

const NOBODY = { isLoggedIn: false, maskedNumber: '', kept: undefined };
const known = (kept) => ({ isLoggedIn: true, maskedNumber: MASKED, kept });

test('it is the page that opens first', () => {
  assert.equal(`/${new Phone().files.json('/app.json').pages[0]}`, ROUTE);
});

test('a user who allows is logged in by the server, and only what it said is kept', async () => {
  const scene = await openLogin();
  assert.deepEqual(scene.wx.called, [], 'nobody to renew');
  scene.authorize();
  assert.deepEqual(scene.wx.called, [{ name: 'phoneLogin', data: { code: CODE } }]);
  scene.wx.answer(LOGGED_IN);
  assert.deepEqual(sessionOf(scene), known(FIRST));
  assert.deepEqual([scene.page.data.showPhonePopup, scene.shown.showPhonePopup], [false, false]);
  assert.deepEqual(scene.toasts, ['手机号获取成功']);
  assert.deepEqual([scene.phone.console, scene.phone.clock.running], [[], 0]);
});

test('a full number that a function replies with is neither shown nor kept', async () => {
  const scene = await openLogin();
  scene.authorize();
  scene.wx.answer(VERIFIED);
  assert.equal(scene.page.data.maskedNumber, MASKED);
  assert.ok(!scene.traces.includes(NUMBER));
});

test('a call without an answer is made again after six seconds, because the function is idempotent', async () => {
  const scene = await openLogin();
  scene.authorize();
  scene.phone.clock.pass(5999);
  assert.equal(scene.wx.calls.length, 1);
  scene.phone.clock.pass(1);
  assert.deepEqual(scene.wx.called[1], scene.wx.called[0]);
  scene.wx.answer(LOGGED_IN);
  assert.deepEqual(sessionOf(scene), known(FIRST));
});

test('a refusal and a failure log nobody in, and each is told', async () => {
  const scene = await openLogin();
  scene.authorize(DENIED);
  assert.equal(scene.shown.status, '没关系，可换其他方式登录，或稍后再来');
  scene.tapAllow();
  scene.deliver(ALLOWED);
  scene.wx.answer(EXPIRED);
  assert.equal(scene.shown.status, '本次授权已失效，重新授权即可继续');
  assert.deepEqual([sessionOf(scene), scene.toasts], [NOBODY, []]);
});

test('a popup that was closed opens again', async () => {
  const scene = await openLogin();
  for (const round of [1, 2]) {
    scene.show();
    assert.equal(scene.shown.state, 'prompting', `round ${round}`);
    scene.tapReject();
    assert.equal(scene.page.data.showPhonePopup, false);
  }
});

test('a user who comes back is known at once, and the session is renewed without a code', async () => {
  const scene = await openLogin({ kept: FIRST });
  assert.deepEqual(sessionOf(scene), known(FIRST));
  assert.deepEqual(scene.wx.called, [{ name: 'phoneLogin', data: { action: 'renew' } }]);
  scene.wx.answer(RENEWED);
  assert.deepEqual(sessionOf(scene), known(SECOND));
});

test('a user whom the server does not know any more is logged out', async () => {
  const scene = await openLogin({ kept: FIRST });
  scene.wx.answer(LOGGED_OUT);
  assert.deepEqual(sessionOf(scene), NOBODY);
});

for (const [what, answer] of Object.entries({
  'does not come through': (wx) => wx.fail({ errMsg: 'cloud.callFunction:fail request:fail' }),
  'fails on the server': (wx) => wx.answer({ success: false, errCode: -1, error: '系统繁忙', ...SAID }),
  'is answered by an older function': (wx) => wx.answer({ success: false, errCode: 40097, error: '参数错误' }),
  'is answered by nothing': (wx) => wx.answer(undefined),
})) {
  test(`a renewal that ${what} logs nobody out`, async () => {
    const scene = await openLogin({ kept: FIRST });
    answer(scene.wx);
    assert.deepEqual(sessionOf(scene), known(FIRST));
    assert.deepEqual(scene.phone.console, []);
  });
}

test('who logs out is nobody, and stays it when the renewal comes late', async () => {
  const scene = await openLogin({ kept: FIRST });
  scene.page.handle('logOut', {});
  assert.deepEqual(sessionOf(scene), NOBODY);
  scene.wx.answer(RENEWED);
  assert.deepEqual(sessionOf(scene), NOBODY);
});

test('a renewal that was asked before another login changes nothing of it', async () => {
  const scene = await openLogin({ kept: SECOND });
  const [renewal] = scene.wx.calls;
  scene.page.handle('logOut', {});
  scene.authorize();
  scene.wx.answer(LOGGED_IN);
  renewal.success({ result: LOGGED_OUT });
  assert.deepEqual(sessionOf(scene), known(FIRST));
});

test('a log-out drops the login that waits for the next opening', async () => {
  const waiting = await openLogin();
  const forgotten = await openLogin();
  for (const scene of [waiting, forgotten]) {
    scene.authorize();
    scene.tapReject(); // The user leaves the exchange.
    scene.wx.answer(LOGGED_IN);
    assert.deepEqual(sessionOf(scene), NOBODY);
  }
  forgotten.page.handle('logOut', {});
  for (const scene of [waiting, forgotten]) scene.show();
  await settled();
  assert.deepEqual(sessionOf(waiting), known(FIRST), 'without a log-out it waits for the next opening');
  assert.deepEqual(sessionOf(forgotten), NOBODY);
});

test('a phone without storage logs in and out all the same', async () => {
  const scene = await openLogin({ without: ['getStorageSync', 'setStorageSync', 'removeStorageSync'] });
  scene.authorize();
  scene.wx.answer(LOGGED_IN);
  assert.equal(scene.page.data.isLoggedIn, true);
  scene.page.handle('logOut', {});
  assert.equal(scene.page.data.isLoggedIn, false);
  assert.ok(!JSON.stringify(scene.phone.console).includes(CODE));
});
