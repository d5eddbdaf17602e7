import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Phone } from '../support/realm/phone.mjs';
import { ALLOWED, DENIED, NO_QUOTA, NUMBER, VERIFIED } from '../support/realm/samples.mjs';
import { openOwnPage } from '../support/realm/scene.mjs';

const GATED = 'require-agreement="{{isGated}}"';
const BY_POPUP = 'privacy="popup"';
const PRIVACY_REFUSED = { errMsg: 'getPhoneNumber:fail privacy permission is not authorized', errno: 104 };

/** A page that asks for consent; its popup is shown. */
async function open(attributes, phone) {
  const scene = await openOwnPage(attributes, { data: { isGated: true } }, phone);
  scene.show();
  return scene;
}

test('without the tick WeChat is not asked, but the user, and the next tap agrees and asks WeChat', async () => {
  const scene = await open(GATED);
  assert.deepEqual([scene.shown.openType, scene.shown.disabled], ['', false]);
  scene.tapAllow();
  assert.deepEqual([scene.shown.buttonText, scene.shown.openType], ['同意并继续', 'getPhoneNumber']);
  assert.deepEqual([scene.shown.state, scene.shown.agreed], ['prompting', false]);
  assert.deepEqual([scene.toasts, scene.wx.reports], [[], []]);
  scene.tapAllow();
  assert.deepEqual([scene.shown.state, scene.shown.agreed], ['authorizing', true]);
});

test('a user who does not agree goes back, and nothing is refused', async () => {
  const scene = await open(GATED);
  scene.tapAllow();
  assert.equal(scene.shown.consentBackButton, '不同意');
  scene.popup.act('consent-back', 'tap');
  assert.deepEqual([scene.shown.openType, scene.shown.consentShown, scene.shown.agreed], ['', false, false]);
  assert.deepEqual(scene.triggered('phoneNumberReject'), []);
});

test('the question for consent is not kept for the next time', async () => {
  const scene = await open(GATED);
  scene.tapAllow();
  scene.tapReject();
  scene.popup.handle(({ attributes }) => attributes.class === 'popup-mask', { type: 'tap', detail: {} });
  scene.show();
  assert.deepEqual([scene.shown.consentShown, scene.shown.openType], [false, '']);
});

test('with the tick WeChat is asked, without it not any more', async () => {
  const scene = await open(GATED);
  scene.popup.touch('agreement-toggle');
  assert.deepEqual([scene.shown.agreed, scene.shown.openType], [true, 'getPhoneNumber']);
  scene.popup.touch('agreement-toggle');
  assert.deepEqual([scene.shown.agreed, scene.shown.openType], [false, '']);
});

test('the tick stays when the popup is shown again', async () => {
  const scene = await open(GATED);
  scene.popup.touch('agreement-toggle');
  scene.tapReject();
  scene.show();
  assert.deepEqual([scene.shown.agreed, scene.shown.openType], [true, 'getPhoneNumber']);
});

test('a page that asks for the tick later has it from then on', async () => {
  const scene = await open(GATED);
  scene.page.instance.setData({ isGated: false });
  assert.deepEqual([scene.shown.agreement, scene.shown.openType], ['', 'getPhoneNumber']);
  scene.page.instance.setData({ isGated: true });
  assert.equal(scene.shown.openType, '');
  assert.notEqual(scene.shown.agreement, '');
});

test("an agreement opens the page that it names, and otherwise WeChat's contract", async () => {
  const scene = await open(GATED);
  scene.popup.touch('agreement-link', { url: '/pages/terms/terms' });
  scene.popup.touch('agreement-link');
  assert.deepEqual([scene.wx.navigations, scene.wx.contracts], [[{ url: '/pages/terms/terms' }], [{}]]);
  assert.equal(scene.shown.agreed, false, 'reading is not agreeing');
});

test('an agreement that does not open is told to the user', async () => {
  const scene = await open(GATED);
  scene.show();
  scene.wx.global.navigateTo = ({ fail }) => fail({ errMsg: 'navigateTo:fail page "pages/terms" is not found' });
  scene.popup.touch('agreement-link', { url: '/pages/terms' });
  assert.deepEqual(scene.toasts, ['协议暂时无法打开，请稍后再试']);
});

test('where WeChat asks for the privacy agreement the popup does not', async () => {
  const scene = await open('');
  assert.deepEqual(scene.wx.privacyQuestions, []);
});

test('where the popup asks for it, the button accepts it first and asks for the number then', async () => {
  const scene = await open(BY_POPUP);
  scene.wx.answerPrivacy(true);
  assert.deepEqual([scene.shown.openType, scene.shown.buttonText], ['agreePrivacyAuthorization', '同意并继续']);
  scene.tapAllow();
  assert.equal(scene.shown.state, 'prompting', 'accepting asks WeChat nothing');
  scene.popup.act('allow', 'agreeprivacyauthorization');
  assert.deepEqual([scene.shown.openType, scene.shown.buttonText], ['getPhoneNumber', '']);
  scene.tapAllow();
  scene.deliver(ALLOWED);
  assert.equal(scene.triggered('phoneNumberGet').length, 1);
});

test('a user who has accepted it is not asked', async () => {
  const scene = await open(BY_POPUP);
  scene.wx.answerPrivacy(false);
  assert.equal(scene.shown.openType, 'getPhoneNumber');
});

test('WeChat is asked about it whenever the popup is shown, and an old answer counts for nothing', async () => {
  const scene = await open(BY_POPUP);
  const [first] = scene.wx.privacyQuestions;
  scene.tapReject();
  scene.show();
  assert.equal(scene.wx.privacyQuestions.length, 2);
  first.success({ needAuthorization: true });
  assert.equal(scene.shown.openType, 'getPhoneNumber');
  scene.wx.answerPrivacy(true);
  assert.equal(scene.shown.openType, 'agreePrivacyAuthorization');
});

for (const name of ['getPrivacySetting', 'getPrivacySetting throwing']) {
  test(`a client with ${name === 'getPrivacySetting' ? 'no ' : 'a '}${name} can be asked for the number`, async () => {
    const phone = new Phone();
    const fails = () => {
      throw new Error('getPrivacySetting:fail');
    };
    phone.wx.global.getPrivacySetting = name === 'getPrivacySetting' ? undefined : fails;
    const scene = await open(BY_POPUP, phone);
    assert.equal(scene.shown.openType, 'getPhoneNumber');
    scene.tapAllow();
    scene.deliver(ALLOWED);
    assert.equal(scene.triggered('phoneNumberGet').length, 1);
  });
}

test("a refusal of it in WeChat's sheet makes the popup ask", async () => {
  const scene = await open(BY_POPUP);
  scene.wx.answerPrivacy(false);
  scene.tapAllow();
  scene.deliver(PRIVACY_REFUSED);
  assert.equal(scene.shown.openType, 'agreePrivacyAuthorization');
});

test('one tap accepts the privacy agreement and the agreement of the page', async () => {
  const scene = await open(`${GATED} ${BY_POPUP}`);
  scene.wx.answerPrivacy(true);
  assert.deepEqual([scene.shown.openType, scene.shown.consentShown], ['agreePrivacyAuthorization', true]);
  scene.popup.act('allow', 'agreeprivacyauthorization');
  assert.deepEqual([scene.shown.openType, scene.shown.agreed], ['getPhoneNumber', true]);
});

test("after a refusal in WeChat's own window the button waits for as long as WeChat asks nothing", async () => {
  const scene = await open('');
  scene.tapAllow();
  scene.deliver(PRIVACY_REFUSED);
  const button = () => [`${scene.shown.countdown || ''}${scene.shown.buttonText}`, scene.shown.openType];
  assert.deepEqual(button(), ['10 秒后可重新选择', '']);
  scene.tapAllow();
  assert.equal(scene.shown.state, 'rejected', 'a tap asks WeChat nothing');
  scene.phone.clock.pass(9_999);
  assert.deepEqual(button(), ['1 秒后可重新选择', '']);
  scene.phone.clock.pass(1);
  assert.deepEqual(button(), ['', 'getPhoneNumber']);
  assert.equal(scene.phone.clock.running, 0);
});

test('an answer about privacy that comes when the popup has left changes nothing', async () => {
  const scene = await open(BY_POPUP);
  const { length } = scene.popup.setDataCalls;
  scene.popup.detach();
  scene.wx.answerPrivacy(true);
  assert.equal(scene.popup.setDataCalls.length, length);
  assert.deepEqual(scene.phone.console, []);
});

test('after a refusal the popup offers another way, and says how often and why', async () => {
  const scene = await open('');
  assert.equal(scene.shown.otherLoginButton, '');
  for (const count of [1, 2]) {
    scene.tapAllow();
    scene.deliver(DENIED);
    assert.equal(scene.triggered('phoneNumberReject').at(-1).refusals, count);
  }
  assert.equal(scene.shown.otherLoginButton, '其他方式登录');
  scene.popup.act('other-login', 'tap');
  assert.deepEqual(scene.triggered('other-login'), [{ reason: 'user_denied', refusals: 2 }]);
  assert.equal(scene.page.data.isShown, false);
});

test('the page gets the event for another way that it binds', async () => {
  const got = [];
  const onOther = ({ detail }) => void got.push({ ...detail });
  const scene = await openOwnPage('bind:other-login="onOther"', { onOther });
  scene.authorize(NO_QUOTA);
  scene.popup.act('other-login', 'tap');
  assert.deepEqual(got, [{ reason: 'quota_exhausted', refusals: 0 }]);
});

const clients = [
  ['2.24.3', 'getPhoneNumber', 'quick'],
  ['2.24.4', 'getRealtimePhoneNumber', 'realtime'],
  ['3.0.0', 'getRealtimePhoneNumber', 'realtime'],
  ['2.9.5', 'getPhoneNumber', 'quick'],
  [undefined, 'getRealtimePhoneNumber', 'realtime'],
];

for (const [baseLibrary, openType, mode] of clients) {
  test(`realtime with base library ${baseLibrary ?? 'unknown'} is ${openType}, and ${mode} is what is told`, async () => {
    const phone = new Phone();
    phone.wx.baseLibrary = baseLibrary;
    const scene = await open('mode="realtime" cloud-function="f"', phone);
    assert.equal(scene.shown.openType, openType);
    scene.tapAllow();
    scene.deliver(ALLOWED);
    scene.wx.answer(VERIFIED);
    assert.equal(scene.wx.reports[0].data.mode, mode);
    const [{ phoneNumber, mode: told }] = scene.triggered('phoneNumberVerified');
    assert.deepEqual([phoneNumber, told], [NUMBER, mode]);
  });
}
