/** The language of the texts, and where they come from. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Phone } from '../support/realm/phone.mjs';
import { DENIED } from '../support/realm/samples.mjs';
import { openOwnPage } from '../support/realm/scene.mjs';

const TEXTS = { en: '/phone-login/texts-en.js', zh_TW: '/phone-login/texts-zh_TW.js' };
const WORDS = { zh_CN: '使用微信手机号登录', zh_TW: '使用微信手機號碼登入', en: 'Use my WeChat number' };

/** A page whose popup is refused, in a language, on a phone without some of the files. */
async function open(locale, { says = {}, hidden = [] } = {}) {
  const phone = new Phone();
  for (const path of hidden) phone.files.hidden.add(path);
  phone.wx.global.getAppBaseInfo = () => says;
  const scene = await openOwnPage(`locale="${locale}"`, {}, phone);
  scene.authorize(DENIED);
  return scene;
}

for (const [language, expected] of Object.entries({ ...WORDS, zh_HK: WORDS.zh_TW, ja: WORDS.zh_CN })) {
  test(`with auto the texts are in WeChat's language: ${language}`, async () => {
    const scene = await open('auto', { says: { language } });
    assert.equal(scene.shown.allowButton, expected);
  });
}

test('with auto a client that does not say its language has Chinese texts', async () => {
  for (const says of [{}, undefined, { language: 1 }]) {
    assert.equal((await open('auto', { says })).shown.allowButton, WORDS.zh_CN);
  }
});

test('a page that says its language has that one, whatever WeChat says', async () => {
  assert.equal((await open('zh_TW', { says: { language: 'en' } })).shown.allowButton, WORDS.zh_TW);
});

test('a popup that speaks Chinese needs no file of another language', async () => {
  const scene = await open('zh_CN', { hidden: Object.values(TEXTS) });
  assert.deepEqual([scene.shown.allowButton, scene.phone.console], [WORDS.zh_CN, []]);
});

for (const [locale, path] of Object.entries(TEXTS)) {
  test(`where a build has left out the texts of ${locale} the popup speaks Chinese, and the developer is told`, async () => {
    const scene = await open(locale, { hidden: [path] });
    assert.equal(scene.shown.allowButton, WORDS.zh_CN);
    assert.equal(scene.shown.status, '没关系，可换其他方式登录，或稍后再来');
    assert.ok(scene.phone.console.every(([level]) => level === 'error') && scene.phone.console.length > 0);
  });
}
