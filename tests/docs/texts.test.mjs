/** The guide to texts and languages: its page asks for the number in the user's language. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';

import { miniprogram, root } from '../support/realm/package-files.mjs';
import { Phone, settled } from '../support/realm/phone.mjs';
import { Scene } from '../support/realm/scene.mjs';

async function open(language) {
  const place = join(root, 'examples', 'pages', 'texts');
  const phone = new Phone({ folders: { '/pages/texts': place, '': miniprogram['/'] } });
  phone.wx.global.getAppBaseInfo = () => ({ language });
  const scene = new Scene(phone, phone.openPage('/pages/texts/texts'));
  await phone.require('/phone-login/index').ready();
  await settled();
  scene.page.instance.showPhonePopup();
  return scene;
}

for (const [language, purpose, button] of [
  ['zh_CN', '用于查询和同步你的订单', '使用微信手机号登录'],
  ['en', 'To find your orders', 'Use my WeChat number'],
  ['ja', '用于查询和同步你的订单', '使用微信手机号登录'],
]) {
  test(`in ${language} the page says its purpose, and the popup the rest`, async () => {
    const { shown, page } = await open(language);
    assert.equal(shown.allowButton, button);
    assert.equal(page.data.popupContent.phone.description, purpose);
  });
}
