import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { openPage, platform } from '../support/component-engine.mjs';
import { settled } from '../support/realm/phone.mjs';
import {
  ALLOWED,
  BUSY,
  CODE,
  DENIED,
  MASKED,
  NO_QUOTA,
  NUMBER,
  UNDEPLOYED,
  VERIFIED,
} from '../support/realm/samples.mjs';

const AGREEMENTS = [{ name: '《用户协议》', url: '/pages/terms/terms' }, { name: '《隐私政策》' }];
const OWN = '<view slot="other-login" class="own">短信登录</view>';

let page;
async function open(data, slotted) {
  page = await openPage({ shown: true, ...data }, slotted);
  return page;
}

afterEach(() => {
  page.close();
  platform.privacy = false;
  for (const list of [platform.toasts, platform.opened, platform.calls]) list.length = 0;
});

const textOf = ({ dom }) => dom.textContent;
const allow = () => ({ text: textOf(page.button('allow')), ...page.attributes });
const toggle = () => page.all('agreement-toggle')[0];
const hasTick = () => page.all('agreement-box-on').length === 1;

async function authorize(detail) {
  await page.act('allow', 'tap');
  await page.act('allow', 'getphonenumber', detail);
}

async function answer(result) {
  platform.calls.at(-1).success({ result });
  await settled();
}

test('a page that asks for no agreement shows none', async () => {
  await open();
  assert.equal(page.all('popup-agreement').length, 0);
});

test('the box is ticked and cleared by a tap, and a screen reader is told', async () => {
  await open({ requireAgreement: true });
  assert.deepEqual([hasTick(), page.attributesOf(toggle())['aria-checked'], allow()['open-type']], [false, false, '']);
  await page.tap(toggle());
  assert.deepEqual(
    [hasTick(), page.attributesOf(toggle())['aria-checked'], allow()['open-type']],
    [true, true, 'getPhoneNumber'],
  );
  await page.tap(toggle());
  assert.deepEqual([hasTick(), page.attributesOf(toggle())['aria-checked'], allow()['open-type']], [false, false, '']);
});

test('the box is a checkbox with a name, the agreements are links, the popup is a dialog with a name', async () => {
  await open({ requireAgreement: true, agreements: AGREEMENTS });
  assert.equal(page.attributesOf(toggle())['aria-role'], 'checkbox');
  assert.equal(textOf(toggle()), '我已阅读并同意');
  const roles = page.all('agreement-link').map((link) => page.attributesOf(link)['aria-role']);
  assert.deepEqual(roles, ['link', 'link']);
  const dialog = page.attributesOf(page.all('popup-content')[0]);
  assert.deepEqual([dialog['aria-role'], dialog['aria-label']], ['dialog', page.texts[0]]);
});

test('a tap without the tick says what to do, and the button can be tapped', async () => {
  await open({ requireAgreement: true });
  assert.ok(!allow().disabled);
  await page.act('allow', 'tap');
  assert.deepEqual(
    platform.toasts.map(({ title }) => title),
    ['请先阅读并勾选协议'],
  );
});

test('the agreements of the page are named and opened', async () => {
  await open({ requireAgreement: true, agreements: AGREEMENTS });
  const links = page.all('agreement-link');
  assert.deepEqual(
    links.map(textOf),
    AGREEMENTS.map(({ name }) => name),
  );
  for (const link of links) await page.tap(link);
  assert.deepEqual(platform.opened, ['/pages/terms/terms', 'contract']);
  assert.ok(!hasTick(), 'reading is not agreeing');
});

for (const agreements of [undefined, [], null]) {
  test(`${JSON.stringify(agreements)} for agreements leaves WeChat's own contract`, async () => {
    await open({ requireAgreement: true, ...(agreements !== undefined && { agreements }) });
    const links = page.all('agreement-link');
    assert.deepEqual(links.map(textOf), ['《用户隐私保护指引》']);
    await page.tap(links[0]);
    assert.deepEqual(platform.opened, ['contract']);
  });
}

test('where the popup asks for the privacy agreement its button accepts it first', async () => {
  platform.privacy = true;
  await open({ privacy: 'popup' });
  const { text, id } = allow();
  assert.deepEqual([text, allow()['open-type']], ['同意隐私协议', 'agreePrivacyAuthorization']);
  assert.ok(id ?? page.button('allow').dom.id, 'WeChat knows the button by its id');
  assert.deepEqual(page.all('agreement-link').map(textOf), ['《用户隐私保护指引》'], 'what is accepted can be read');
  assert.equal(page.all('agreement-toggle').length, 0);
  await page.act('allow', 'agreeprivacyauthorization');
  assert.deepEqual([allow().text, allow()['open-type']], ['获取手机号', 'getPhoneNumber']);
  assert.equal(page.all('popup-agreement').length, 0);
});

test('while it waits for another attempt the button counts down and cannot be tapped', async () => {
  await open({ cloudFunction: 'f' });
  await authorize(ALLOWED);
  assert.deepEqual([allow().text, allow().disabled, allow().loading], ['正在验证…', true, true]);
  await answer(BUSY);
  assert.deepEqual([allow().text, allow().disabled, allow()['open-type']], ['1 秒后自动重试', true, '']);
});

test('a code that is kept is sent again by the same button', async () => {
  await open({ cloudFunction: 'f' });
  await authorize(ALLOWED);
  await answer(UNDEPLOYED);
  assert.deepEqual([allow().text, allow().disabled, allow().loading], ['重试', false, false]);
  await page.act('allow', 'tap');
  assert.deepEqual(
    platform.calls.map(({ data }) => data.code),
    [CODE, CODE],
  );
  await answer(VERIFIED);
  const detail = { phoneNumber: NUMBER, countryCode: '86', maskedNumber: MASKED };
  assert.deepEqual(page.got('phoneNumberVerified'), [detail]);
});

test("a page's own text for the button gives way to what it does instead", async () => {
  const content = { phone: { allowButton: '一键登录' } };
  await open({ cloudFunction: 'f', content });
  await authorize(ALLOWED);
  await answer(UNDEPLOYED);
  assert.equal(allow().text, '重试');
});

const otherButtons = () => page.all('popup-other-button');

test('another way to log in is offered after a refusal, and not before', async () => {
  await open();
  assert.equal(page.all('popup-other').length, 0);
  await authorize(DENIED);
  assert.deepEqual(otherButtons().map(textOf), ['其他方式登录']);
  await page.tap(otherButtons()[0]);
  assert.deepEqual(page.got('other-login'), [{ reason: 'user_denied', refusals: 1 }]);
  assert.equal(page.popup.dom.childNodes.length, 0);
});

test('where the quota is used up the other way is the only one', async () => {
  await open();
  await authorize(NO_QUOTA);
  assert.deepEqual([allow().disabled, allow()['open-type'], otherButtons().length], [true, '', 1]);
});

test('a page names the other way by a text of its own', async () => {
  await open({ content: { phone: { otherLoginButton: '短信验证码登录' } } });
  await authorize(DENIED);
  assert.deepEqual(otherButtons().map(textOf), ['短信验证码登录']);
});

test("a page puts its own other way into the slot, before the popup's button, which gives way to it", async () => {
  await open({}, OWN);
  await authorize(DENIED);
  const [slot] = page.all('popup-other-slot');
  assert.equal(textOf(slot), '短信登录');
  assert.ok(slot.dom.nextElementSibling.contains(otherButtons()[0].dom));
  assert.ok(slot.dom.matches(':not(:empty)'));
});

test('a slot that a page leaves empty is empty to a style sheet', async () => {
  await open();
  await authorize(DENIED);
  assert.ok(page.all('popup-other-slot')[0].dom.matches(':empty'));
});

for (const shown of [{ requireAgreement: true, agreements: AGREEMENTS }, {}]) {
  test(`in English nothing is Chinese${shown.agreements ? ' but what the page wrote' : ''}`, async () => {
    await open({ locale: 'en', ...shown });
    if (shown.requireAgreement) await page.tap(toggle());
    await authorize(DENIED);
    const names = AGREEMENTS.map(({ name }) => name).join('');
    assert.doesNotMatch(page.popup.dom.textContent.replace(names, ''), /\p{Script=Han}/u);
  });
}
