/** The popup in windows of every shape, beside the styles that an app can have: every action can be tapped, no text is cut. */
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';

import { stage } from '../support/simulator/browser.mjs';
import { openPopup, popup, refuse, rejectButton } from './popup-page.mjs';

const { open } = stage({ before, after });

/** Screens; WeChat's title bar takes 44px of the height. */
const UPRIGHT = [
  [320, 568],
  [375, 667],
  [375, 812],
  [430, 932],
];
const LANDSCAPE = [
  [812, 375],
  [667, 375],
  [1024, 768],
  [1024, 600],
  [900, 700],
  [900, 600],
];
const SIZES = [...UPRIGHT, ...LANDSCAPE];

const COLUMNS = 'view { display: flex; flex-direction: column }';
const toApp = (rule) => (css, path) => (path === 'app' ? css + rule : css);

const resize = ({ page }, [width, height]) =>
  page.locator('#phone').evaluate(
    ({ style }, sizes) => {
      for (const [name, size] of Object.entries(sizes)) style.setProperty(`--${name}`, `${size}px`);
    },
    { 'phone-width': width, 'phone-height': height, 'status-bar-height': 0 },
  );

/** The texts of the buttons, of those that a tap would miss or hardly hit, and of what is cut sideways. */
const look = (scene) =>
  popup(scene).evaluate((layer) => {
    const isInside = (inner, outer) => inner.left >= outer.left - 0.5 && inner.right <= outer.right + 0.5;
    const isHit = (button) => {
      const { left, top, right, bottom } = button.getBoundingClientRect();
      const isInSight = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
      const isHigh = bottom - top >= 40;
      return isInSight && isHigh && button.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
    };
    const isCut = (text) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      const frame = text.parentElement.closest('wx-button, [role="dialog"]').getBoundingClientRect();
      return [...range.getClientRects()].some((box) => !isInside(box, frame));
    };
    const texts = [];
    for (let walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT); walker.nextNode(); )
      texts.push(walker.currentNode);
    const named = (nodes) => nodes.map((node) => node.textContent);
    const buttons = [...layer.querySelectorAll('wx-button')];
    return {
      buttons: named(buttons),
      missed: named(buttons.filter((button) => !isHit(button))),
      cut: named(texts.filter((text) => text.textContent.trim() && isCut(text))),
    };
  });

async function assertFits(scene, count, what) {
  const { buttons, ...wrong } = await look(scene);
  assert.equal(buttons.length, count);
  assert.deepEqual(wrong, { missed: [], cut: [] }, what);
}

for (const size of SIZES) {
  test(`at ${size.join('×')} every button can be tapped and no text is cut`, async (t) => {
    const scene = await open(t);
    await resize(scene, size);
    await openPopup(scene);
    await assertFits(scene, 2);
    await rejectButton(scene).click();
    await scene.set({ agreement: 'own' });
    await refuse(scene);
    for (const locale of ['zh_CN', 'en']) {
      await scene.set({ locale });
      await assertFits(scene, 3, locale);
    }
  });
}

async function openRefused(t, options) {
  const scene = await open(t, options);
  await scene.set({ agreement: 'own' });
  await refuse(scene);
  return scene;
}

/** Where everything on the sheet stands. */
const boxes = (scene) =>
  popup(scene)
    .locator('*')
    .evaluateAll((nodes) =>
      nodes.map((node) => {
        const { left, top, width, height } = node.getBoundingClientRect();
        return [node.className, left, top, width, height];
      }),
    );

test('an app that makes a column of every view changes nothing', async (t) => {
  const plain = await openRefused(t);
  const columns = await openRefused(t, { style: toApp(COLUMNS) });
  for (const size of SIZES) {
    await resize(plain, size);
    await resize(columns, size);
    assert.deepEqual(await boxes(columns), await boxes(plain), size.join('×'));
  }
});

test('a client without min() shows every button', async (t) => {
  const style = (css) => css.replace(/[\w-]+:[^;{}]*\bmin\([^;{}]*;/g, '');
  const scene = await openRefused(t, { style });
  for (const size of SIZES) {
    await resize(scene, size);
    await assertFits(scene, 3, size.join('×'));
  }
});

/** A tab bar of the page's own, where WeChat's stands. */
const addTabBar = ({ phone }) =>
  phone.locator('body').evaluate((body) => {
    const bar = document.createElement('wx-view');
    bar.style.cssText = 'position: fixed; right: 0; bottom: 0; left: 0; z-index: 9999; height: 160px';
    body.append(bar);
  });

test('the popup is above a tab bar, or where --popup-z-index puts it', async (t) => {
  const above = await openRefused(t);
  const below = await openRefused(t, { style: toApp('login-popup-system { --popup-z-index: 9998 }') });
  for (const scene of [above, below]) await addTabBar(scene);
  t.after(() => above.phone.locator('body > wx-view').evaluate((bar) => bar.remove()));
  await assertFits(above, 3);
  assert.equal((await look(below)).missed.length, 3);
});

/** Puts the words of the sheet into the boxes that WeChat's scroll-view has in a page, and makes more of them. */
const fillAsOnPhone = ({ phone }) =>
  phone.locator('wx-scroll-view').evaluate((view) => {
    const wrap = (...nodes) => {
      const box = document.createElement('div');
      box.style.height = '100%';
      box.append(...nodes);
      return box;
    };
    const main = wrap(wrap(...view.childNodes));
    main.id = 'main';
    main.style.overflow = 'hidden auto';
    view.style.overflow = 'hidden';
    view.append(wrap(main));
    [...main.querySelectorAll('[class*="--popup-desc"]')].at(-1).textContent = '同步您的订单与权益。'.repeat(99);
  });

test('words that are too many scroll, and the buttons stay', async (t) => {
  const scene = await openRefused(t);
  await fillAsOnPhone(scene);
  const main = scene.phone.locator('#main');
  for (const size of SIZES) {
    await resize(scene, size);
    await assertFits(scene, 3, size.join('×'));
    const left = await main.evaluate((node) => {
      node.scrollTo(0, 1e6);
      const words = [...node.querySelectorAll('[class*="--popup-"]')].at(-1).getBoundingClientRect();
      return { below: words.bottom > node.getBoundingClientRect().bottom + 0.5, scrolled: node.scrollTop > 0 };
    });
    assert.deepEqual(left, { below: false, scrolled: true }, size.join('×'));
  }
});
