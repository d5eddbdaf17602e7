/** The real mini-program, where the popup verifies and the first answers are failures. */
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';

import { answerSequences } from '../../simulator/answer-sequences.mjs';
import { serverAnswers } from '../../simulator/cloud/index.mjs';
import { ownServerAnswers } from '../../simulator/own-server/index.mjs';
import { stage } from '../support/simulator/browser.mjs';
import {
  againButton,
  agreementLinks,
  agreementToggle,
  allowButton,
  authorize,
  cloudCalls,
  openPopup,
  popup,
  popupEvents,
  reached,
  rejectButton,
  statusLine,
} from './popup-page.mjs';

const { open } = stage({ before, after });

const BY_ITSELF = { 'network-success': 2, 'network-network-success': 3, 'busy-success': 2, 'timeout-success': 2 };

async function authorizeVerifying(t, server) {
  const scene = await open(t);
  await scene.set({ verifier: 'popup' });
  await authorize(scene, 'allow', server);
  return scene;
}

/** One code, one answer of WeChat: nobody paid twice. */
async function assertOneCode(scene, calls) {
  const sent = await cloudCalls(scene);
  assert.equal(sent.length, calls);
  assert.equal(new Set(sent.map(({ detail }) => detail.code)).size, 1);
  assert.equal((await scene.log('platform')).length, 1);
  assert.equal((await popupEvents(scene, 'phoneNumberVerified')).length, 1);
}

/** Lets the clock run ahead by whole seconds, each of which the countdown may use. */
async function pass(page, seconds) {
  for (let second = 0; second < seconds; second += 1) await page.clock.runFor(1000);
}

/** Keeps calls of the cloud function back until they are released. */
async function holdCalls(t, page) {
  let release;
  const released = new Promise((resolve) => {
    release = resolve;
  });
  await page.route('**/cloud/call', (route) => released.then(() => route.continue()));
  t.after(() => page.unroute('**/cloud/call'));
  return { release };
}

for (const [backEnd, there] of Object.entries({ 'cloud-function': serverAnswers, ...ownServerAnswers })) {
  test(`every sequence of ${backEnd} is made of answers that there are, and ends in success`, () => {
    const sequences = Object.values(answerSequences[backEnd]);
    assert.ok(sequences.length > 0);
    for (const { label, answers } of sequences) {
      assert.match(label, /\p{Script=Han}/u);
      assert.equal(answers.at(-1), 'success');
      for (const id of answers) assert.ok(Object.hasOwn(there, id), id);
    }
  });
}

for (const [id, calls] of Object.entries(BY_ITSELF)) {
  test(`${id}: the popup sends the same code again by itself`, async (t) => {
    const scene = await authorizeVerifying(t, id);
    await reached(scene, 'verified');
    await assertOneCode(scene, calls);
    assert.deepEqual(await popupEvents(scene, 'phoneNumberReject'), []);
  });
}

test('before the next attempt the button counts the seconds', async (t) => {
  const scene = await authorizeVerifying(t, 'network-success');
  await scene.phone.getByText('1 秒后自动重试').waitFor();
  assert.equal(await allowButton(scene).getAttribute('aria-disabled'), 'true');
  await reached(scene, 'verified');
});

test('after the limit of a minute the popup counts it down and sends the code again', async (t) => {
  const scene = await open(t, {});
  await scene.set({ verifier: 'popup' });
  await scene.page.clock.install();
  await authorize(scene, 'allow', 'rate-limited-success');
  await scene.phone.getByText('60 秒后自动重试').waitFor();
  await pass(scene.page, 59);
  await scene.phone.getByText('1 秒后自动重试').waitFor();
  assert.equal((await cloudCalls(scene)).length, 1);
  await pass(scene.page, 1);
  await reached(scene, 'verified');
  await assertOneCode(scene, 2);
});

test('fast-forward, a minute of waiting is over in seconds, and the countdown is seen', async (t) => {
  const scene = await open(t, { settings: '?verifier=popup&time=fast' });
  const start = Date.now();
  await authorize(scene, 'allow', 'rate-limited-success');
  await scene.phone.getByText(/^\d+ 秒后自动重试$/).waitFor();
  await reached(scene, 'verified');
  assert.ok(Date.now() - start < 20_000, `${Date.now() - start} ms`);
  await assertOneCode(scene, 2);
});

test('what is waited for is shortened while it is waited for', async (t) => {
  const scene = await open(t, { settings: '?verifier=popup' });
  await authorize(scene, 'allow', 'rate-limited-success');
  await scene.phone.getByText('59 秒后自动重试').waitFor();
  await scene.page.getByTestId('time-fast').click();
  await reached(scene, 'verified');
  await assertOneCode(scene, 2);
});

test('on a slow network the code is sent again after six seconds, and the first answer counts', async (t) => {
  const scene = await open(t, { settings: '?verifier=popup&latency=slower&time=fast' });
  await authorize(scene, 'allow');
  await reached(scene, 'verified');
  await assertOneCode(scene, 2);
});

test('where a reply is lost the popup sends the code again, and the function gives the number it gave', async (t) => {
  const scene = await open(t, {});
  await scene.set({ verifier: 'popup' });
  await scene.page.clock.install();
  await authorize(scene, 'allow', 'lost-success');
  while (!(await scene.log('cloud')).some(({ text }) => text.endsWith('回复丢失'))) await scene.page.waitForTimeout(20);
  // Not a second more: the function answers the second call in the time of this machine.
  for (let second = 0; second < 21 && (await cloudCalls(scene)).length < 2; second += 1) await pass(scene.page, 1);
  await reached(scene, 'verified');
  await assertOneCode(scene, 2);
});

test('a code that a developer can still save is sent again at a tap', async (t) => {
  const scene = await authorizeVerifying(t, 'missing-success');
  await reached(scene, 'failed');
  assert.equal(await allowButton(scene).textContent(), '其他方式登录');
  await againButton(scene).click();
  await reached(scene, 'verified');
  await assertOneCode(scene, 2);
});

test('closing the popup during the countdown ends the attempts, and the next popup offers the code again', async (t) => {
  const scene = await authorizeVerifying(t, 'rate-limited-success');
  await scene.phone.getByText(/秒后自动重试/).waitFor();
  await rejectButton(scene).click();
  await popup(scene).waitFor({ state: 'detached' });
  await openPopup(scene);
  assert.equal(await allowButton(scene).textContent(), '重试');
  await allowButton(scene).click();
  await reached(scene, 'verified');
  await assertOneCode(scene, 2);
});

test('a page that is left while its popup verifies hands the number to the next popup', async (t) => {
  const scene = await open(t);
  const { page } = scene;
  const calls = await holdCalls(t, page);
  await scene.set({ verifier: 'popup' });
  await authorize(scene, 'allow');
  await reached(scene, 'verifying');
  await page.getByTestId('leave-page').click();
  calls.release();
  await scene.logged('analytics');
  await page.getByRole('button', { name: '重新进入' }).click();
  assert.deepEqual(await popupEvents(scene, 'phoneNumberVerified'), []);
  await scene.phone.getByRole('button', { name: '手机号登录' }).click();
  await reached(scene, 'verified');
  await assertOneCode(scene, 1);
});

test('of two pages that are left while their popups verify, the answer for the one that nobody inherits is no error', async (t) => {
  const scene = await open(t);
  const { page, phone } = scene;
  const calls = await holdCalls(t, page);
  await scene.set({ verifier: 'popup', agreement: 'own' });
  await authorizeWithTick(scene);
  await agreementLinks(scene).first().click();
  await page.getByTestId('go-back').waitFor();
  await authorizeWithTick({ ...scene, phone: phone.locator('wx-page:not([hidden])') });
  await page.getByTestId('leave-page').click();
  calls.release();
  const answers = async () => (await scene.log('cloud')).filter(({ text }) => text === 'decryptPhoneNumber →');
  await scene.logged('analytics');
  while ((await answers()).length < 2) await page.waitForTimeout(20);
  assert.deepEqual(await scene.log('error'), []);
});

async function authorizeWithTick(scene) {
  await scene.platform('allow');
  await openPopup(scene);
  await agreementToggle(scene).click();
  await allowButton(scene).click();
  await reached(scene, 'verifying');
}

test('what became of a verification while the mini-program was in the background is read when it is back', async (t) => {
  const scene = await open(t);
  const { page } = scene;
  const calls = await holdCalls(t, page);
  await scene.set({ verifier: 'login' });
  await authorize(scene, 'allow', 'code_invalid');
  await reached(scene, 'verifying');
  await page.getByRole('button', { name: '切到后台' }).click();
  calls.release();
  await reached(scene, 'failed');
  await page.getByRole('button', { name: '回到前台' }).click();
  assert.equal(await statusLine(scene).textContent(), '本次授权已失效，重新授权即可继续');
  assert.deepEqual(await scene.log('toast'), []);
});
