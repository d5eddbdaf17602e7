/** The sheet comes and goes in sight, without input while it goes, and moves less for who wants less. */
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';

import { screens, stateOf } from '../../simulator/states/states.mjs';
import { stage } from './stage.mjs';

const open = stage({ before, after });

const prompting = stateOf('prompting');

/** What is animated, and for how many milliseconds. */
const animations = (phone) =>
  phone.page.evaluate(() =>
    document
      .getAnimations()
      .map((animation) => [
        animation.effect.target.className.replace(/^.*--/, ''),
        animation.animationName,
        animation.effect.getTiming().duration,
      ]),
  );

/** The sheet while it leaves. */
const leaving = ({ page }) => page.locator('[class*="--popup-leave"]');

const hold = ({ page }) =>
  page.evaluate(() => {
    const pause = () => document.getAnimations().forEach((animation) => animation.pause());
    new MutationObserver(pause).observe(document.body, { subtree: true, childList: true, attributes: true });
  });

for (const [screen, moves, come, go] of [
  ['375', true, 'popup-rise', 'popup-sink'],
  ['tablet', true, 'popup-grow', 'popup-shrink'],
  ['375', false, 'popup-fade-in', 'popup-fade-out'],
  ['tablet', false, 'popup-fade-in', 'popup-fade-out'],
]) {
  test(`at ${screen}${moves ? '' : ', where less is to move,'} it comes by ${come} and goes by ${go}`, async (t) => {
    const unopened = { ...prompting, reach: async () => {} };
    const phone = await open(t, unopened, { screen: screens[screen], moves });
    await hold(phone);
    await phone.open();
    assert.deepEqual((await animations(phone)).sort(), [
      ['popup-content', come, 240],
      ['popup-mask', 'popup-fade-in', 240],
    ]);
    await phone.rejectButton.press('Enter');
    assert.deepEqual((await animations(phone)).sort(), [
      ['popup-content', go, 200],
      ['popup-mask', 'popup-fade-out', 200],
    ]);
  });
}

test('what leaves takes no tap, is not read, and is gone after 200 ms', async (t) => {
  const phone = await open(t, prompting, { screen: screens['375'], moves: true });
  const seen = await phone.page.evaluate(async () => {
    const sheet = document.querySelector('[class*="--phone-popup"]');
    const button = sheet.querySelector('[class*="--phone-btn"]:not([class*="--btn-primary"])');
    const { left, top } = button.getBoundingClientRect();
    button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    const hit = document.elementFromPoint(left + 5, top + 5);
    const started = performance.now();
    const isThere = sheet.isConnected;
    const told = sheet.getAttribute('aria-hidden');
    while (sheet.isConnected && performance.now() - started < 2000) await new Promise(requestAnimationFrame);
    return { isThere, told, isHit: sheet.contains(hit), lasted: performance.now() - started };
  });
  assert.deepEqual([seen.isThere, seen.told, seen.isHit], [true, 'true', false]);
  assert.ok(seen.lasted >= 190 && seen.lasted < 900, `${seen.lasted} ms`);
});

/** WeChat has asked, and the server is about to answer. */
const verifying = stateOf('verifying');
const VERIFIED = { result: { success: true, phoneNumber: '13800138000' } };

for (const [moves, pop, go] of [
  [true, 'popup-pop', 'popup-sink'],
  [false, 'popup-fade-in', 'popup-fade-out'],
]) {
  test(`a success is shown before the sheet goes${moves ? '' : ', where less is to move, too'}`, async (t) => {
    const phone = await open(t, verifying, { screen: screens['375'], moves });
    await hold(phone);
    await phone.answerCall(VERIFIED);
    await leaving(phone).waitFor();
    assert.equal(await leaving(phone).getAttribute('aria-hidden'), 'false', 'a success is read out');
    const found = await phone.page.evaluate(() =>
      document
        .getAnimations()
        .filter(({ effect }) => effect.getTiming().iterations !== Infinity)
        .map(({ effect, animationName }) => {
          const { delay, duration } = effect.getTiming();
          return [effect.target.className.replace(/^.*--/, ''), effect.pseudoElement, animationName, delay, duration];
        }),
    );
    assert.deepEqual(found.sort(), [
      ['popup-content', null, go, 700, 200],
      ['popup-done-disc', null, pop, 0, 320],
      ['popup-done-disc', '::after', 'popup-fade-in', 140, 160],
      ['popup-mask', null, 'popup-fade-out', 700, 200],
    ]);
    assert.deepEqual(await phone.part('popup-done-title').allTextContents(), ['登录成功']);
    assert.deepEqual(await phone.part('popup-done-text').allTextContents(), ['手机号已验证']);
  });
}

test('after a success the sheet is as high as it was, takes no tap, and is gone after 900 ms', async (t) => {
  const phone = await open(t, verifying, { screen: screens['375'], moves: true });
  const content = phone.part('popup-content');
  const { height } = await content.boundingBox();
  const seen = await phone.page.evaluate(async (answer) => {
    const sheet = document.querySelector('[class*="--phone-popup"]');
    window.phone.asked.call(answer);
    while (!sheet.className.includes('popup-leave')) await new Promise(requestAnimationFrame);
    const started = performance.now();
    const done = sheet.querySelector('[class*="--popup-done"]');
    const { left, top, height: layer } = done.getBoundingClientRect();
    const hit = document.elementFromPoint(left + 5, top + 5);
    while (sheet.isConnected && performance.now() - started < 5000) await new Promise(requestAnimationFrame);
    return { layer, isHit: sheet.contains(hit), lasted: performance.now() - started };
  }, VERIFIED);
  assert.deepEqual([seen.layer, seen.isHit], [height, false]);
  assert.ok(seen.lasted >= 850 && seen.lasted < 3000, `${seen.lasted} ms`);
});

test('a sheet that is opened again while it leaves is there, and stays', async (t) => {
  const phone = await open(t, prompting, { screen: screens['375'], moves: true });
  await phone.rejectButton.click();
  await phone.page.getByText('手机号登录', { exact: true }).press('Enter');
  await phone.page.waitForTimeout(400);
  assert.ok(await phone.sheet.isVisible());
  assert.equal(await leaving(phone).count(), 0);
});
