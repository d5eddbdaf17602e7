/** The popup of the real mini-program with its properties set, on phones of every kind. */
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';

import { stage } from '../support/simulator/browser.mjs';
import {
  agreementLinks,
  agreementToggle,
  allowButton,
  authorize,
  cloudCalls,
  openPopup,
  otherLoginButton,
  popup,
  popupEvents,
  reached,
  rejectButton,
  statusLine,
} from './popup-page.mjs';

const { open } = stage({ before, after });

const sheet = ({ page }) => page.getByTestId('phone-sheet');

async function openWith(t, settings, options) {
  const scene = await open(t, options);
  await scene.set(settings);
  return scene;
}

test('with the tick WeChat is asked at once', async (t) => {
  const scene = await openWith(t, { agreement: 'wechat' });
  await openPopup(scene);
  await agreementToggle(scene).click();
  assert.equal(await agreementToggle(scene).getAttribute('aria-checked'), 'true');
  await allowButton(scene).click();
  await sheet(scene).waitFor();
});

test('without the tick the popup asks for consent, and the next tap is consent and asks WeChat', async (t) => {
  const scene = await openWith(t, { agreement: 'wechat' });
  await authorize(scene, 'ask');
  await scene.phone.getByText('《用户隐私保护指引》').waitFor();
  assert.equal(await sheet(scene).count(), 0);
  assert.deepEqual([await allowButton(scene).textContent(), (await scene.state()).agreed], ['同意并继续', false]);
  await allowButton(scene).click();
  await sheet(scene).waitFor();
  assert.equal((await scene.state()).agreed, true);
});

test('who does not agree is back where they were, and has agreed to nothing', async (t) => {
  const scene = await openWith(t, { agreement: 'own' });
  await authorize(scene, 'ask');
  await scene.phone.getByRole('button', { name: '不同意', exact: true }).click();
  assert.equal(await agreementToggle(scene).getAttribute('aria-checked'), 'false');
  assert.deepEqual([await sheet(scene).count(), (await scene.state()).consentShown], [0, false]);
});

test('a tick can be taken back', async (t) => {
  const scene = await openWith(t, { agreement: 'wechat' });
  await openPopup(scene);
  await agreementToggle(scene).click();
  await agreementToggle(scene).click();
  assert.equal((await scene.state()).openType, '');
});

test('the agreement opens the contract of WeChat, or the page of its own that it has', async (t) => {
  const scene = await openWith(t, { agreement: 'wechat' });
  await openPopup(scene);
  await agreementLinks(scene).click();
  await scene.page.getByTestId('contract-close').click();
  await scene.set({ agreement: 'own' });
  await agreementLinks(scene).last().click();
  await scene.page.getByTestId('go-back').click();
  assert.ok(await popup(scene).isVisible());
  assert.equal((await scene.state()).state, 'prompting');
});

test('a popup that asks for the privacy contract has the button accept it first', async (t) => {
  const scene = await openWith(t, { privacy: 'popup', privacyState: 'needed' });
  await openPopup(scene);
  assert.equal(await allowButton(scene).textContent(), '同意并继续');
  await allowButton(scene).click();
  assert.equal(await sheet(scene).count(), 0);
  assert.equal(await allowButton(scene).textContent(), '使用微信手机号登录');
  await allowButton(scene).click();
  await sheet(scene).waitFor();
  assert.equal(await scene.page.getByTestId('privacy-window').count(), 0);
});

test('who accepts the privacy contract by the button can read it there, whatever else there is to agree to', async (t) => {
  const scene = await openWith(t, { privacy: 'popup', privacyState: 'needed', agreement: 'own' });
  await openPopup(scene);
  await scene.page.waitForFunction(() => window.simulator.state.openType === 'agreePrivacyAuthorization');
  await scene.phone.getByText('《用户隐私保护指引》').click();
  await scene.page.getByTestId('contract-close').click();
  await allowButton(scene).click();
  await scene.page.waitForFunction(() => window.simulator.state.openType === 'getPhoneNumber');
  assert.equal((await scene.state()).agreed, true, 'one tap has accepted both');
});

test('a popup has nothing to accept where the contract is accepted, or the base library knows none', async (t) => {
  const scene = await openWith(t, { privacy: 'popup' });
  await openPopup(scene);
  assert.equal((await scene.state()).openType, 'getPhoneNumber');
  await scene.set({ privacyState: 'needed', baseLibrary: '2.32.2' });
  await openPopup(scene);
  assert.equal((await scene.state()).openType, 'getPhoneNumber');
});

test('who refuses the window of WeChat reads why, and is asked again after the ten seconds in which WeChat asks nothing', async (t) => {
  const scene = await openWith(t, { privacyState: 'needed', verifier: 'login' }, {});
  const { page } = scene;
  await page.clock.install();
  await authorize(scene, 'ask');
  await page.getByTestId('privacy-refuse').click();
  await scene.phone.getByText('10 秒后可重新选择').waitFor();
  assert.equal(await statusLine(scene).textContent(), '未同意隐私指引，稍后可重新选择');
  assert.deepEqual([(await scene.state()).openType, await scene.log('toast')], ['', []]);
  await allowButton(scene).click();
  assert.equal((await popupEvents(scene, 'phoneNumberReject')).length, 1, 'a tap asks nothing meanwhile');
  for (let second = 0; second < 10; second += 1) await page.clock.runFor(1000);
  await page.waitForFunction(() => window.simulator.state.openType === 'getPhoneNumber');
  await allowButton(scene).click();
  await page.getByTestId('privacy-window').waitFor();
});

test('realtime asks by the realtime sheet, and says so in every report', async (t) => {
  const scene = await openWith(t, { mode: 'realtime' });
  await authorize(scene, 'ask');
  assert.match(await sheet(scene).textContent(), /实时验证/);
  await scene.page.getByTestId('sheet-allow').click();
  await popup(scene).waitFor({ state: 'detached' });
  assert.equal((await popupEvents(scene, 'phoneNumberGet'))[0].detail.mode, 'realtime');
  assert.equal((await scene.log('analytics'))[0].detail.mode, 'realtime');
});

test('below base library 2.24.4 realtime is quick, and says so', async (t) => {
  const scene = await openWith(t, { mode: 'realtime', baseLibrary: '2.24.3' });
  await authorize(scene, 'allow');
  await popup(scene).waitFor({ state: 'detached' });
  assert.deepEqual(
    (await scene.log('platform')).map(({ text }) => text),
    ['getphonenumber'],
  );
  assert.equal((await popupEvents(scene, 'phoneNumberGet'))[0].detail.mode, 'quick');
});

test('on a base library without WebAssembly the popup runs as JavaScript', async (t) => {
  const scene = await openWith(t, { baseLibrary: '2.12.3' });
  await openPopup(scene);
  assert.equal((await scene.state()).state, 'prompting');
  await allowButton(scene).click();
  await sheet(scene).waitFor();
});

test('in English every text of the popup is English', async (t) => {
  const settings = { locale: 'en', agreement: 'wechat', privacy: 'popup', privacyState: 'needed', verifier: 'popup' };
  const scene = await openWith(t, settings);
  const assertEnglish = async () => assert.doesNotMatch(await popup(scene).innerText(), /\p{Script=Han}/u);
  await openPopup(scene);
  await scene.page.waitForFunction(() => window.simulator.state.openType === 'agreePrivacyAuthorization');
  await assertEnglish();
  await allowButton(scene).click();
  await scene.page.waitForFunction(() => window.simulator.state.openType === 'getPhoneNumber');
  await assertEnglish();
  await authorizeHere(scene, 'deny');
  await reached(scene, 'rejected');
  await assertEnglish();
  await authorizeHere(scene, 'allow', 'function_missing');
  await reached(scene, 'failed');
  await assertEnglish();
});

async function authorizeHere(scene, platform, server = 'success') {
  await scene.platform(platform);
  await scene.server(server);
  await allowButton(scene).click();
}

test('two taps that beat a slow view are one authorization', async (t) => {
  const scene = await openWith(t, { view: 'slow', verifier: 'popup' });
  await openPopup(scene);
  await allowButton(scene).dblclick();
  await sheet(scene).waitFor();
  assert.equal((await scene.log('platform'))[0].detail.errMsg, 'getPhoneNumber:fail user deny');
  assert.equal((await scene.state()).state, 'authorizing');
  await scene.page.getByTestId('sheet-allow').click();
  await reached(scene, 'verified');
  assert.equal((await cloudCalls(scene)).length, 1);
  assert.deepEqual(await popupEvents(scene, 'phoneNumberReject'), []);
});

test('after a refusal another way to log in is offered, and leads to the page', async (t) => {
  const scene = await open(t);
  await authorize(scene, 'deny');
  await otherLoginButton(scene).click();
  await popup(scene).waitFor({ state: 'detached' });
  const [{ detail }] = await popupEvents(scene, 'other-login');
  assert.deepEqual(detail, { reason: 'user_denied', refusals: 1 });
});

test('a user who only dismissed the sheet is offered another way, too, and is not sent there', async (t) => {
  const scene = await open(t);
  await authorize(scene, 'cancel');
  await reached(scene, 'rejected');
  assert.ok(await otherLoginButton(scene).isVisible());
  assert.equal(await allowButton(scene).textContent(), '使用微信手机号登录');
  assert.ok(await rejectButton(scene).isVisible());
});

test('a page says when another way is offered, and whether support is', async (t) => {
  const scene = await openWith(t, { otherLogin: 'always', verifier: 'login' });
  await openPopup(scene);
  assert.ok(await otherLoginButton(scene).isVisible());
  await scene.set({ otherLogin: 'never', contact: 'yes' });
  assert.equal(await otherLoginButton(scene).count(), 0);
  await scene.platform('quota');
  await allowButton(scene).click();
  await reached(scene, 'out_of_quota');
  assert.equal(await allowButton(scene).textContent(), '联系客服');
  await allowButton(scene).click();
  await scene.logged('platform', 2);
  assert.deepEqual(
    (await scene.log('platform')).map(({ text }) => text),
    ['getphonenumber', 'contact'],
  );
});
