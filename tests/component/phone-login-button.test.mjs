/** The button that stands on a page by itself, on WeChat's component engine. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, mock, test } from 'node:test';

import { root } from '../../scripts/command.mjs';
import { openPage, phoneLogin, platform } from '../support/component-engine.mjs';
import { settled } from '../support/realm/phone.mjs';
import {
  ALLOWED,
  CODE,
  DENIED,
  EXPIRED,
  MASKED,
  NO_QUOTA,
  NUMBER,
  UNDEPLOYED,
  VERIFIED,
} from '../support/realm/samples.mjs';

const TAG = 'phone-login-button';
const FUNCTION = { cloudFunction: 'decryptPhoneNumber' };
const AGREEMENTS = [{ name: '《用户协议》', url: '/pages/terms/terms' }, { name: '《隐私政策》' }];

/** How long the button says that the login has succeeded, in milliseconds. */
const SUCCESS_SHOWN = 2000;

let page;
async function open(data, slotted) {
  page = await openPage({ ...FUNCTION, ...data }, slotted, TAG);
  return page;
}

afterEach(() => {
  page.close();
  phoneLogin.forget();
  mock.timers.reset();
  platform.privacy = false;
  for (const list of [platform.toasts, platform.modals, platform.calls, platform.opened]) list.length = 0;
});

const allow = () => ({ text: page.button('allow').dom.textContent, ...page.attributes });
const isThere = (action) => page.button(action) !== undefined;
const status = () => page.all('login-status-text')[0].dom.textContent;
const links = () => page.all('btn-secondary').map(({ dom }) => dom.textContent);
const names = () =>
  [...new Set(page.events.map(({ name }) => name))].filter((name) => name !== 'phoneNumberStateChange');

async function authorize(detail = ALLOWED) {
  await page.act('allow', 'tap');
  await page.act('allow', 'getphonenumber', detail);
}

async function answer(reply) {
  platform.calls.at(-1).success({ result: reply });
  await settled();
}

test('the first tap asks WeChat, without anything that has to be shown before', async () => {
  await open();
  const { text, 'open-type': openType, disabled } = allow();
  assert.deepEqual([text, openType, disabled], ['使用微信手机号登录', 'getPhoneNumber', false]);
  await page.act('allow', 'tap');
  assert.deepEqual(
    [allow().text, allow().loading, status()],
    ['等待微信授权…', true, '请在微信弹窗中选择是否提供手机号'],
  );
});

test('a success is told as login and phoneNumberVerified, and nothing closes', async () => {
  await open();
  await authorize();
  assert.deepEqual(
    platform.calls.map(({ name, data }) => [name, data]),
    [[FUNCTION.cloudFunction, { code: CODE }]],
  );
  await answer(VERIFIED);
  const number = { phoneNumber: NUMBER, countryCode: '86', maskedNumber: MASKED };
  assert.deepEqual(page.got('login'), [{ data: VERIFIED, ...number }]);
  assert.deepEqual(page.got('phoneNumberVerified'), [number]);
  assert.deepEqual(names(), ['login', 'phoneNumberVerified']);
});

test('a success stays to be read for two seconds, and then the button can be used again', async () => {
  await open();
  await authorize();
  mock.timers.enable({ apis: ['setTimeout'] });
  await answer(VERIFIED);
  assert.deepEqual([allow().text, allow().disabled, page.all('btn-check').length], ['登录成功', true, 1]);
  mock.timers.tick(SUCCESS_SHOWN - 1);
  assert.equal(allow().text, '登录成功');
  mock.timers.tick(1);
  assert.deepEqual([allow().text, allow()['open-type'], status()], ['使用微信手机号登录', 'getPhoneNumber', '']);
  await authorize({ ...ALLOWED, code: 'another' });
  await answer(VERIFIED);
  assert.equal(page.got('phoneNumberVerified').length, 2);
});

test('a refusal is told in the status line and not in a toast, and another way is offered beside another try', async () => {
  await open();
  await authorize(DENIED);
  assert.equal(status(), '没关系，可换其他方式登录，或稍后再来');
  assert.deepEqual([allow()['open-type'], links()], ['getPhoneNumber', ['其他方式登录']]);
  assert.deepEqual([platform.toasts, platform.modals], [[], []]);
  assert.deepEqual(page.got('phoneNumberReject'), [{ reason: 'user_denied', refusals: 1 }]);
});

test('the other way is told to the page, and the button stands as before', async () => {
  await open();
  await authorize(DENIED);
  await page.act('other-login', 'tap');
  assert.deepEqual(page.got('other-login'), [{ reason: 'user_denied', refusals: 1 }]);
  assert.deepEqual([page.got('close'), page.got('update:showPhonePopup')], [[], []]);
  assert.deepEqual([allow().text, allow()['open-type'], status()], ['使用微信手机号登录', 'getPhoneNumber', '']);
});

test('a page without another way offers none', async () => {
  await open({ otherLogin: 'never' });
  await authorize(DENIED);
  assert.deepEqual([links(), status()], [[], '没关系，需要登录时再点一次就好']);
});

test('where no number helps, the other way is the large button, and another try a link if it can help', async () => {
  await open();
  await authorize();
  await answer(UNDEPLOYED);
  assert.ok(page.button('other-login').dom.matches('[class*="btn-primary"]'));
  assert.deepEqual(links(), ['再试一次']);
  await page.act('allow', 'tap');
  assert.equal(platform.calls.length, 2, 'the code that is paid for is sent again');
});

test('where neither number nor another way helps, the button cannot be tapped, and support is offered if the page has it', async () => {
  await open({ otherLogin: 'never' });
  await authorize(NO_QUOTA);
  assert.deepEqual([allow().disabled, allow()['open-type'], status()], [true, '', '手机号登录暂不可用，请稍后再来']);
  page.close();
  await open({ otherLogin: 'never', contact: true });
  await authorize(NO_QUOTA);
  assert.equal(status(), '手机号登录暂不可用，请联系客服');
  assert.equal(isThere('allow'), false);
  assert.equal(page.attributesOf(page.button('contact'))['open-type'], 'contact');
});

test('a code that does not work any more is asked for again', async () => {
  await open();
  await authorize();
  await answer(EXPIRED);
  assert.deepEqual(
    [allow().text, allow()['open-type'], status()],
    ['重新授权', 'getPhoneNumber', '本次授权已失效，重新授权即可继续'],
  );
});

test('the box of the page is what the button goes by', async () => {
  await open({ requireAgreement: true, agreed: true });
  assert.equal(allow()['open-type'], 'getPhoneNumber');
  await page.set({ agreed: false });
  assert.equal(allow()['open-type'], '');
  await page.set({ agreed: true });
  assert.equal(allow()['open-type'], 'getPhoneNumber');
});

test('without the tick a tap shows what to agree to, and the next one agrees and asks WeChat', async () => {
  await open({ requireAgreement: true, agreed: false, agreements: AGREEMENTS });
  assert.deepEqual([allow()['open-type'], page.all('login-consent').length], ['', 0]);
  await page.act('allow', 'tap');
  assert.deepEqual([allow().text, allow()['open-type']], ['同意并继续', 'getPhoneNumber']);
  const shown = page.all('agreement-link');
  assert.deepEqual(
    shown.map(({ dom }) => dom.textContent),
    AGREEMENTS.map(({ name }) => name),
  );
  for (const link of shown) await page.tap(link);
  assert.deepEqual(platform.opened, ['/pages/terms/terms', 'contract']);
  await authorize();
  assert.deepEqual(
    platform.calls.map(({ data }) => data.code),
    [CODE],
  );
  assert.deepEqual([platform.toasts, page.all('login-consent').length], [[], 0]);
});

test('who does not agree is back where they were', async () => {
  await open({ requireAgreement: true });
  await page.act('allow', 'tap');
  assert.deepEqual(links(), ['不同意']);
  await page.act('consent-back', 'tap');
  assert.deepEqual([allow()['open-type'], page.all('login-consent').length, links()], ['', 0, []]);
});

test("WeChat's privacy agreement is accepted by the same button, with the page's own", async () => {
  platform.privacy = true;
  await open({ privacy: 'popup', requireAgreement: true });
  assert.deepEqual([allow().text, allow()['open-type']], ['同意并继续', 'agreePrivacyAuthorization']);
  await page.act('allow', 'agreeprivacyauthorization');
  assert.equal(allow()['open-type'], 'getPhoneNumber');
});

test('a button that the page switches off cannot be tapped and asks nothing, until the page switches it on', async () => {
  await open({ disabled: true });
  assert.deepEqual([allow().disabled, allow()['open-type']], [true, '']);
  await page.set({ disabled: false });
  assert.deepEqual([allow().disabled, allow()['open-type']], [false, 'getPhoneNumber']);
});

test('a button that the page has switched off stays off whatever the server says', async () => {
  await open({ disabled: false });
  await authorize();
  await page.set({ disabled: true });
  await answer(EXPIRED);
  assert.deepEqual([allow().disabled, allow()['open-type']], [true, '']);
});

test("the page's own text stands in the button until there is something else to say", async () => {
  await open({ text: '一键登录' });
  assert.equal(allow().text, '一键登录');
  await page.act('allow', 'tap');
  assert.equal(allow().text, '等待微信授权…');
});

test('what a page puts into the slot stands in place of the text, and gives way to what happens', async () => {
  await open({}, '<view class="own">本机号码登录</view>');
  const [slot] = page.all('label-slot');
  assert.equal(slot.dom.textContent, '本机号码登录');
  assert.ok(slot.dom.matches(':not(:empty)'), 'by which the style sheet hides the text');
  assert.ok(page.all('label')[0].dom.matches('[class$="label-slot"]:not(:empty) + [class$="label"]'));
  await page.act('allow', 'tap');
  assert.equal(allow().text, '等待微信授权…');
});

test('a slot that a page leaves empty is empty to a style sheet', async () => {
  await open();
  assert.ok(page.all('label-slot')[0].dom.matches(':empty'));
});

test('a number of a page that was left is delivered on a tap, and not before', async () => {
  await open();
  await authorize();
  page.close();
  await answer(VERIFIED);
  await open();
  assert.deepEqual([names(), allow()['open-type'], allow().text], [[], '', '使用微信手机号登录']);
  await page.act('allow', 'tap');
  assert.deepEqual(names(), ['login', 'phoneNumberVerified']);
  assert.equal(page.got('phoneNumberVerified')[0].phoneNumber, NUMBER);
  assert.equal(platform.calls.length, 1, 'it is not paid for twice');
});

for (const tag of ['login-popup-system', TAG]) {
  test(`the JavaScript of ${tag} is shorter than 40 lines: the rest is the behavior's`, () => {
    const script = readFileSync(join(root, 'miniprogram', 'components', tag, `${tag}.js`), 'utf8');
    assert.ok(script.trimEnd().split('\n').length < 40);
  });
}
