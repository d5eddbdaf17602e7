/** What a user sets on the phone, and other devices: the mini-program is told, and the popup follows. */
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';

import { stage } from '../support/simulator/browser.mjs';
import { allowButton, authorize, openPopup, popup } from './popup-page.mjs';

const { open } = stage({ before, after });

const content = (scene) => popup(scene).locator('[class*="--popup-content"]');
const styleOf = (locator, name) => locator.evaluate((node, property) => getComputedStyle(node)[property], name);
const titleSize = (scene) => styleOf(popup(scene).locator('[class*="--popup-title"]'), 'fontSize');
const LIGHT = 'rgb(255, 255, 255)';
const DARK = 'rgb(31, 31, 31)';

test('on a dark phone the popup and WeChat’s windows are dark, whatever the browser is, and light again on a light one', async (t) => {
  const scene = await open(t, { settings: '?theme=dark&platform=ask' });
  await openPopup(scene);
  assert.equal(await styleOf(content(scene), 'backgroundColor'), DARK);
  await allowButton(scene).click();
  const sheet = scene.page.getByTestId('phone-sheet');
  assert.notEqual(await styleOf(sheet, 'backgroundColor'), LIGHT);
  await scene.page.emulateMedia({ colorScheme: 'dark' });
  await scene.set({ theme: 'light' });
  assert.equal(await styleOf(content(scene), 'backgroundColor'), LIGHT);
  assert.equal(await styleOf(sheet, 'backgroundColor'), LIGHT);
});

test('a mini-program is told the theme and the font size', async (t) => {
  const code = `const { theme, fontSizeScaleFactor, fontSizeSetting } = wx.getAppBaseInfo();
    wx.setStorageSync('told', { theme, fontSizeScaleFactor, fontSizeSetting });`;
  const scene = await open(t, { settings: '?theme=dark&fontSize=care', code });
  assert.deepEqual((await scene.storage()).told, { theme: 'dark', fontSizeScaleFactor: 1.4, fontSizeSetting: 22 });
});

test('the popup follows the font size as it is changed', async (t) => {
  const scene = await open(t, { settings: '' });
  await openPopup(scene);
  assert.equal(await titleSize(scene), '22px');
  await scene.set({ fontSize: 'care' });
  assert.equal(await titleSize(scene), '30.8px');
  await scene.set({ fontSize: 'usual' });
  assert.equal(await titleSize(scene), '22px');
});

for (const phone of ['tablet', 'tabletUpright', 'computer']) {
  test(`on a device as ${phone} the popup is a card in the middle`, async (t) => {
    const scene = await open(t, { settings: `?phone=${phone}` });
    await openPopup(scene);
    assert.match(await popup(scene).getAttribute('class'), /--popup-card/);
    const [card, page] = [await content(scene).boundingBox(), await popup(scene).boundingBox()];
    const [left, right] = [card.x - page.x, page.x + page.width - card.x - card.width];
    assert.ok(left > 50 && Math.abs(left - right) < 2, `${left} and ${right}`);
  });
}

test('a start over keeps what is set on the phone, and a reset takes it back', async (t) => {
  const scene = await open(t, { settings: '?theme=dark&fontSize=large' });
  await scene.page.getByTestId('start-over').click();
  await authorize(scene, 'deny');
  assert.equal(await styleOf(content(scene), 'backgroundColor'), DARK);
  await scene.page.getByTestId('reset').click();
  await scene.page.evaluate(() => window.simulator.ready);
  await openPopup(scene);
  assert.deepEqual([await styleOf(content(scene), 'backgroundColor'), await titleSize(scene)], [LIGHT, '22px']);
});
