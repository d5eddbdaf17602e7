/** What a user sees and can do while the module is loading, which takes two seconds at most. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { settled } from '../support/realm/phone.mjs';
import { loaded, startIndex } from '../support/realm/scene.mjs';

/** A page whose module does not come before its deadline has passed; the fallback is there then. */
function openSlowly(locale) {
  const scene = startIndex({ backend: 'wasm' }, (phone) => {
    phone.wasm.intercept = () => new Promise(() => {});
  });
  if (locale) scene.popup.instance.setData({ locale });
  return scene;
}

async function finishLoading(scene) {
  scene.phone.clock.pass(2_000);
  await loaded(scene);
}

for (const [locale, words] of [
  ['zh_CN', ['手机号快捷登录', '正在准备登录，马上就好', '正在准备…', '暂不登录']],
  ['zh_TW', ['手機號碼快速登入', '正在準備登入，馬上就好', '正在準備…', '暫不登入']],
  ['zh-Hant-HK', ['手機號碼快速登入', '正在準備登入，馬上就好', '正在準備…', '暫不登入']],
  ['en_US', ['Log in with your number', 'Getting login ready. Just a second.', 'Getting ready…', 'Not now']],
  ['fr', ['手机号快捷登录', '正在准备登录，马上就好', '正在准备…', '暂不登录']],
]) {
  test(`the sheet that waits for the module says so: ${locale}`, async () => {
    const scene = openSlowly(locale);
    scene.show();
    await settled();
    const { title, status, buttonText, rejectButton, disabled, loading } = scene.shown;
    assert.deepEqual([title, status, buttonText, rejectButton], words);
    assert.deepEqual([disabled, loading], [true, true]);
  });
}

test('once the module is there, nothing is left of what was said before', async () => {
  const scene = openSlowly();
  scene.show();
  await finishLoading(scene);
  const { state, status, buttonText, disabled, loading } = scene.shown;
  assert.deepEqual([state, status, buttonText, disabled, loading], ['prompting', '', '', false, false]);
});

test('who does not want to wait can close, and the module that comes later shows nothing', async () => {
  const scene = openSlowly();
  scene.show();
  await settled();
  scene.tapReject();
  assert.equal(scene.page.data.showPhonePopup, false);
  assert.deepEqual(scene.triggered('close'), [{ visible: false, reason: 'user_cancelled' }]);
  scene.phone.clock.pass(2_000);
  await settled();
  assert.equal(scene.page.data.showPhonePopup, false);
  assert.equal(scene.triggered('close').length, 1);
  scene.show();
  await loaded(scene);
  assert.equal(scene.shown.state, 'prompting');
});

test('who closed while it was loading can open it again before it is there', async () => {
  const scene = openSlowly();
  scene.show();
  await settled();
  scene.tapReject();
  scene.show();
  await finishLoading(scene);
  assert.deepEqual([scene.page.data.showPhonePopup, scene.shown.state], [true, 'prompting']);
});

test('a tap while it is loading asks nobody for anything', async () => {
  const scene = openSlowly();
  scene.show();
  await settled();
  scene.popup.instance.onAllowTap();
  await finishLoading(scene);
  assert.deepEqual([scene.shown.state, scene.triggered('phoneNumberReject')], ['prompting', []]);
});
