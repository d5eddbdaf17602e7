/** The page around the phone, as axe-core and a keyboard find it. The popup itself is looked at in tests/sheet. */
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';

import { violations } from '../support/axe.mjs';
import { stage } from '../support/simulator/browser.mjs';
import { allowButton, authorize, openPopup, reached } from './popup-page.mjs';

const { open } = stage({ before, after });

const WIDTHS = { 1440: 900, 1280: 800, 390: 844 };

/** The phone's frame is a page of its own. */
const AROUND_THE_PHONE = { iframes: false };

/** In a narrow window the whole phone has to be scrolled to before its lower end can be tapped. */
const goToPhone = ({ page }) => page.locator('#phone').evaluate((node) => node.scrollIntoView({ block: 'end' }));

/** What can be on the page, each reached from the one before. */
const SCENES = {
  'at first': async () => {},
  'while a course is recorded, with WeChat’s sheet': async (scene) => {
    await scene.page.getByTestId('record').click();
    await scene.page.getByTestId('record').getByText('停止 0 步').waitFor();
    await scene.platform('ask');
    await goToPhone(scene);
    await openPopup(scene);
    await allowButton(scene).click();
    await scene.page.getByTestId('phone-sheet').waitFor();
  },
  'after a login, with a log, a storage, a course and its scenario': async (scene) => {
    await scene.page.getByTestId('sheet-allow').click();
    await scene.page.getByTestId('storage-session').waitFor();
    await scene.page.getByTestId('record').click();
    await scene.page.getByTestId('export').click();
    await scene.page.getByTestId('scenario').filter({ hasText: /\}$/ }).waitFor();
    await scene.page.getByTestId('storage-session').waitFor();
  },
  'with a modal of WeChat’s, hints and errors in the log': async (scene) => {
    // The popup says by itself what has happened; the page of the original document shows a modal.
    await scene.set({ verifier: 'page' });
    await scene.page.getByTestId('start-over').click();
    await goToPhone(scene);
    await authorize(scene, 'quota');
    await scene.page.getByTestId('modal').waitFor();
    await scene.page.evaluate(() => window.simulator.setBackground(true));
  },
};

for (const [width, height] of Object.entries(WIDTHS)) {
  test(`axe-core finds nothing wrong at ${width} px`, async (t) => {
    const scene = await open(t, { settings: '' });
    await scene.page.setViewportSize({ width: Number(width), height });
    for (const [name, reach] of Object.entries(SCENES)) {
      await reach(scene);
      assert.deepEqual(await violations(scene.page, AROUND_THE_PHONE), [], name);
    }
  });
}

test('axe-core finds a button without a name and a text that is too pale', async (t) => {
  const { page } = await open(t, { settings: '' });
  await page.evaluate(() => {
    document.querySelector('#go-back').hidden = false;
    document.querySelector('#go-back').removeAttribute('aria-label');
    document.querySelector('.start').style.color = '#cccccc';
  });
  const found = (await violations(page, AROUND_THE_PHONE)).map((line) => line.split(':')[0]);
  assert.ok(found.includes('button-name') && found.includes('color-contrast'), found.join());
});

/** Presses Tab until what has the focus is the one, and says how often. */
async function tabTo(page, matches) {
  for (let tabs = 1; tabs <= 80; tabs += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((selector) => document.activeElement.matches(selector), matches)) return tabs;
  }
  throw new Error(`the focus never comes to ${matches}`);
}

test('with the keyboard alone a course is recorded, a login made, and the scenario exported', async (t) => {
  const scene = await open(t, { settings: '?platform=ask' });
  const { page, phone } = scene;
  await tabTo(page, '#record');
  await page.keyboard.press('Enter');
  await page.getByTestId('record').getByText('停止 0 步').waitFor();
  await tabTo(page, '[data-testid="mode-quick"]');
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.evaluate(() => window.simulator.settings.mode), 'realtime');
  await phone.locator('.login').focus();
  await page.keyboard.press('Enter');
  await allowButton(scene).focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('phone-sheet').waitFor();
  await tabTo(page, '[data-testid="sheet-allow"]');
  await page.keyboard.press('Enter');
  await reached(scene, 'verified');
  await page.locator('body').press('Home');
  await tabTo(page, '#record');
  await page.keyboard.press('Enter');
  await tabTo(page, '#export');
  await page.keyboard.press('Enter');
  const written = page.getByTestId('scenario').filter({ hasText: /\}$/ });
  await written.waitFor();
  const { steps, options } = JSON.parse(await written.innerText());
  assert.deepEqual([steps[0].do, options.mode, steps.at(-1).do], ['show', 'realtime', 'answer']);
});

test('every control can be reached with Tab, in the order in which it is seen, and none holds the focus', async (t) => {
  const { page } = await open(t, { settings: '' });
  const reachedIds = [];
  for (let tabs = 0; tabs < 120; tabs += 1) {
    await page.keyboard.press('Tab');
    const id = await page.evaluate(() => document.activeElement.dataset.testid ?? document.activeElement.id);
    if (reachedIds.length > 0 && id === reachedIds[0]) break;
    reachedIds.push(id);
  }
  for (const id of ['record', 'pick-verifier', 'leave-page', 'mode-quick', 'platform-answer-ask', 'log-kind', 'log'])
    assert.ok(reachedIds.includes(id), `${id}: ${reachedIds.join()}`);
  assert.ok(reachedIds.length < 100, 'the focus goes round');
});
