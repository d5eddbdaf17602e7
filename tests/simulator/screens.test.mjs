/** The popup fits phones of every size. The pictures are kept for people to look at; the tests measure. */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';

import { stage } from './browser.mjs';
import { allowButton, authorize, logIn, openPopup, popup, rejectButton } from './popup-page.mjs';

const { open } = stage({ before, after });

const PICTURES = fileURLToPath(new URL('./screenshots/', import.meta.url));
const PHONES = {
  small: { width: 320, height: 504, safeBottom: 0 },
  medium: { width: 375, height: 603, safeBottom: 0 },
  tall: { width: 375, height: 724, safeBottom: 34 },
  large: { width: 430, height: 834, safeBottom: 34 },
};

before(() => mkdir(PICTURES, { recursive: true }));

async function openOn(t, id) {
  const scene = await open(t);
  await scene.page.evaluate((name) => window.simulator.setPhone(name), id);
  return scene;
}

/** A picture of the phone when everything that moves has come to rest. */
const picture = (scene, name) =>
  scene.page.locator('#phone').screenshot({ path: `${PICTURES}${name}.png`, animations: 'disabled' });

/** Where an element is in the mini-program's page, whatever the scale at which the phone is shown. */
const place = (locator) =>
  locator.evaluate((node) => {
    const { left, top, right, bottom, width, height } = node.getBoundingClientRect();
    return { left, top, right, bottom, width, height, overflow: node.scrollWidth - node.clientWidth };
  });

const settled = ({ phone }) =>
  phone.locator('body').evaluate((body) => Promise.all(body.ownerDocument.getAnimations().map(({ finished }) => finished)));

for (const [id, { width, height, safeBottom }] of Object.entries(PHONES)) {
  test(`on a ${id} phone the popup and its buttons are in sight, apart and easy to hit`, async (t) => {
    const scene = await openOn(t, id);
    await picture(scene, `${id}-page`);
    await openPopup(scene);
    await settled(scene);
    await picture(scene, `${id}-popup`);
    const [mask, allow, reject] = [await place(popup(scene)), await place(allowButton(scene)), await place(rejectButton(scene))];
    assert.deepEqual([mask.left, mask.top, mask.right, mask.bottom], [0, 0, width, height]);
    for (const button of [allow, reject]) {
      assert.ok(button.left >= 0 && button.right <= width && button.top >= 0, 'in sight');
      assert.ok(button.bottom <= height - safeBottom, 'above the home indicator');
      assert.ok(button.height >= 40 && button.width >= width / 3, 'easy to hit');
      assert.ok(button.overflow <= 0, 'its text fits');
    }
    assert.ok(allow.bottom <= reject.top || allow.right <= reject.left || reject.right <= allow.left, 'apart');
    const page = await place(scene.phone.locator('body'));
    assert.ok(page.overflow <= 0, 'nothing scrolls sideways');
  });

  test(`on a ${id} phone the sheet, a toast and the modal are in sight`, async (t) => {
    const scene = await openOn(t, id);
    const screen = await scene.page.locator('#phone .screen').boundingBox();
    const inSight = async (name) => {
      const box = await scene.page.getByTestId(name).boundingBox();
      assert.ok(box.x >= screen.x - 1 && box.x + box.width <= screen.x + screen.width + 1, `${name} fits in width`);
      assert.ok(box.y >= screen.y - 1 && box.y + box.height <= screen.y + screen.height + 1, `${name} fits in height`);
      await picture(scene, `${id}-${name}`);
    };
    await authorize(scene, 'ask');
    await inSight('phone-sheet');
    await scene.page.getByTestId('sheet-deny').click();
    await inSight('toast');
    await scene.platform('quota');
    await allowButton(scene).click();
    await inSight('modal');
  });
}

test('the page of a user who is logged in', async (t) => {
  const scene = await openOn(t, 'medium');
  await logIn(scene);
  await scene.page.getByTestId('toast').waitFor({ state: 'detached' });
  await picture(scene, 'medium-logged-in');
});

test('the whole simulator fits a laptop without scrolling', async (t) => {
  const scene = await open(t);
  await scene.page.setViewportSize({ width: 1280, height: 800 });
  await openPopup(scene);
  await settled(scene);
  const { width, height } = await scene.page.evaluate(() => ({
    width: document.documentElement.scrollWidth - innerWidth,
    height: document.documentElement.scrollHeight - innerHeight,
  }));
  assert.ok(width <= 0 && height <= 0, `${width} × ${height} too much`);
  await scene.page.screenshot({ path: `${PICTURES}simulator.png` });
});
