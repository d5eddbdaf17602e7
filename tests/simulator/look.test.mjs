/** What the popup looks like where an app, or WeChat's own style sheet, has a say. */
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';

import { stage } from '../support/simulator/browser.mjs';
import { allowButton, authorize, openPopup, popup } from './popup-page.mjs';

const { open } = stage({ before, after });

const styleOf = (locator, pseudo) =>
  locator.evaluate((node, name) => {
    const { backgroundColor, color, opacity } = getComputedStyle(node, name);
    return { backgroundColor, color, opacity };
  }, pseudo);

test('the icon follows the accent', async (t) => {
  const style = (css, path) => (path === 'app' ? `${css} page { --popup-accent: rgb(1, 2, 3) }` : css);
  const scene = await open(t, { style });
  await openPopup(scene);
  const icon = popup(scene).locator('[class$="--popup-icon"]');
  assert.equal((await styleOf(icon)).backgroundColor, 'rgb(1, 2, 3)');
});

test('the button is green and white, also while it cannot be tapped', async (t) => {
  const scene = await open(t);
  await openPopup(scene);
  const look = { backgroundColor: 'rgb(6, 135, 67)', color: 'rgb(255, 255, 255)', opacity: '1' };
  assert.deepEqual(await styleOf(allowButton(scene)), look);
  await scene.page.evaluate(() => window.simulator.startOver());
  await authorize(scene, 'ask');
  await scene.page.getByTestId('phone-sheet').waitFor();
  assert.deepEqual(await styleOf(allowButton(scene)), look);
});
