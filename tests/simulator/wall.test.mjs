/** The page of all states: every one is there as a running popup, and its link leads the simulator to the same one. */
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';

import { reachable } from '../../simulator/states/states.mjs';
import { names } from '../../simulator/web/states/names.js';
import { violations } from '../support/axe.mjs';
import { stage } from '../support/simulator/browser.mjs';

const { open } = stage({ before, after });

/** Opens the wall from the workbench, as a user does. */
async function openWall(t) {
  const scene = await open(t, { settings: '' });
  const [wall] = await Promise.all([
    scene.page.context().waitForEvent('page'),
    scene.page.getByTestId('to-states').click(),
  ]);
  await wall.waitForFunction(() => document.body.dataset.state === 'done', undefined, { timeout: 60_000 });
  return { scene, wall };
}

const figure = (wall, id) => wall.getByTestId(`state-${id}`);

/** What a popup says of itself, but for the seconds that pass. */
const said = ({ state, openType, disabled, loading, agreed, countdown }) => ({
  ...{ state, openType, disabled, loading, agreed },
  counts: countdown > 0,
});

test('every state has a name in two languages', () => {
  assert.deepEqual(Object.keys(names).toSorted(), reachable.map(({ id }) => id).toSorted());
  for (const [chinese, english] of Object.values(names)) assert.ok(chinese && english);
});

test('every state of the sheet is on the wall, and its link leads the simulator to the same one', async (t) => {
  const { scene, wall } = await openWall(t);
  assert.deepEqual(await wall.locator('.failed').allTextContents(), []);
  for (const { id } of reachable) {
    const frame = await figure(wall, id).locator('iframe').elementHandle();
    const shown = await (await frame.contentFrame()).evaluate(() => window.phone.state);
    assert.equal(await figure(wall, id).locator('.told').textContent(), shown.state);
    const link = await figure(wall, id).locator('a').getAttribute('href');
    await scene.page.goto(new URL(`${link}&time=fast`, scene.url).href);
    const led = await scene.page.waitForFunction(() => {
      const { course, state } = window.simulator ?? { course: { mode: 'none', steps: [] } };
      return course.mode === 'idle' && course.played === course.steps.length && state;
    });
    assert.deepEqual(said(await led.jsonValue()), said(shown), id);
  }
});

/** axe-core looks at the wall in windows of every width. */
async function assertClean(wall, name) {
  for (const width of [1440, 1280, 390]) {
    await wall.setViewportSize({ width, height: 900 });
    assert.deepEqual(await violations(wall, { iframes: false }), [], `${name}, ${width}`);
    assert.equal(await wall.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
  }
}

test('axe-core finds nothing wrong with the wall, light and dark, in windows of every width', async (t) => {
  const { wall } = await openWall(t);
  await assertClean(wall, 'light');
  await wall.getByRole('link', { name: '深色' }).click();
  await wall.waitForFunction(() => document.body.dataset.state === 'done', undefined, { timeout: 60_000 });
  const sheet = figure(wall, 'denied').frameLocator('iframe').locator('[class*="--popup-content"]');
  assert.equal(await sheet.evaluate((node) => getComputedStyle(node).backgroundColor), 'rgb(31, 31, 31)');
  await assertClean(wall, 'dark');
});
