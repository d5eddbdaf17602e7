import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { platform } from '../support/component-engine.mjs';
import { settled } from '../support/realm/phone.mjs';
import { ALLOWED, NUMBER, VERIFIED } from '../support/realm/samples.mjs';
import { answerCall, openInNewerEngine } from './newer-engine.mjs';

const EVENTS = ['phoneNumberVerified', 'phoneNumberReject'].map((name) => `bind:${name}="on"`).join(' ');

let got;
let page;
async function open(condition) {
  got = [];
  const methods = { on: ({ type, detail }) => void got.push({ type, ...detail }) };
  const popup = `model:show-phone-popup="{{shown}}" cloud-function="f" ${EVENTS}`;
  const wxml = `<popup id="popup" ${condition} ${popup} />`;
  page = await openInNewerEngine({ wxml, data: { shown: false }, methods });
}

afterEach(() => {
  for (const list of [platform.toasts, platform.calls]) list.length = 0;
});

const popup = () => page.selectComponent('#popup');
async function show() {
  page.setData({ shown: true });
  await settled();
}

for (const [how, condition] of [
  ['always', ''],
  ['while it is shown', 'wx:if="{{shown}}"'],
]) {
  test(`a popup that is there ${how} tells its page the number, and closes`, async () => {
    await open(condition);
    await show();
    popup().onAllowTap();
    popup().onPhoneNumberGet({ detail: ALLOWED });
    await answerCall(VERIFIED);
    assert.deepEqual(
      got.map(({ type, phoneNumber }) => [type, phoneNumber]),
      [['phoneNumberVerified', NUMBER]],
    );
    assert.deepEqual(
      platform.toasts.map(({ title }) => title),
      ['手机号获取成功'],
    );
    assert.equal(page.data.shown, false);
  });

  test(`a popup that is there ${how} tells its page that the user refused, and closes`, async () => {
    await open(condition);
    await show();
    popup().onPhoneReject();
    assert.deepEqual(got, [{ type: 'phoneNumberReject', reason: 'user_denied', refusals: 1 }]);
    assert.equal(page.data.shown, false);
  });

  test(`a popup that is there ${how} tells its page a number that came while it was closed, once`, async () => {
    await open(condition);
    await show();
    popup().onPhoneNumberGet({ detail: ALLOWED });
    page.setData({ shown: false });
    await answerCall(VERIFIED);
    await show();
    assert.deepEqual(
      got.map(({ type }) => type),
      ['phoneNumberVerified'],
    );
  });
}
