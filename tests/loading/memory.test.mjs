import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Phone } from '../support/realm/phone.mjs';
import { ALLOWED, DENIED, VERIFIED } from '../support/realm/samples.mjs';
import { comeBack, leave, openLeavingPage } from '../support/realm/scene.mjs';

const ROUNDS = 20_000;
const POPUPS = 1_000;
const VISITS = 400;
const denied = { detail: DENIED };
const allowed = { detail: ALLOWED };
const reply = { result: VERIFIED };

/** A module that has allocated once; what it holds then has to do. */
async function warmUp() {
  const phone = new Phone({ backend: 'wasm' });
  const phoneLogin = await phone.ready();
  const popup = new phoneLogin.PhonePopup({});
  live(popup);
  popup.free();
  return { phoneLogin, wasm: phone.wasm, pages: phone.wasm.pages };
}

/** One life of a popup, through every state that holds something. */
function live(popup) {
  popup.dispatch({ type: 'configure', options: { locale: 'en', cloudFunction: 'decryptPhoneNumber' } }, 0);
  popup.dispatch({ type: 'show' }, 0);
  popup.dispatch({ type: 'tap' }, 0);
  popup.dispatch({ type: 'authorized', event: denied }, 0);
  const { effects } = popup.dispatch({ type: 'authorized', event: allowed }, 0);
  const { request } = effects.find(({ type }) => type === 'verify');
  const { patch } = popup.dispatch({ type: 'verified', request, reply }, 0);
  assert.equal(patch.state, 'verified');
}

test('the module takes two pages at most, loaded and used', async () => {
  const phone = new Phone({ backend: 'wasm' });
  await phone.ready();
  assert.ok(phone.wasm.pages <= 2, `${phone.wasm.pages} pages after load`);
  const { pages } = await warmUp();
  assert.ok(pages <= 2, `${pages} pages`);
});

test(`${ROUNDS} rounds with one popup do not grow the memory`, async () => {
  const { phoneLogin, wasm, pages } = await warmUp();
  const popup = new phoneLogin.PhonePopup({});
  for (let round = 0; round < ROUNDS; round++) {
    phoneLogin.classify(round % 2 ? denied : allowed);
    popup.dispatch({ type: round % 2 ? 'tap' : 'authorized', event: denied }, round);
  }
  live(popup);
  assert.equal(wasm.pages, pages);
});

test(`${POPUPS} popups that live and are freed do not grow the memory`, async () => {
  const { phoneLogin, wasm, pages } = await warmUp();
  for (let count = 0; count < POPUPS; count++) {
    const popup = new phoneLogin.PhonePopup({ mode: 'realtime' });
    live(popup);
    popup.free();
  }
  assert.equal(wasm.pages, pages);
});

test('replies, notices and numbers leave nothing behind', async () => {
  const { phoneLogin, wasm, pages } = await warmUp();
  for (let round = 0; round < ROUNDS / 4; round++) {
    phoneLogin.classifyReply(reply);
    phoneLogin.classifyReply({ errMsg: `errCode: 40029 | errMsg: ${'x'.repeat(500)}` });
    phoneLogin.notice('network', { messages: { network: '没有网络' } });
    phoneLogin.maskPhoneNumber('13800138000');
  }
  assert.equal(wasm.pages, pages);
});

/** A page whose popup comes and goes, each time with a call under way; `functions` take turns. */
async function comeAndGo(functions, happen) {
  const scene = await openLeavingPage('cloud-function="{{name}}"', { data: { name: functions[0] } });
  const { wasm, clock } = scene.phone;
  await round(scene, functions, 0, happen);
  const { pages } = wasm;
  for (let count = 1; count < VISITS; count++) await round(scene, functions, count, happen);
  assert.equal(wasm.pages, pages);
  assert.equal(clock.running, 0);
}

async function round(scene, functions, count, happen) {
  scene.page.instance.setData({ name: functions[count % functions.length] });
  await comeBack(scene);
  scene.authorize();
  leave(scene);
  happen(scene);
}

const comings = {
  'that is taken over each time': [['f'], () => {}],
  'that is answered when nobody is there': [['f'], ({ wx }) => wx.answer(VERIFIED)],
  'that another one replaces each time': [['f', 'g'], () => {}],
};

for (const [name, [functions, happen]] of Object.entries(comings)) {
  test(`${VISITS} popups that come and go with a call ${name} do not grow the memory`, () =>
    comeAndGo(functions, happen));
}

test('that a popup is not freed would be seen', async () => {
  const { phoneLogin, wasm, pages } = await warmUp();
  for (let count = 0; count < POPUPS; count++) live(new phoneLogin.PhonePopup({}));
  assert.ok(wasm.pages > pages);
});
