import assert from 'node:assert/strict';
import { test } from 'node:test';

import { MODULE, Phone, settled } from '../support/realm/phone.mjs';
import { ALLOWED, CODE, DENIED, EXPIRED, MASKED, NUMBER, VERIFIED } from '../support/realm/samples.mjs';
import { comeBack, leave, loaded, openLeavingPage, openOwnPage, Scene } from '../support/realm/scene.mjs';
import { trappingPhone } from './trap.mjs';

const FALLBACK = '/phone-login/wx_phone_login_fallback.js';
const NOT_LOADED = '请升级微信后重试';
const VERIFIED_DETAIL = { phoneNumber: NUMBER, countryCode: '86', maskedNumber: MASKED };
const errors = ({ console }) => console.filter(([level]) => level === 'error').map(([, error]) => error);

async function open(options) {
  const { phone, traps } = trappingPhone(options);
  return { phone, traps, phoneLogin: await phone.ready() };
}

/** The page of the mini-program on a phone whose module can trap. */
async function openTrapping() {
  const { phone, traps } = trappingPhone();
  phone.launch();
  const scene = new Scene(phone, phone.openPage('/pages/index/index'));
  await loaded(scene);
  return { scene, traps };
}

/** While WeChat is asking the user, the module traps at the next thing that happens. */
async function trapWhileAuthorizing(happen) {
  const { scene, traps } = await openTrapping();
  scene.show();
  scene.tapAllow();
  traps.left.phonepopup_dispatch = 1;
  happen(scene);
  await settled();
  assert.equal(traps.left.phonepopup_dispatch, 0, 'it did trap');
  return scene;
}

const theCodeComes = (scene) => scene.deliver(ALLOWED);
const theTimeIsOver = (scene) => scene.phone.clock.pass(60_000);

const functions = {
  classify: (phoneLogin) => phoneLogin.classify({ detail: ALLOWED }),
  classifyReply: (phoneLogin) => phoneLogin.classifyReply({ result: VERIFIED }),
  notice: (phoneLogin) => phoneLogin.notice('network'),
  maskPhoneNumber: (phoneLogin) => phoneLogin.maskPhoneNumber(NUMBER),
  phonepopup_new: (phoneLogin) => new phoneLogin.PhonePopup({}).view,
};

for (const [name, call] of Object.entries(functions)) {
  test(`${name}: a trap is answered by the fallback, with the same answer`, async () => {
    const { phone, traps, phoneLogin } = await open();
    const expected = JSON.stringify(call(phoneLogin));
    traps.left[name] = 1;
    assert.equal(JSON.stringify(call(phoneLogin)), expected);
    assert.equal(traps.left[name], 0, 'it did trap');
    assert.equal((await phoneLogin.ready()).backend, 'js');
    assert.match(errors(phone).join(), /unreachable/, 'the developer is told');
  });
}

test('a popup whose module trapped throws, and so does every other one of that module', async () => {
  const { traps, phoneLogin } = await open();
  const [one, other] = [new phoneLogin.PhonePopup({}), new phoneLogin.PhonePopup({})];
  traps.left.phonepopup_dispatch = 1;
  assert.throws(() => one.dispatch({ type: 'show' }, 0), /unreachable/);
  for (const popup of [one, other]) {
    assert.throws(() => popup.dispatch({ type: 'show' }, 0), /module of this PhonePopup has failed/);
    assert.throws(() => popup.view, /module of this PhonePopup has failed/);
    assert.doesNotThrow(() => popup.free());
  }
  assert.equal(new phoneLogin.PhonePopup({}).dispatch({ type: 'show' }, 0).patch.state, 'prompting');
});

test("a trap as a popup is freed is nobody's error, and the next popup works", async () => {
  const { traps, phoneLogin } = await open();
  const popup = new phoneLogin.PhonePopup({});
  traps.left.__wbg_phonepopup_free = 1;
  assert.doesNotThrow(() => popup.free());
  assert.equal(traps.left.__wbg_phonepopup_free, 0);
  assert.equal((await phoneLogin.ready()).backend, 'js');
});

test('a popup that was freed says so, and may be freed again', async () => {
  const { phone, phoneLogin } = await open();
  const popup = new phoneLogin.PhonePopup({});
  popup.free();
  assert.doesNotThrow(() => popup.free());
  assert.throws(() => popup.dispatch({ type: 'show' }, 0), /was freed/);
  assert.equal((await phoneLogin.ready()).backend, 'wasm', 'which is no trap');
  assert.deepEqual(phone.console, []);
});

test('where the fallback is in a subpackage, ready() loads a fresh instance', async () => {
  const { phone, traps, phoneLogin } = await open();
  phone.files.hidden.add(FALLBACK);
  const popup = new phoneLogin.PhonePopup({});
  traps.left.phonepopup_dispatch = 1;
  assert.throws(() => popup.dispatch({ type: 'show' }, 0), /unreachable/);
  assert.throws(() => phoneLogin.classify({}), /ready/);
  assert.equal((await phoneLogin.ready()).backend, 'wasm');
  assert.equal(traps.made, 2);
  assert.equal(phoneLogin.maskPhoneNumber(NUMBER), '138****8000');
  assert.throws(() => popup.dispatch({ type: 'show' }, 0), /has failed/, 'the popup of the former instance stays dead');
});

test('the memory of a module overwritten in the middle of its life is one failure, not the end', async () => {
  const phone = new Phone({ backend: 'wasm' });
  const phoneLogin = await phone.ready();
  const popup = new phoneLogin.PhonePopup({});
  new Uint8Array(phone.wasm.instances[0].exports.memory.buffer).fill(0xff);
  assert.throws(() => popup.dispatch({ type: 'show' }, 0));
  assert.equal((await phoneLogin.ready()).backend, 'js');
  assert.equal(new phoneLogin.PhonePopup({}).dispatch({ type: 'show' }, 0).patch.state, 'prompting');
});

test('a code whose event trapped is not lost: the next module takes it', async () => {
  const scene = await trapWhileAuthorizing(theCodeComes);
  assert.deepEqual(scene.wx.called, [{ name: 'decryptPhoneNumber', data: { code: CODE } }]);
  scene.wx.answer(VERIFIED);
  assert.deepEqual([scene.logins, scene.toasts], [[NUMBER], ['手机号获取成功']]);
  assert.equal(scene.page.data.showPhonePopup, false);
});

test('a code whose event trapped is not lost where the component leaves before the next module is there', async () => {
  const { phone, traps } = trappingPhone();
  const scene = await openLeavingPage(undefined, undefined, phone);
  scene.show();
  scene.tapAllow();
  traps.left.phonepopup_dispatch = 1;
  scene.deliver(ALLOWED);
  leave(scene);
  await settled();
  assert.deepEqual(scene.wx.called, [{ name: 'decryptPhoneNumber', data: { code: CODE } }]);
  scene.wx.answer(VERIFIED);
  await comeBack(scene);
  scene.show();
  await settled();
  assert.deepEqual(scene.triggered('phoneNumberVerified'), [VERIFIED_DETAIL]);
  const set = scene.page.created.flatMap(({ setDataCalls }) => setDataCalls);
  assert.ok(set.every(({ isAttached }) => isAttached));
});

test('a trap while nothing is at stake is not noticed', async () => {
  const { scene, traps } = await openTrapping();
  scene.show();
  traps.left.phonepopup_dispatch = 1;
  scene.tapAllow();
  await settled();
  assert.deepEqual([scene.shown.state, scene.toasts], ['authorizing', []]);
});

test('a trap as the popup is shown is not noticed', async () => {
  const { scene, traps } = await openTrapping();
  traps.left.phonepopup_dispatch = 1;
  scene.show();
  await settled();
  assert.deepEqual([scene.shown.state, scene.shown.showPhonePopup, scene.toasts], ['prompting', true, []]);
});

test('a trap while WeChat asks gives the button back, and what WeChat answers then counts', async () => {
  const scene = await trapWhileAuthorizing(theTimeIsOver);
  assert.deepEqual([scene.shown.state, scene.shown.openType, scene.toasts], ['prompting', 'getPhoneNumber', []]);
  scene.deliver(DENIED);
  assert.deepEqual([scene.shown.state, scene.toasts], ['rejected', ['需要授权手机号才能使用']]);
});

/** A page of one's own on a phone whose module traps; its popup verifies, and its code is under way. */
async function verifyingWithTraps() {
  const { phone, traps } = trappingPhone();
  const scene = await openLeavingPage(undefined, undefined, phone);
  scene.authorize();
  traps.left.phonepopup_dispatch = 1;
  return { scene, traps };
}

test('a trap that loses a code is told plainly, with a way on', async () => {
  const { scene } = await verifyingWithTraps();
  scene.phone.clock.pass(30_000);
  await settled();
  assert.deepEqual([scene.shown.state, scene.shown.openType], ['failed', 'getPhoneNumber']);
  assert.deepEqual(
    scene.triggered('phoneNumberReject').map(({ reason }) => reason),
    ['internal'],
  );
  assert.equal(scene.shown.status, '服务出了点小问题，请点「重试」');
  scene.tapAllow();
  scene.deliver(ALLOWED);
  scene.wx.answer(VERIFIED);
  assert.deepEqual(scene.triggered('phoneNumberVerified'), [VERIFIED_DETAIL]);
});

test('a number on whose answer the module traps is not lost', async () => {
  const { scene, traps } = await verifyingWithTraps();
  scene.wx.answer(VERIFIED);
  await settled();
  assert.equal(traps.left.phonepopup_dispatch, 0, 'it did trap');
  assert.deepEqual(scene.triggered('phoneNumberVerified'), [VERIFIED_DETAIL]);
  assert.deepEqual([scene.shown.state, scene.toasts], ['verified', ['手机号获取成功']]);
});

test('a number on whose answer the module traps after the component left waits for the next one', async () => {
  const { scene, traps } = await verifyingWithTraps();
  traps.left.phonepopup_dispatch = 0;
  leave(scene);
  traps.left.phonepopup_dispatch = 1;
  scene.wx.answer(VERIFIED);
  assert.equal(traps.left.phonepopup_dispatch, 0, 'it did trap');
  await comeBack(scene);
  assert.deepEqual(scene.triggered('phoneNumberVerified'), []);
  scene.show();
  await settled();
  assert.deepEqual(scene.triggered('phoneNumberVerified'), [VERIFIED_DETAIL]);
});

test('a number that the lost popup had asked for counts when it comes', async () => {
  const { scene } = await verifyingWithTraps();
  scene.phone.clock.pass(30_000);
  await settled();
  assert.equal(scene.shown.state, 'failed');
  scene.wx.answer(VERIFIED);
  assert.deepEqual([scene.shown.state, scene.triggered('phoneNumberVerified')], ['verified', [VERIFIED_DETAIL]]);
});

test('a number that a lost popup had asked for counts even where its component has taken over another popup since', async () => {
  const { scene, traps } = await verifyingWithTraps();
  const [call] = scene.wx.calls;
  scene.phone.clock.pass(30_000);
  await settled();
  assert.equal(traps.left.phonepopup_dispatch, 0, 'it did trap');
  scene.tapReject();
  const other = await openLeavingPage(undefined, undefined, scene.phone);
  other.authorize();
  leave(other);
  scene.show();
  await settled();
  assert.equal(scene.shown.state, 'verifying', 'it waits for the call of the other one');
  call.success({ result: VERIFIED });
  assert.deepEqual([scene.shown.state, scene.triggered('phoneNumberVerified')], ['verified', [VERIFIED_DETAIL]]);
});

test('a failure on which the module traps is told as what it is', async () => {
  const { scene } = await verifyingWithTraps();
  scene.wx.answer(EXPIRED);
  await settled();
  assert.deepEqual(
    scene.triggered('phoneNumberReject').map(({ reason }) => reason),
    ['code_invalid'],
  );
});

test('a failure of the popup that was lost is not taken for one of the next', async () => {
  const { phone, traps } = trappingPhone();
  const scene = await openOwnPage('cloud-function="decryptPhoneNumber"', {}, phone);
  scene.authorize();
  traps.left.phonepopup_dispatch = 1;
  phone.clock.pass(30_000);
  await settled();
  assert.deepEqual([scene.shown.state, traps.left.phonepopup_dispatch], ['failed', 0]);
  scene.tapAllow();
  scene.deliver(ALLOWED);
  assert.equal(scene.wx.calls.length, 2);
  scene.wx.calls[0].success({ result: EXPIRED });
  assert.equal(scene.shown.state, 'verifying');
  scene.wx.answer(VERIFIED);
  assert.equal(scene.shown.state, 'verified');
});

test('a module that traps on and on ends in one plain failure, and can be tried again', async () => {
  const scene = await openWithBrokenModules();
  scene.show();
  scene.tapAllow();
  scene.deliver(ALLOWED);
  await settled();
  assert.equal(scene.toasts.at(-1), NOT_LOADED);
  assert.equal(scene.page.data.showPhonePopup, false);
  assert.deepEqual(scene.triggered('close'), [{ visible: false, reason: 'unsupported' }]);
  assert.ok(scene.toasts.length <= 2, scene.toasts.join());
});

/** A page on a phone where every module, wasm or fallback, traps at every event. */
async function openWithBrokenModules() {
  const { phone, traps } = trappingPhone();
  phone.launch();
  const scene = new Scene(phone, phone.openPage('/pages/index/index'));
  await loaded(scene);
  traps.left.phonepopup_dispatch = Infinity;
  const createModule = phone.require(FALLBACK);
  phone.realm.modules.get(FALLBACK).exports = (imports) => ({
    ...createModule(imports),
    phonepopup_dispatch: () => {
      throw new Error('abort');
    },
  });
  return scene;
}

test('the page lives on after a trap: another popup on it works', async () => {
  const scene = await trapWhileAuthorizing(theTimeIsOver);
  scene.tapReject();
  scene.page.instance.setData({ showPhonePopup: false });
  scene.show();
  assert.equal(scene.shown.state, 'prompting');
  assert.equal((await scene.phone.require(MODULE).ready()).backend, 'js');
});

test("a trap as the popup leaves is nobody's error", async () => {
  const { scene, traps } = await openTrapping();
  scene.show();
  traps.left.phonepopup_dispatch = 1;
  scene.popup.detach();
  await settled();
  assert.equal(traps.left.phonepopup_dispatch, 0);
  assert.deepEqual(scene.toasts, []);
  assert.equal(scene.phone.clock.running, 0);
});

test('no code and no number is in what the developer is told of a trap', async () => {
  const scene = await trapWhileAuthorizing(theCodeComes);
  assert.ok(errors(scene.phone).length > 0);
  assert.ok(!scene.traces.includes(CODE));
});
