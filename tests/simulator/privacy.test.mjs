/** WeChat's privacy contract, seen from a mini-program that was written for these tests. */
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';

import { stage } from '../support/simulator/browser.mjs';

const { open } = stage({ before, after }, fileURLToPath(new URL('./fixture/', import.meta.url)));

const REFUSED = { errMsg: 'getPhoneNumber:fail privacy permission is not authorized', errno: 104 };

const button = ({ phone }, text) => phone.getByRole('button', { name: text, exact: true });
const sheet = ({ page }) => page.getByTestId('phone-sheet');
const privacyWindow = ({ page }) => page.getByTestId('privacy-window');

async function openUnaccepted(t, options) {
  const scene = await open(t, options);
  await scene.set({ privacyState: 'needed' });
  return scene;
}

const answers = async ({ log }) => (await log('platform')).map(({ detail }) => detail);
const state = ({ page }) => page.evaluate(() => window.simulator.settings.privacyState);

test('while the contract is to be accepted WeChat asks for that first, and only once', async (t) => {
  const scene = await openUnaccepted(t);
  await button(scene, '授权').click();
  await privacyWindow(scene).waitFor();
  assert.equal(await sheet(scene).count(), 0);
  await scene.page.getByTestId('privacy-accept').click();
  await sheet(scene).waitFor();
  await scene.page.getByTestId('sheet-deny').click();
  assert.equal(await state(scene), 'accepted');
  await button(scene, '授权').click();
  await sheet(scene).waitFor();
  assert.equal(await privacyWindow(scene).count(), 0);
});

test('after a refusal calls fail at once for ten seconds, then WeChat asks again', async (t) => {
  const scene = await openUnaccepted(t, {});
  await button(scene, '授权').click();
  await scene.page.getByTestId('privacy-refuse').click();
  await scene.logged('platform');
  await button(scene, '授权').click();
  await scene.logged('platform', 2);
  assert.deepEqual(await answers(scene), [REFUSED, REFUSED]);
  assert.equal(await privacyWindow(scene).count(), 0);
  await scene.phone.locator('body').evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 10_000;
  });
  await button(scene, '授权').click();
  await privacyWindow(scene).waitFor();
});

test('a button of the mini-program accepts the contract', async (t) => {
  const scene = await openUnaccepted(t);
  await button(scene, '接受').click();
  await scene.logged('platform');
  assert.equal((await scene.log('analytics')).at(-1).detail.what, 'agreeprivacyauthorization');
  assert.equal(await state(scene), 'accepted');
  await button(scene, '授权').click();
  await sheet(scene).waitFor();
});

test('before base library 2.32.3 nobody asks, and that button is a plain one', async (t) => {
  const scene = await openUnaccepted(t);
  await scene.set({ baseLibrary: '2.32.2' });
  await button(scene, '接受').click();
  await button(scene, '授权').click();
  await sheet(scene).waitFor();
  assert.equal(await state(scene), 'needed');
  assert.deepEqual(await scene.log('platform'), []);
});

test('getPrivacySetting says whether it is to be accepted, by callback only', async (t) => {
  const code = `getApp().onHide = () => wx.reportEvent('returned', { type: typeof wx.getPrivacySetting({
    success: (setting) => wx.reportEvent('setting', setting) }) });`;
  const scene = await open(t, { code });
  for (const [privacyState, needAuthorization] of [
    ['accepted', false],
    ['needed', true],
  ]) {
    await scene.set({ privacyState });
    await scene.page.getByRole('button', { name: '切到后台' }).click();
    await scene.page.getByRole('button', { name: '回到前台' }).click();
    await scene.page.waitForFunction(() => window.simulator.log.at(-2)?.text !== '切到后台');
    const told = await scene.log('analytics');
    const setting = told.findLast(({ text }) => text === 'setting').detail;
    assert.deepEqual([setting.needAuthorization, setting.errMsg], [needAuthorization, 'getPrivacySetting:ok']);
    assert.match(setting.privacyContractName, /^《.+》$/);
    assert.equal(told.find(({ text }) => text === 'returned').detail.type, 'undefined');
  }
});

test('openPrivacyContract shows the contract, which is also behind the link of the window', async (t) => {
  const scene = await openUnaccepted(t, { code: 'getApp().onHide = () => wx.openPrivacyContract()' });
  const { page } = scene;
  const contract = page.getByTestId('contract-window');
  await page.getByRole('button', { name: '切到后台' }).click();
  await page.getByRole('button', { name: '回到前台' }).click();
  await page.getByTestId('contract-close').click();
  await button(scene, '授权').click();
  await privacyWindow(scene).getByRole('button', { name: /^《/ }).click();
  await contract.waitFor();
  await page.getByTestId('contract-close').click();
  assert.ok(await privacyWindow(scene).isVisible());
});
