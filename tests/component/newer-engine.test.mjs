import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { setTimeout as passed } from 'node:timers/promises';
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

/** A page whose user has dismissed the popup, by which the page did not set its field to false. */
async function openDismissed(show) {
  const data = { shown: false, locale: 'zh_CN' };
  const wxml = `<popup id="popup" ${show}="{{shown}}" locale="{{locale}}" />`;
  page = await openInNewerEngine({ wxml, data, methods: {} });
  await set({ shown: true });
  popup().onClose();
  assert.equal(popup().data.state, 'hidden');
}

async function set(fields) {
  page.setData(fields);
  await settled();
}

test('a framework that gives all properties their old values again does not open a popup that closed itself', async () => {
  await openDismissed('show-phone-popup');
  await set({ shown: true });
  assert.deepEqual([popup().data.state, popup().data.showPhonePopup], ['hidden', false], 'at once');
  await passed(150);
  await set({ shown: true, locale: 'zh_CN' });
  assert.deepEqual([popup().data.state, popup().data.showPhonePopup], ['hidden', false], 'with others');
});

test('a page that gives the property its old value again later, and nothing else, opens the popup', async () => {
  await openDismissed('show-phone-popup');
  await passed(150);
  await set({ shown: true });
  assert.equal(popup().data.state, 'prompting');
});

test('a page that has set the property to false opens the popup at once, with other properties', async () => {
  await openDismissed('show-phone-popup');
  await set({ shown: false });
  await set({ shown: true, locale: 'en' });
  assert.deepEqual([popup().data.state, popup().data.rejectButton], ['prompting', 'Not now']);
});

test('a page whose field follows the popup opens it at once, with other properties', async () => {
  await openDismissed('model:show-phone-popup');
  assert.equal(page.data.shown, false);
  await set({ shown: true, locale: 'en' });
  assert.deepEqual([popup().data.state, popup().data.rejectButton], ['prompting', 'Not now']);
});
