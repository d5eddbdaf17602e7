/** The sheet on clients that know less, in apps that style every view, and on pages that have layers of their own. */
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';

import { screens, stateOf } from '../../simulator/states/states.mjs';
import { faultsOf } from './boxes.mjs';
import { stage } from './stage.mjs';

const open = stage({ before, after });

const denied = stateOf('denied');

/** What is wrong in the windows that a client can have, each line with the window in which it is. */
async function faultsEverywhere(phone, { fontScale = 1 } = {}) {
  const found = [];
  for (const [name, screen] of Object.entries(screens)) {
    await phone.resize({ ...screen, fontScale });
    found.push(...(await faultsOf(phone)).map((fault) => `${name}: ${fault}`));
  }
  return found;
}

/** Without the blocks that `isKnown` does not know, by what stands between `@media` and the brace. */
function withoutMedia(wxss, isKnown) {
  return wxss.replace(/@media ([^{]+)\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, (block, query) =>
    isKnown(query) ? block : '',
  );
}

const MATH = /[\w-]+:[^;{}]*\b(?:min|max|clamp)\([^;{}]*;/g;
const ENV = /[\w-]+:[^;{}]*\benv\([^;{}]*;/g;
const ofSheet = (change) => (wxss, path) => (path.includes('login-popup-system') ? change(wxss) : wxss);

/** Skyline knows one media query; every view of its is a column that others are placed in. */
const skyline = ofSheet((wxss) => withoutMedia(wxss, (query) => query.includes('prefers-color-scheme')));
const SKYLINE_VIEW = 'view { display: flex; flex-direction: column; position: relative; box-sizing: border-box }';

/** A client of 2018: no `min()`, no `env()`, no query for what a user prefers. */
const oldest = ofSheet((wxss) => withoutMedia(wxss.replace(MATH, '').replace(ENV, ''), () => false));

const CLIENTS = {
  'a client that has everything': {},
  Skyline: { style: skyline, css: SKYLINE_VIEW },
  'the oldest client': { style: oldest },
  'an app that makes a column of every view': { css: 'view { display: flex; flex-direction: column }' },
};

for (const [name, options] of Object.entries(CLIENTS)) {
  test(`${name} shows the sheet in every window`, async (t) => {
    const phone = await open(t, denied, { screen: screens['375'], ...options });
    assert.deepEqual(await faultsEverywhere(phone), []);
  });
}

/** Where everything on the sheet stands. */
const places = (phone) =>
  phone.sheet.locator('*').evaluateAll((nodes) =>
    nodes.map((node) => {
      const { left, top, width, height } = node.getBoundingClientRect();
      return [node.className, left, top, width, height].join(' ');
    }),
  );

test('in Skyline everything stands where it stands for others', async (t) => {
  const others = await open(t, denied, { screen: screens['375'] });
  const phone = await open(t, denied, { screen: screens['375'], ...CLIENTS.Skyline });
  for (const [name, screen] of Object.entries(screens)) {
    await others.resize(screen);
    await phone.resize(screen);
    assert.deepEqual(await places(phone), await places(others), name);
  }
});

/** What `wx` can lack, or what can throw. */
const WITHOUT = {
  'tells nothing': 'wx.getWindowInfo = wx.getSystemInfoSync = wx.getAppBaseInfo = undefined;',
  'throws whatever it is asked':
    "for (const name of ['getWindowInfo', 'getSystemInfoSync']) wx[name] = () => { throw new Error(name) };",
  'tells nonsense': 'wx.getWindowInfo = () => ({ windowWidth: NaN }); wx.getSystemInfoSync = () => null;',
};

for (const [name, code] of Object.entries(WITHOUT)) {
  test(`on a client that ${name} the layout has no class, and nothing is out of reach`, async (t) => {
    const phone = await open(t, denied, { screen: screens.landscape, code });
    assert.doesNotMatch(await phone.sheet.getAttribute('class'), /popup-(card|landscape|short)/);
    const found = await faultsEverywhere(phone);
    // Words that have no room are scrolled to.
    const isScrolled = (fault) => /out of sight|scrolled away/.test(fault);
    assert.deepEqual(
      found.filter((fault) => !isScrolled(fault)),
      [],
    );
    assert.equal(await phone.sheet.getAttribute('style'), '', 'no variable');
  });
}

const layoutOf = async (phone) => /popup-(card|landscape|short)/.exec(await phone.sheet.getAttribute('class'))?.[1];

test('the layout follows the window', async (t) => {
  const phone = await open(t, denied, { screen: screens['375'] });
  const found = {};
  for (const [name, screen] of Object.entries(screens)) {
    await phone.resize(screen);
    found[name] = await layoutOf(phone);
  }
  assert.deepEqual(found, {
    320: undefined,
    375: undefined,
    430: undefined,
    short: 'short',
    split: 'short',
    landscape: 'landscape',
    'landscape-667': 'landscape',
    'landscape-287': 'landscape',
    tablet: 'card',
    'tablet-wide': 'card',
    pc: 'card',
    'pc-600': 'card',
  });
});

test('large texts on a narrow phone leave the title where it can be read', async (t) => {
  const properties = { locale: 'en', agreements: [{ name: 'Terms of Service' }, { name: 'Privacy Policy' }] };
  const phone = await open(t, denied, { screen: { ...screens['320'], fontScale: 1.4 }, properties });
  const tops = await phone.page.evaluate(() =>
    ['popup-title', 'popup-content'].map(
      (name) => document.querySelector(`[class*="--${name}"]`).getBoundingClientRect().top,
    ),
  );
  assert.ok(tops[0] > tops[1], `the title is at ${tops[0]}, the sheet begins at ${tops[1]}`);
});

test('a client that has only the older function has the same layout', async (t) => {
  const phone = await open(t, denied, { screen: screens.landscape, code: 'wx.getWindowInfo = undefined;' });
  assert.equal(await layoutOf(phone), 'landscape');
});

for (const [factor, scale] of [
  [0.8, 1],
  [1.25, 1.25],
  [3, 1.4],
]) {
  test(`WeChat's font size ×${factor} is ×${scale} on the sheet`, async (t) => {
    const phone = await open(t, denied, { screen: { ...screens['375'], fontScale: factor } });
    const size = await phone
      .part('popup-desc')
      .last()
      .evaluate((node) => getComputedStyle(node).fontSize);
    assert.equal(Number.parseFloat(size), 15 * scale);
  });
}

for (const [factor, scale] of [
  [1.25, 1.25],
  [3, 1.4],
]) {
  test(`WeChat's font size ×${factor} is ×${scale} on the button`, async (t) => {
    const screen = { ...screens['375'], fontScale: factor };
    const phone = await open(t, denied, { subject: 'button', screen });
    const size = await phone.part('login-status-text').evaluate((node) => getComputedStyle(node).fontSize);
    assert.equal(Number.parseFloat(size).toFixed(2), (14 * scale).toFixed(2));
  });
}

test("a page's --popup-font-scale prevails over WeChat's font size", async (t) => {
  const css = 'page { --popup-font-scale: 1 }';
  const phone = await open(t, denied, { screen: { ...screens['375'], fontScale: 1.4 }, css });
  assert.equal(await phone.part('popup-title').evaluate((node) => getComputedStyle(node).fontSize), '22px');
});

test('on a page that draws its own navigation bar the sheet ends below the capsule', async (t) => {
  const code = `const { getWindowInfo } = wx;
    wx.getWindowInfo = () => ({ ...getWindowInfo(), screenTop: 0 });
    wx.getMenuButtonBoundingClientRect = () => ({ bottom: 80 });`;
  const properties = { popupContent: { phone: { description: '同步你的订单与权益。'.repeat(99) } } };
  const phone = await open(t, denied, { screen: screens['375'], code, properties });
  const { y } = await phone.part('popup-content').boundingBox();
  assert.equal(y, 84);
  assert.deepEqual(await faultsOf(phone), []);
});

/** A tab bar of the page's own, where WeChat's stands. */
const addTabBar = ({ page }) =>
  page.evaluate(() => {
    const bar = document.createElement('div');
    bar.style.cssText = 'position: fixed; right: 0; bottom: 0; left: 0; z-index: 9999; height: 160px';
    document.body.append(bar);
  });

test('the sheet is above a tab bar at 9999, or where --popup-z-index puts it', async (t) => {
  const above = await open(t, denied, { screen: screens['375'] });
  await addTabBar(above);
  assert.deepEqual(await faultsOf(above), []);
  const below = await open(t, denied, { screen: screens['375'], css: 'page { --popup-z-index: 9998 }' });
  await addTabBar(below);
  assert.ok((await faultsOf(below)).includes('out of reach: 使用微信手机号登录'));
});

const MOVED = '.page { transform: translateY(40px); height: 300px; min-height: 0; overflow: hidden }';
const moved = (wxss, path) => (path === 'pages/login/login' ? wxss + MOVED : wxss);

test('inside a transformed element the sheet fills the window with root-portal, and only with it', async (t) => {
  const [screen, style] = [screens['375'], moved];
  const inside = await open(t, denied, { screen, style });
  const { y, height } = await inside.sheet.boundingBox();
  assert.deepEqual([y, height], [40, 300], 'without it the sheet fills that element');
  const portal = await open(t, denied, { screen, style, properties: { rootPortal: true } });
  assert.deepEqual(await portal.sheet.boundingBox(), { x: 0, y: 0, width: screen.width, height: screen.height });
  assert.deepEqual(await faultsOf(portal), []);
});
