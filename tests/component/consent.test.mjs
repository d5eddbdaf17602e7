import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { openPage, phoneLogin, platform } from '../support/component-engine.mjs';
import { settled } from '../support/realm/phone.mjs';
import {
  ALLOWED,
  ASTRAY,
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
  phoneLogin.forget(); // What a popup holds that has gone is for the next one.
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

async function fail(error) {
  platform.calls.at(-1).fail(error);
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

const consentRows = () => page.all('consent-row');

test('a tap without the tick asks for consent, and the next one is consent and asks WeChat', async () => {
  await open({ requireAgreement: true, agreements: AGREEMENTS, cloudFunction: 'f' });
  assert.deepEqual([allow().disabled, allow()['open-type'], consentRows().length], [false, '', 0]);
  await page.act('allow', 'tap');
  assert.deepEqual([allow().text, allow()['open-type']], ['同意并继续', 'getPhoneNumber']);
  assert.equal(page.texts[0], '请阅读并同意以下协议');
  assert.equal(page.all('agreement-toggle').length, 0, 'the button is what agrees');
  assert.deepEqual(platform.toasts, []);
  await authorize(ALLOWED);
  assert.equal(platform.calls.length, 1);
});

test('what is asked to be agreed to is named one below the other, and opened by a tap', async () => {
  await open({ requireAgreement: true, agreements: AGREEMENTS });
  await page.act('allow', 'tap');
  const rows = consentRows();
  assert.deepEqual(
    rows.map((row) => [textOf(row), page.attributesOf(row)['aria-role']]),
    AGREEMENTS.map(({ name }) => [name, 'link']),
  );
  for (const row of rows) await page.tap(row);
  assert.deepEqual(platform.opened, ['/pages/terms/terms', 'contract']);
  assert.equal(allow().text, '同意并继续', 'reading is not agreeing');
});

test('who disagrees is back where they were, and nothing is ticked', async () => {
  await open({ requireAgreement: true });
  await page.act('allow', 'tap');
  assert.deepEqual([textOf(page.button('consent-back')), page.button('reject')], ['不同意', undefined]);
  await page.act('consent-back', 'tap');
  assert.deepEqual([consentRows().length, hasTick(), allow()['open-type']], [0, false, '']);
  assert.deepEqual(page.got('phoneNumberReject'), [], 'going back refuses nothing');
});

test('after consent the box is ticked where it is seen again', async () => {
  await open({ requireAgreement: true });
  await page.act('allow', 'tap');
  await authorize(DENIED);
  assert.deepEqual([hasTick(), allow()['open-type']], [true, 'getPhoneNumber']);
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
  assert.deepEqual([text, allow()['open-type']], ['同意并继续', 'agreePrivacyAuthorization']);
  assert.ok(id ?? page.button('allow').dom.id, 'WeChat knows the button by its id');
  assert.deepEqual(consentRows().map(textOf), ['《用户隐私保护指引》'], 'what is accepted can be read');
  await page.tap(consentRows()[0]);
  assert.deepEqual(platform.opened, ['contract']);
  await page.act('allow', 'agreeprivacyauthorization');
  assert.deepEqual([allow().text, allow()['open-type']], ['使用微信手机号登录', 'getPhoneNumber']);
  assert.equal(consentRows().length, 0);
});

test('one tap accepts the privacy agreement and the agreements of the page', async () => {
  platform.privacy = true;
  await open({ privacy: 'popup', requireAgreement: true, agreements: AGREEMENTS });
  const shown = [...AGREEMENTS.map(({ name }) => name), '《用户隐私保护指引》'];
  assert.deepEqual(consentRows().map(textOf), shown);
  await page.act('allow', 'agreeprivacyauthorization');
  assert.deepEqual([hasTick(), allow()['open-type']], [true, 'getPhoneNumber']);
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
  await fail(ASTRAY);
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
  await fail(ASTRAY);
  assert.equal(allow().text, '重试');
});

test('where only the operator can help, another way is the large button, and the code is kept behind a link', async () => {
  await open({ cloudFunction: 'f' });
  await authorize(ALLOWED);
  await answer(UNDEPLOYED);
  assert.deepEqual(
    [page.texts[0], textOf(page.button('other-login')), textOf(page.button('allow'))],
    ['换种方式登录', '其他方式登录', '再试一次'],
  );
  assert.equal(page.all('popup-other-button').length, 0, 'it is offered once');
  await page.act('allow', 'tap');
  assert.deepEqual(
    platform.calls.map(({ data }) => data.code),
    [CODE, CODE],
  );
});

const otherButtons = () => page.all('popup-other-button');

test('another way to log in is offered after a refusal, and not before', async () => {
  await open();
  assert.equal(otherButtons().length, 0);
  await authorize(DENIED);
  assert.deepEqual(otherButtons().map(textOf), ['其他方式登录']);
  await page.tap(otherButtons()[0]);
  assert.deepEqual(page.got('other-login'), [{ reason: 'user_denied', refusals: 1 }]);
  assert.equal(page.popup.dom.childNodes.length, 0);
});

test('where the quota is used up the other way is the only one', async () => {
  await open();
  await authorize(NO_QUOTA);
  assert.deepEqual([page.button('allow'), otherButtons().length], [undefined, 0]);
  await page.act('other-login', 'tap');
  assert.deepEqual(page.got('other-login'), [{ reason: 'quota_exhausted', refusals: 0 }]);
});

test('a page offers another way from the beginning, or never', async () => {
  await open({ otherLogin: 'always' });
  assert.deepEqual(otherButtons().map(textOf), ['其他方式登录']);
  page.close();
  await open({ otherLogin: 'never' });
  await authorize(DENIED);
  assert.equal(page.button('other-login'), undefined);
});

test('where nothing helps and there is no other way, support is offered, or the popup closes', async () => {
  await open({ otherLogin: 'never', contact: true });
  await authorize(NO_QUOTA);
  assert.equal(page.attributesOf(page.button('contact'))['open-type'], 'contact');
  page.close();
  await open({ otherLogin: 'never' });
  await authorize(NO_QUOTA);
  assert.deepEqual([textOf(page.button('acknowledge')), page.button('contact')], ['知道了', undefined]);
  await page.act('acknowledge', 'tap');
  assert.equal(page.popup.dom.childNodes.length, 0);
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
