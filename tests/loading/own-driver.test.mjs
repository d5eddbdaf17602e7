/** The component of docs/shell.md where its module fails. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';

import { npmPackage, root } from '../support/realm/package-files.mjs';
import { settled } from '../support/realm/phone.mjs';
import { ALLOWED, CODE, MASKED, NUMBER, VERIFIED } from '../support/realm/samples.mjs';
import { Scene } from '../support/realm/scene.mjs';
import { trappingPhone } from './trap.mjs';

const WXML = `
<own-driver wx:if="{{isThere}}" model:show-phone-popup="{{isShown}}" cloud-function="decryptPhoneNumber" />`;

/** A page with it on a phone whose module can trap. */
async function open() {
  const folders = { ...npmPackage, '/own/': join(root, 'examples', 'own-driver') };
  const { phone, traps } = trappingPhone({ folders });
  phone.wx.global.getEnterOptionsSync = () => ({ scene: 1001 });
  const showPhonePopup = () => scene.page.instance.setData({ isShown: true });
  const definition = { data: { isShown: false, isThere: true }, showPhonePopup };
  const scene = new Scene(
    phone,
    phone.open(definition, WXML, { usingComponents: { 'own-driver': '/own/own-driver' } }),
  );
  await settled();
  scene.show();
  await settled();
  return { scene, traps };
}

test('a code on which the module fails is sent by the next one, and its number reaches the page', async () => {
  const { scene, traps } = await open();
  scene.tapAllow();
  traps.left.phonepopup_dispatch = 1;
  scene.deliver(ALLOWED);
  await settled();
  assert.deepEqual(scene.wx.called, [{ name: 'decryptPhoneNumber', data: { code: CODE } }]);
  scene.wx.answer(VERIFIED);
  const detail = { phoneNumber: NUMBER, countryCode: '86', maskedNumber: MASKED };
  assert.deepEqual(scene.triggered('phoneNumberVerified'), [detail]);
  assert.equal(scene.page.data.isShown, false);
});

test('a module that fails while WeChat asks gives the button back', async () => {
  const { scene, traps } = await open();
  scene.tapAllow();
  traps.left.phonepopup_dispatch = 1;
  scene.phone.clock.pass(8_000);
  await settled();
  assert.deepEqual([scene.shown.state, scene.shown.openType], ['prompting', 'getPhoneNumber']);
});

test('a component that leaves gives its popup back, and its timer ends', async () => {
  const { scene } = await open();
  scene.tapAllow();
  assert.equal(scene.phone.clock.running, 1);
  scene.page.instance.setData({ isThere: false });
  scene.phone.clock.pass(60_000);
  assert.deepEqual([scene.phone.clock.running, scene.phone.console], [0, []]);
});
