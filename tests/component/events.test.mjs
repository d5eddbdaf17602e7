import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { openPage, platform } from '../support/component-engine.mjs';
import { settled } from '../support/realm/phone.mjs';
import { ALLOWED, CODE, DENIED, EXPIRED, MASKED, NUMBER, VERIFIED } from '../support/realm/samples.mjs';

let page;
async function open(data) {
  page = await openPage({ shown: true, ...data });
  return page;
}

afterEach(() => {
  page.close();
  for (const list of [platform.toasts, platform.modals, platform.reports, platform.calls]) list.length = 0;
});

async function authorize(detail = ALLOWED) {
  await page.act('allow', 'tap');
  await page.act('allow', 'getphonenumber', detail);
}

async function answer(reply) {
  platform.calls.at(-1).success({ result: reply });
  await settled();
}

test('an authorization is phoneNumberGet with the code alone', async () => {
  await open();
  await authorize();
  assert.deepEqual(page.got('phoneNumberGet'), [{ code: CODE }]);
  assert.deepEqual(page.got('phoneNumberReject'), []);
});

test('a refusal is phoneNumberReject with the reason', async () => {
  await open();
  await authorize(DENIED);
  assert.deepEqual(page.got('phoneNumberReject'), [{ reason: 'user_denied', refusals: 1 }]);
  await authorize({ errMsg: 'getPhoneNumber:fail privacy permission is not authorized', errno: 104 });
  assert.deepEqual(page.got('phoneNumberReject')[1], { reason: 'privacy_refused', errno: 104 });
});

test('a used up quota is phoneNumberQuotaExceeded, and there is no native button that could ask', async () => {
  await open();
  await authorize({ errMsg: 'getPhoneNumber:fail', errno: 1400001 });
  assert.deepEqual(page.got('phoneNumberQuotaExceeded'), [{}]);
  assert.deepEqual(page.got('phoneNumberReject'), []);
  assert.equal(page.button('allow'), undefined);
});

test('the realtime button leads to the same events', async () => {
  await open({ mode: 'realtime' });
  await page.act('allow', 'tap');
  await page.act('allow', 'getrealtimephonenumber', { ...ALLOWED, errMsg: 'getRealtimePhoneNumber:ok' });
  assert.deepEqual(page.got('phoneNumberGet'), [{ code: CODE, mode: 'realtime' }]);
});

test('every state is told as it comes', async () => {
  await open({ shown: false });
  await page.set({ shown: true });
  await authorize(DENIED);
  await authorize();
  const states = page.got('phoneNumberStateChange').map(({ state }) => state);
  assert.deepEqual(states, ['prompting', 'authorizing', 'rejected', 'authorizing', 'verifying']);
});

test('the reject button is a refusal and closes the popup', async () => {
  await open();
  await page.act('reject', 'tap');
  assert.deepEqual(page.got('phoneNumberReject'), [{ reason: 'user_denied', refusals: 1 }]);
  assert.equal(page.popup.dom.childNodes.length, 0);
});

test('a page that binds one way and follows what the popup says can show it again', async () => {
  await open();
  await page.act('reject', 'tap');
  await page.set({ shown: false });
  await page.set({ shown: true });
  assert.equal(page.attributes['open-type'], 'getPhoneNumber');
});

test('a result without a tap counts', async () => {
  await open();
  await page.act('allow', 'getphonenumber', ALLOWED);
  assert.deepEqual(page.got('phoneNumberGet'), [{ code: CODE }]);
});

test('a second result while one is verified is not told', async () => {
  await open();
  await authorize();
  await page.act('allow', 'getphonenumber', { ...ALLOWED, code: 'another' });
  await page.act('allow', 'getphonenumber', DENIED);
  assert.deepEqual(page.got('phoneNumberGet'), [{ code: CODE }]);
  assert.deepEqual(page.got('phoneNumberReject'), []);
});

test('a popup that the page verifies for neither toasts nor calls', async () => {
  await open();
  await authorize(DENIED);
  await authorize();
  assert.deepEqual([platform.toasts, platform.modals, platform.calls], [[], [], []]);
});

test('with a cloud function the popup verifies and tells the number', async () => {
  await open({ cloudFunction: 'decryptPhoneNumber' });
  await authorize();
  const called = platform.calls.map(({ name, data }) => ({ name, data }));
  assert.deepEqual(called, [{ name: 'decryptPhoneNumber', data: { code: CODE } }]);
  await answer(VERIFIED);
  const detail = { phoneNumber: NUMBER, countryCode: '86', maskedNumber: MASKED };
  assert.deepEqual(page.got('phoneNumberVerified'), [detail]);
  assert.deepEqual(page.got('phoneNumberGet'), []);
  assert.equal(platform.toasts[0].title, '手机号获取成功');
  assert.equal(page.popup.dom.childNodes.length, 0);
});

test('with a cloud function that fails the popup tells why in its status line and asks again', async () => {
  await open({ cloudFunction: 'decryptPhoneNumber' });
  await authorize();
  await answer(EXPIRED);
  assert.deepEqual(page.got('phoneNumberReject'), [{ reason: 'code_invalid', errno: 40029 }]);
  assert.equal(page.all('popup-status-text')[0].dom.textContent, '本次授权已失效，重新授权即可继续');
  assert.deepEqual([platform.toasts, platform.modals], [[], []]);
  assert.equal(page.attributes['open-type'], 'getPhoneNumber');
});

test('a page that verifies ends the verification', async () => {
  await open();
  await authorize();
  page.popup.instance.endVerification(CODE, EXPIRED);
  await settled();
  assert.equal(page.attributes['open-type'], 'getPhoneNumber');
});

test('a popup that goes gives its memory back, whatever it was doing', async () => {
  const doings = [
    async () => {},
    () => page.act('allow', 'tap'),
    () => authorize(),
    () => authorize(DENIED),
    () => page.act('reject', 'tap'),
  ];
  for (const doing of doings) {
    await open();
    const { made, freed } = platform;
    await doing();
    page.close();
    assert.equal(platform.freed, freed + 1);
    assert.equal(platform.made, made);
  }
});

test('as many popups are freed as were made', async () => {
  await open();
  page.close();
  assert.ok(platform.made > 1);
  assert.equal(platform.freed, platform.made);
});

test('an answer that comes after the popup has gone is told to nobody', async () => {
  await open({ cloudFunction: 'decryptPhoneNumber' });
  await authorize();
  const { length } = page.events;
  page.close();
  await answer(VERIFIED);
  assert.equal(page.events.length, length);
  assert.deepEqual(platform.toasts, []);
});
