/** The popup of the real mini-program, from the tap to what the user reads, with the real cloud function behind it. */
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';

import { stage } from '../support/simulator/browser.mjs';
import {
  allowButton,
  authorize,
  cloudCalls,
  logIn,
  loginButton,
  openPopup,
  popup,
  rejectButton,
  toastText,
} from './popup-page.mjs';

const { open } = stage({ before, after });

const FULL_NUMBER = '13800138000';
const sheet = ({ page }) => page.getByTestId('phone-sheet');

test('a user who allows is logged in, and only the masked number stays', async (t) => {
  const scene = await open(t);
  await authorize(scene, 'ask');
  await scene.page.getByTestId('sheet-allow').click();
  assert.equal(await toastText(scene), '手机号获取成功');
  assert.equal(await scene.page.getByTestId('toast').getAttribute('data-icon'), 'success');
  await popup(scene).waitFor({ state: 'detached' });
  assert.deepEqual(await scene.storage(), { userPhone: '138****8000' });
  await scene.phone.getByText('138****8000').waitFor();
  const analytics = await scene.log('analytics');
  assert.deepEqual(
    analytics.map(({ text }) => text),
    ['phone_number_success'],
  );
  const everything = (await scene.page.content()) + (await scene.phone.locator('body').innerHTML());
  assert.ok(!everything.includes(FULL_NUMBER), 'the full number is on the page');
});

test('a user who was logged in is recognised after a reload', async (t) => {
  const scene = await open(t);
  await authorize(scene, 'allow');
  await popup(scene).waitFor({ state: 'detached' });
  await scene.page.reload();
  await scene.phone.getByText('138****8000').waitFor();
});

test('a user who refuses reads why, and can still change their mind', async (t) => {
  const scene = await open(t);
  await authorize(scene, 'ask');
  await scene.page.getByTestId('sheet-deny').click();
  assert.equal(await toastText(scene), '需要授权手机号才能使用');
  assert.deepEqual(await scene.storage(), {});
  assert.equal((await cloudCalls(scene)).length, 0);
  await logIn(scene);
});

test('a user who dismisses the sheet can try again', async (t) => {
  const scene = await open(t);
  await authorize(scene, 'ask');
  await scene.page.getByTestId('sheet-dim').click({ position: { x: 20, y: 20 } });
  assert.match(await toastText(scene), /授权/);
  assert.deepEqual(await scene.storage(), {});
  await logIn(scene);
});

test('a user who refuses on the popup itself leaves it', async (t) => {
  const scene = await open(t);
  await openPopup(scene);
  await rejectButton(scene).click();
  await popup(scene).waitFor({ state: 'detached' });
  assert.equal(await sheet(scene).count(), 0);
  await logIn(scene);
});

test('a used up quota is said in a modal with one button, and not by WeChat as well', async (t) => {
  const scene = await open(t);
  await authorize(scene, 'quota');
  const { page } = scene;
  assert.equal(await page.getByTestId('modal-title').textContent(), '提示');
  assert.equal(await page.getByTestId('modal-content').textContent(), '该功能使用次数已达上限，请联系客服');
  assert.equal(await page.getByTestId('modal-cancel').count(), 0);
  assert.equal(await page.getByTestId('quota-sheet').count(), 0);
  await page.getByTestId('modal-confirm').click();
  await rejectButton(scene).click();
  await popup(scene).waitFor({ state: 'detached' });
});

test('two fast taps give one sheet, one event and one call', async (t) => {
  const scene = await open(t);
  await scene.platform('ask');
  await openPopup(scene);
  await allowButton(scene).dblclick();
  await sheet(scene).waitFor();
  assert.equal(await sheet(scene).count(), 1);
  await scene.page.getByTestId('sheet-allow').click();
  await popup(scene).waitFor({ state: 'detached' });
  assert.equal((await scene.log('platform')).length, 1);
  assert.equal((await cloudCalls(scene)).length, 1);
});

test('while WeChat and the server are asked the button has no open-type', async (t) => {
  const scene = await open(t);
  await authorize(scene, 'ask');
  await sheet(scene).waitFor();
  assert.equal((await scene.state()).openType, '');
  await scene.page.getByTestId('sheet-allow').click();
  await popup(scene).waitFor({ state: 'detached' });
});

test('a popup that was left by going to the background is still there', async (t) => {
  const scene = await open(t);
  await openPopup(scene);
  await scene.page.getByRole('button', { name: '切到后台' }).click();
  await scene.page.getByRole('button', { name: '回到前台' }).click();
  await logIn(scene);
});

test('reset logs the user out', async (t) => {
  const scene = await open(t);
  await logIn(scene);
  await scene.page.getByTestId('start-over').click();
  await scene.phone.getByText('未登录').waitFor();
  assert.deepEqual(await scene.storage(), {});
  assert.equal(await loginButton(scene).textContent(), '手机号登录');
});

test('an answer for a mini-program that was reset in the meantime changes nothing', async (t) => {
  const scene = await open(t);
  const { page } = scene;
  const call = await hold(t, page, '**/cloud/call');
  // The old page lives on until the new one has arrived.
  const restart = await hold(t, page, '**/phone.html');
  await authorize(scene, 'allow');
  await page.evaluate(() => {
    window.simulator.startOver();
  });
  const answered = page.waitForResponse('**/cloud/call');
  call.release();
  await (await answered).finished();
  await scene.phone.locator('body').evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  restart.release();
  await page.evaluate(() => window.simulator.ready);
  assert.deepEqual(await scene.storage(), {});
  assert.deepEqual(
    (await scene.log('cloud')).map(({ text }) => text),
    ['init'],
  );
  assert.equal(await page.getByTestId('toast').count(), 0);
});

/** Keeps requests back until they are released. */
async function hold(t, page, pattern) {
  let release;
  const released = new Promise((resolve) => {
    release = resolve;
  });
  await page.route(pattern, (route) => released.then(() => route.continue()));
  t.after(() => page.unroute(pattern));
  return { release };
}
