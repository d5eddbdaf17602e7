/** The behavior, in a component of somebody else's. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { miniprogram } from '../support/realm/package-files.mjs';
import { MODULE, Phone, settled } from '../support/realm/phone.mjs';
import { ALLOWED, MASKED, NUMBER, VERIFIED } from '../support/realm/samples.mjs';
import { loaded, Scene } from '../support/realm/scene.mjs';

const COMPONENT = `
const { behavior } = require('../phone-login/index');
Component({
  behaviors: [behavior],
  properties: { brand: String },
  data: { baseLibrary: 'mine', driver: 'mine', states: 0 },
  observers: {
    state() {
      this.setData({ states: this.data.states + 1 });
    },
  },
  lifetimes: {
    attached() {
      this.isMine = true;
    },
  },
  methods: {
    brandName() {
      return this.data.brand;
    },
  },
});`;

const WXML = `
<button data-action="allow" open-type="{{openType}}" bindtap="onAllowTap" bindgetphonenumber="onPhoneNumberGet" />
<button data-action="reject" bindtap="onPhoneReject" />`;

const VERIFIES = 'cloud-function="decryptPhoneNumber"';

/** The code package of an app with that component in `own/`. */
const folder = mkdtempSync(join(tmpdir(), 'wx-phone-login-own-'));
after(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'login.js'), COMPONENT);
writeFileSync(join(folder, 'login.wxml'), WXML);
const openPhone = (options) => new Phone({ folders: { ...miniprogram, '/own/': folder }, ...options });

/** A page with it on a phone. */
async function open(attributes, phone = openPhone()) {
  const wxml = `<own-login wx:if="{{isThere}}" model:show-phone-popup="{{isShown}}" brand="one" ${attributes} />`;
  const showPhonePopup = () => scene.page.instance.setData({ isShown: true });
  const definition = { data: { isShown: false, isThere: true }, showPhonePopup };
  const scene = new Scene(phone, phone.open(definition, wxml, { usingComponents: { 'own-login': '/own/login' } }));
  await loaded(scene);
  return scene;
}

test('a component with the behavior shows the view, sends the events and closes', async () => {
  const scene = await open(VERIFIES);
  scene.authorize();
  assert.deepEqual([scene.shown.state, scene.shown.buttonText], ['verifying', '正在验证…']);
  scene.wx.answer(VERIFIED);
  const detail = { phoneNumber: NUMBER, countryCode: '86', maskedNumber: MASKED };
  assert.deepEqual(scene.triggered('phoneNumberVerified'), [detail]);
  assert.equal(scene.page.data.isShown, false);
  assert.deepEqual(scene.phone.console, []);
});

test('what the component has of its own stays its own', async () => {
  const scene = await open(VERIFIES);
  scene.show();
  const { driver, baseLibrary, states } = scene.shown;
  assert.deepEqual([driver, baseLibrary, states > 0], ['mine', 'mine', true]);
  assert.deepEqual([scene.popup.instance.isMine, scene.popup.instance.brandName()], [true, 'one']);
});

test('no field of the component is taken for what the client says of itself', async () => {
  const scene = await open('mode="realtime"', openPhone({ says: { baseLibrary: '2.20.0' } }));
  scene.show();
  assert.equal(scene.shown.openType, 'getPhoneNumber');
});

test('it takes over what the component before it held', async () => {
  const scene = await open(VERIFIES);
  scene.authorize();
  scene.page.instance.setData({ isThere: false, isShown: false });
  scene.wx.answer(VERIFIED);
  scene.page.instance.setData({ isThere: true });
  scene.show();
  await settled();
  assert.deepEqual(
    scene.triggered('phoneNumberVerified').map(({ phoneNumber }) => phoneNumber),
    [NUMBER],
  );
});

test('a code that comes before the core is loaded is sent', async () => {
  const phone = openPhone({ backend: 'wasm' });
  const release = phone.wasm.hold();
  const opening = open(VERIFIES, phone);
  phone.page.created.at(-1).act('allow', 'getphonenumber', ALLOWED);
  release();
  const scene = await opening;
  assert.equal(scene.wx.called.length, 1);
});

test('there is one behavior, made when it is first read', () => {
  const phone = openPhone();
  let made = 0;
  phone.realm.context.Behavior = (definition) => {
    made += 1;
    return definition;
  };
  const phoneLogin = phone.require(MODULE);
  assert.equal(made, 0);
  assert.equal(phoneLogin.behavior, phoneLogin.behavior);
  assert.equal(made, 1);
});

test('where there is no Behavior the module works without it', async () => {
  const phone = openPhone({ withoutGlobals: ['Behavior'] });
  const phoneLogin = await phone.ready();
  assert.equal(phoneLogin.behavior, undefined);
  assert.equal(phoneLogin.maskPhoneNumber(NUMBER), MASKED);
});
