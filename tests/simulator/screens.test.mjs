/** The popup fits phones of every size. The pictures are kept for people to look at; the tests measure. */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';

import { stage } from '../support/simulator/browser.mjs';
import {
  agreementLinks,
  agreementToggle,
  allowButton,
  authorize,
  logIn,
  openPopup,
  popup,
  reached,
  refuse,
  rejectButton,
} from './popup-page.mjs';

const { open } = stage({ before, after });

const PICTURES = fileURLToPath(new URL('./screenshots/', import.meta.url));
const PHONES = {
  small: { width: 320, height: 504, safeBottom: 0 },
  medium: { width: 375, height: 603, safeBottom: 0 },
  tall: { width: 375, height: 724, safeBottom: 34 },
  large: { width: 430, height: 834, safeBottom: 34 },
};

// The smallest target, and how far those of agreements whose names wrap reach into each other's lines, in CSS pixels.
const TARGET = 44;
const SHARED = 14;

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

/** A button that is loading turns for ever; everything else in the document of a locator comes to rest. */
const atRest = (locator) =>
  locator.evaluate((element) => {
    const ending = element.ownerDocument
      .getAnimations()
      .filter(({ effect }) => effect.getTiming().iterations !== Infinity);
    return Promise.all(ending.map(({ finished }) => finished));
  });
const settled = ({ phone }) => atRest(phone.locator('body'));

for (const [id, { width, height, safeBottom }] of Object.entries(PHONES)) {
  test(`on a ${id} phone the popup and its buttons are in sight, apart and easy to hit`, async (t) => {
    const scene = await openOn(t, id);
    await picture(scene, `${id}-page`);
    await openPopup(scene);
    await settled(scene);
    await picture(scene, `${id}-popup`);
    const [mask, allow, reject] = [
      await place(popup(scene)),
      await place(allowButton(scene)),
      await place(rejectButton(scene)),
    ];
    assert.deepEqual([mask.left, mask.top, mask.right, mask.bottom], [0, 0, width, height]);
    for (const button of [allow, reject]) {
      assert.ok(button.left >= 0 && button.right <= width && button.top >= 0, 'in sight');
      assert.ok(button.bottom <= height - safeBottom, 'above the home indicator');
      assert.ok(button.height >= TARGET && button.width >= TARGET, 'easy to hit');
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
      const part = scene.page.getByTestId(name);
      await part.waitFor();
      await atRest(part);
      const box = await part.boundingBox();
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

/** Every state that the popup can be in, on the smallest phone, in every locale: how to get there. */
const STATES = {
  gate: { settings: { agreement: 'wechat' }, reach: openPopup },
  'gate-ticked': {
    settings: { agreement: 'own' },
    async reach(scene) {
      await openPopup(scene);
      await agreementToggle(scene).click();
    },
  },
  'privacy-needed': { settings: { privacy: 'popup', privacyState: 'needed' }, reach: openPopup },
  consent: {
    settings: { agreement: 'own' },
    async reach(scene) {
      await openPopup(scene);
      await allowButton(scene).click();
      await scene.page.waitForFunction(() => window.simulator.state.consentShown);
    },
  },
  'gate-and-privacy': {
    settings: { agreement: 'own', privacy: 'popup', privacyState: 'needed' },
    async reach(scene) {
      await openPopup(scene);
      await scene.page.waitForFunction(() => window.simulator.state.consentShown);
    },
  },
  authorizing: { settings: {}, reach: (scene) => authorizeAnd(scene, 'authorizing', 'ask') },
  countdown: {
    settings: { verifier: 'popup' },
    async reach(scene) {
      await authorize(scene, 'allow', 'rate-limited-success');
      await scene.page.waitForFunction(() => window.simulator.state.countdown > 0);
    },
  },
  retry: { settings: { verifier: 'popup' }, reach: (scene) => authorizeAnd(scene, 'failed', 'allow', 'daily_limit') },
  'retry-other-login': {
    settings: { verifier: 'popup', agreement: 'own' },
    async reach(scene) {
      await openPopup(scene);
      await agreementToggle(scene).click();
      await scene.platform('allow');
      await scene.server('function_missing');
      await allowButton(scene).click();
      await reached(scene, 'failed');
    },
  },
  'other-login': { settings: { agreement: 'own' }, reach: refuse },
};

async function authorizeAnd(scene, state, ...answers) {
  await authorize(scene, ...answers);
  await reached(scene, state);
}

/** Only what is on the popup counts here: WeChat's own windows are above it. */
const withoutWindows = ({ page }) => page.addStyleTag({ content: '#native-layer { display: none }' });

for (const [name, { settings, reach }] of Object.entries(STATES)) {
  for (const locale of ['zh_CN', 'zh_TW', 'en']) {
    test(`${name}: everything on the popup is in sight and apart, in ${locale}`, async (t) => {
      const scene = await openOn(t, 'small');
      await scene.set({ ...settings, locale });
      await reach(scene);
      await settled(scene);
      const style = await withoutWindows(scene);
      t.after(() => style.evaluate((node) => node.remove()));
      await picture(scene, `state-${name}-${locale}`);
      await assertApart(scene);
    });
  }
}

const sharedOf = async (target) => (/agreement-/.test(await target.getAttribute('class')) ? SHARED : 0);

/** What can be tapped fits its own box, is on the screen, and covers nothing else that can be. */
async function assertApart(scene) {
  const { height, width } = PHONES.small;
  const targets = await popup(scene).locator('wx-button, [role=link], [role=checkbox]').all();
  const boxes = [];
  for (const target of targets)
    if (await target.isVisible()) boxes.push({ ...(await place(target)), shared: await sharedOf(target) });
  boxes.forEach((box, index) => {
    assert.ok(box.top >= 0 && box.bottom <= height && box.left >= 0 && box.right <= width, 'in sight');
    assert.ok(box.overflow <= 0, 'its text fits');
    assert.ok(box.height >= TARGET, 'easy to hit');
    for (const other of boxes.slice(index + 1)) {
      const slack = Math.min(box.shared, other.shared) + 0.5;
      const apart = box.bottom <= other.top + slack || box.right <= other.left + 0.5 || other.right <= box.left + 0.5;
      assert.ok(apart || other.bottom <= box.top + slack, 'apart');
    }
  });
}

for (const [name, settings, testid] of [
  ['privacy-window', { privacyState: 'needed' }, 'privacy-window'],
  ['realtime-sheet', { mode: 'realtime' }, 'phone-sheet'],
]) {
  test(`${name} of WeChat is in sight on the smallest phone`, async (t) => {
    const scene = await openOn(t, 'small');
    await scene.set(settings);
    await authorize(scene, 'ask');
    const sheet = scene.page.getByTestId(testid);
    await atRest(sheet);
    const box = await sheet.boundingBox();
    const screen = await scene.page.locator('#phone .screen').boundingBox();
    await picture(scene, `small-${name}`);
    assert.ok(box.y >= screen.y && box.y + box.height <= screen.y + screen.height + 1);
  });
}

test('the contract of WeChat fills the screen', async (t) => {
  const scene = await openOn(t, 'medium');
  await scene.set({ agreement: 'wechat' });
  await openPopup(scene);
  await agreementLinks(scene).click();
  await picture(scene, 'medium-contract');
  const box = await scene.page.getByTestId('contract-window').boundingBox();
  const screen = await scene.page.locator('#phone .screen').boundingBox();
  assert.ok(Math.abs(box.height - screen.height) <= 1 && Math.abs(box.width - screen.width) <= 1);
});

test('in English there is a space between the agreement and its name', async (t) => {
  const scene = await openOn(t, 'medium');
  await scene.set({ agreement: 'wechat', locale: 'en' });
  await openPopup(scene);
  const [toggle, link] = [await place(agreementToggle(scene)), await place(agreementLinks(scene))];
  assert.equal(toggle.top, link.top);
  assert.ok(link.left - toggle.right >= 2, `${link.left - toggle.right} px`);
});

test('the longest toast is in sight', async (t) => {
  const scene = await openOn(t, 'small');
  await scene.set({ locale: 'en', verifier: 'popup' });
  await authorize(scene, 'privacy-refused');
  const title = scene.page.getByTestId('toast-title');
  await title.waitFor();
  await picture(scene, 'small-longest-toast');
  assert.ok(await title.evaluate((node) => node.scrollHeight <= node.clientHeight + 1), 'two lines are enough');
});

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
