/** What the popup looks like where an app, or WeChat's own style sheet, has a say. */
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';

import { stage } from './browser.mjs';
import { allowButton, authorize, openPopup, popup } from './popup-page.mjs';

const { open } = stage({ before, after });

const styleOf = (locator, pseudo) =>
  locator.evaluate((node, name) => {
    const { backgroundColor, color, opacity } = getComputedStyle(node, name);
    return { backgroundColor, color, opacity };
  }, pseudo);

test('the icon follows the accent, and its circle is a tenth of it', async (t) => {
  const style = (css, path) => (path === 'app' ? `${css} page { --popup-accent: rgb(1, 2, 3) }` : css);
  const scene = await open(t, { style });
  await openPopup(scene);
  const icon = popup(scene).locator('[class$="--popup-icon"]');
  const circle = await styleOf(icon, '::before');
  assert.deepEqual([circle.backgroundColor, circle.opacity], ['rgb(1, 2, 3)', '0.1']);
  assert.equal((await styleOf(icon)).backgroundColor, 'rgba(0, 0, 0, 0)');
});

test('the button is green and white, and paler while it cannot be tapped', async (t) => {
  const scene = await open(t);
  await openPopup(scene);
  const look = { backgroundColor: 'rgb(7, 193, 96)', color: 'rgb(255, 255, 255)', opacity: '1' };
  assert.deepEqual(await styleOf(allowButton(scene)), look);
  await scene.page.evaluate(() => window.simulator.startOver());
  await authorize(scene, 'ask');
  await scene.page.getByTestId('phone-sheet').waitFor();
  assert.deepEqual(await styleOf(allowButton(scene)), { ...look, opacity: '0.75' });
});
