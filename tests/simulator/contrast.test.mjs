/** The page around the phone can be read, and used with the keyboard alone. */
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';

import { stage } from '../support/simulator/browser.mjs';
import { authorize, reached } from './popup-page.mjs';

const { open } = stage({ before, after });

/** What WCAG 2.2 asks of text that is not large (1.4.3). */
const LEAST = 4.5;
const COURSES = ['', '?verifier=own-server&platform=allow&server=server_refused&time=fast'];

/** Every text around the phone whose contrast with what is behind it is too low; both as the browser has computed them. */
const tooFaint = ({ page }) =>
  page.evaluate((least) => {
    const numbers = (color) => color.match(/[\d.]+/g).map(Number);
    const luminance = (rgb) => {
      const [r, g, b] = rgb.map((part) => {
        const share = part / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (node) => {
      for (let element = node; element; element = element.parentElement) {
        const [r, g, b, opacity = 1] = numbers(getComputedStyle(element).backgroundColor);
        if (opacity === 1) return [r, g, b];
      }
      return [255, 255, 255];
    };
    const contrast = (one, other) => {
      const [high, low] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
      return (high + 0.05) / (low + 0.05);
    };
    const found = [];
    let seen = 0;
    for (const place of document.querySelectorAll('.top, .strip, .column')) {
      const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.textContent.trim() || !element.checkVisibility()) continue;
        seen += 1;
        const ratio = contrast(numbers(getComputedStyle(element).color).slice(0, 3), behind(element));
        if (ratio < least) found.push(`${walker.currentNode.textContent.trim()}: ${ratio.toFixed(2)}`);
      }
    }
    return { seen, found };
  }, LEAST);

for (const settings of COURSES) {
  test(`every text around the phone stands out, at ${settings || 'first'}`, async (t) => {
    const scene = await open(t, { settings });
    if (settings) {
      await authorize(scene, 'allow', 'server_refused');
      await reached(scene, 'failed');
    }
    const { seen, found } = await tooFaint(scene);
    assert.ok(seen > 90, `${seen} texts`);
    assert.deepEqual(found, []);
  });
}

test('with the keyboard alone what is chosen is changed, and the focus is seen', async (t) => {
  const scene = await open(t, { settings: '' });
  const { page } = scene;
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.name);
  const reached = [];
  for (let tabs = 0; tabs < 14; tabs += 1) {
    await page.keyboard.press('Tab');
    reached.push(await focused());
    const outline = await page.evaluate(() => {
      const shown = document.activeElement.matches('.pill input')
        ? document.activeElement.nextSibling
        : document.activeElement;
      return getComputedStyle(shown).outlineStyle;
    });
    assert.notEqual(outline, 'none', reached.at(-1));
  }
  const header = ['to-states', 'to-operations', 'record', 'copy-link', 'start-over', 'reset'];
  const wanted = [...header, 'pick-verifier', 'pick-platform', 'pick-server', 'pick-phone'];
  assert.deepEqual(reached.slice(0, wanted.length), wanted);
  await page.locator('#pick-platform').focus();
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.evaluate(() => window.simulator.platformAnswer), 'allow');
});
