import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { openPage, phoneLogin } from '../support/component-engine.mjs';
import { ALLOWED, DENIED } from '../support/realm/samples.mjs';

const ASCII = /^[ -~…]+$/;

let page;
async function open(data) {
  page = await openPage({ shown: true, ...data });
  return page;
}
afterEach(() => page.close());

test('a hidden popup renders nothing', async () => {
  const { popup } = await open({ shown: false });
  assert.equal(popup.dom.childNodes.length, 0);
});

test('a popup that is shown and hidden again renders nothing', async () => {
  const { popup } = await open({ shown: false });
  await page.set({ shown: true });
  assert.ok(popup.dom.childNodes.length > 0);
  await page.set({ shown: false });
  assert.equal(popup.dom.childNodes.length, 0);
});

test('the texts are there without anything said', async () => {
  const { texts } = await open();
  assert.equal(texts.length, 4);
  assert.ok(texts.every((text) => text.length > 0));
  assert.equal(texts[1], '用于用户身份验证和登录');
  assert.equal(texts[2], '使用微信手机号登录');
});

test('a page replaces the texts it brings and keeps the others', async () => {
  const [, , ...defaults] = (await open()).texts;
  page.close();
  const content = { phone: { title: '登录会员', description: '同步您的订单' } };
  assert.deepEqual((await open({ content })).texts, ['登录会员', '同步您的订单', ...defaults]);
  await page.set({ content: { phone: { allowButton: '一键登录', rejectButton: '以后再说' } } });
  assert.deepEqual(page.texts.slice(2), ['一键登录', '以后再说']);
  assert.notEqual(page.texts[0], '登录会员');
});

for (const content of [null, {}, { phone: null }, { phone: {} }, { phone: { title: '' } }]) {
  test(`${JSON.stringify(content)} for popupContent leaves the texts as they are`, async () => {
    const { texts } = await open();
    page.close();
    assert.deepEqual((await open({ content })).texts, texts);
  });
}

test('in another locale every text is another', async () => {
  const chinese = (await open()).texts;
  page.close();
  const english = (await open({ locale: 'en' })).texts;
  assert.ok(
    english.every((text) => ASCII.test(text)),
    english.join(),
  );
  await page.set({ locale: 'zh_TW' });
  assert.deepEqual(page.texts, ['手機號碼快速登入', '用於驗證身分和登入', '使用微信手機號碼登入', '暫不登入']);
  await page.set({ locale: 'zh_CN' });
  assert.deepEqual(page.texts, chinese);
});

test('while something is under way the button says so instead of its text', async () => {
  const content = { phone: { allowButton: '一键登录' } };
  await open({ content });
  const label = () => page.button('allow').dom.textContent;
  assert.equal(label(), '一键登录');
  await page.act('allow', 'tap');
  const authorizing = label();
  await page.act('allow', 'getphonenumber', ALLOWED);
  assert.equal(new Set(['一键登录', authorizing, label()]).size, 3);
});

test('the native button asks when prompting, and cannot while something is under way', async () => {
  await open();
  const { attributes } = page;
  assert.equal(attributes['open-type'], 'getPhoneNumber');
  assert.ok(!attributes.disabled && !attributes.loading);
  await page.act('allow', 'tap');
  assert.equal(page.attributes['open-type'], '');
  assert.ok(page.attributes.loading);
  await page.act('allow', 'getphonenumber', ALLOWED);
  assert.equal(page.attributes['open-type'], '');
  assert.ok(page.attributes.loading);
});

test('the native button asks again after a refusal', async () => {
  await open();
  await page.act('allow', 'tap');
  await page.act('allow', 'getphonenumber', DENIED);
  assert.equal(page.attributes['open-type'], 'getPhoneNumber');
});

test('in realtime mode the other native button asks', async () => {
  await open({ mode: 'realtime' });
  assert.equal(page.attributes['open-type'], 'getRealtimePhoneNumber');
  await page.set({ mode: 'quick' });
  assert.equal(page.attributes['open-type'], 'getPhoneNumber');
});

test("WeChat's own quota sheet is switched off, which takes false and not a text", async () => {
  await open();
  assert.equal(page.attributes['phone-number-no-quota-toast'], false);
});

test('the reject button is no native button', async () => {
  await open();
  const names = page
    .button('reject')
    .toJSON()
    .attrs.map(({ name }) => name);
  assert.ok(!names.includes('open-type'));
});

test('what is shown is what the module says', async () => {
  await open({ locale: 'en', mode: 'realtime' });
  const popup = new phoneLogin.PhonePopup({ locale: 'en', mode: 'realtime' });
  popup.dispatch({ type: 'show' }, 0);
  const { title, description, allowButton, rejectButton, openType } = popup.view;
  popup.free();
  assert.deepEqual(page.texts, [title, description, allowButton, rejectButton]);
  assert.equal(page.attributes['open-type'], openType);
});
