/** A bundler gives the pages a copy of the module beside the one of the component: what it is told is not lost. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { miniprogram } from '../support/realm/package-files.mjs';
import { Phone, plain } from '../support/realm/phone.mjs';
import { CODE, VERIFIED } from '../support/realm/samples.mjs';
import { openOwnPage } from '../support/realm/scene.mjs';

const COPY = '/bundled/phone-login/index';

/** A page with the popup, in an app with two copies of the module; gives the one that is not the popup's. */
async function openBeside(attributes) {
  const phone = new Phone({ folders: { ...miniprogram, '/bundled/': miniprogram['/'] } });
  phone.app = {};
  const copy = phone.require(COPY);
  return { copy, scene: await openOwnPage(attributes, {}, phone) };
}

test('the popup asks an exchange that another copy has registered', async () => {
  const { copy, scene } = await openBeside('exchange="own"');
  const sent = [];
  copy.registerExchange('own', (data, answer) => {
    sent.push(plain(data));
    answer(VERIFIED);
  });
  scene.authorize();
  assert.deepEqual(sent, [{ code: CODE, mode: 'quick' }]);
  assert.equal(scene.triggered('login').length, 1);
});

test('forget() of another copy drops what the popup holds', async () => {
  const { copy, scene } = await openBeside('cloud-function="phoneLogin"');
  scene.authorize();
  scene.tapReject();
  scene.wx.answer(VERIFIED);
  copy.forget();
  scene.show();
  assert.deepEqual(scene.triggered('login'), []);
});

test('a listener that another copy was given hears of every outcome', async () => {
  const { copy, scene } = await openBeside('cloud-function="phoneLogin"');
  const heard = [];
  copy.onReport((name) => heard.push(name));
  scene.authorize();
  scene.wx.answer(VERIFIED);
  assert.equal(heard.length, 1);
});

test('a copy that is loaded before there is an app works by itself', async () => {
  const phone = new Phone();
  const { registerExchange } = phone.require('/phone-login/index');
  let asked = 0;
  registerExchange('own', () => {
    asked += 1;
  });
  const scene = await openOwnPage('exchange="own"', {}, phone);
  scene.authorize();
  assert.equal(asked, 1);
});
