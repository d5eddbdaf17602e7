/** That the simulator behaves as WeChat does, seen from a mini-program that was written for these tests. */
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';

import { stage } from '../support/simulator/browser.mjs';

const { open } = stage({ before, after }, fileURLToPath(new URL('./fixture/', import.meta.url)));

/** What the fixture's code told, in order. */
async function seen({ log }) {
  const entries = await log('analytics');
  return entries.filter(({ text }) => text === 'seen').map(({ detail }) => detail.what);
}

const computed = (locator, property) =>
  locator.evaluate((node, name) => node.ownerDocument.defaultView.getComputedStyle(node)[name], property);

const button = ({ phone }, text) => phone.getByRole('button', { name: text, exact: true });

test('modules see what a phone has, and nothing else of the browser', async (t) => {
  const { log } = await open(t);
  const [{ detail }] = (await log('analytics')).filter(({ text }) => text === 'modules');
  for (const [name, type] of Object.entries(detail.types)) assert.equal(type, 'undefined', name);
  assert.deepEqual(detail.known, ['function', 'function', 'function', 'function', 'object']);
});

test('require resolves siblings, parents, folders and names without extension', async (t) => {
  const { log } = await open(t);
  const [{ detail }] = (await log('analytics')).filter(({ text }) => text === 'modules');
  assert.equal(detail.depth, 2);
});

test('a module that is not there is named, and so is who asked', async (t) => {
  const { log } = await open(t, {
    code: "try { require('./absent') } catch (error) { wx.reportEvent(error.message) }",
  });
  const [{ text }] = await log('analytics');
  assert.match(text, /module 'absent\.js' is not defined, require args is '\.\/absent'/);
});

test('a mini-program that throws what is no error does not start, and what it threw is shown', async (t) => {
  const code = "if (wx.getStorageSync('opened')) throw '不是错误对象'; wx.setStorageSync('opened', true)";
  const { page, log } = await open(t, { code, expected: /不是错误对象/ });
  await page.reload();
  await page.getByTestId('failure').waitFor();
  assert.match(await page.getByTestId('failure').innerText(), /不是错误对象/);
  assert.deepEqual(
    (await log('error')).map(({ text }) => text),
    ['不是错误对象'],
  );
});

test('app, page and component are told what happens in the order of WeChat', async (t) => {
  const scene = await open(t);
  assert.deepEqual(await seen(scene), [
    'launch pages/index/index',
    'app show',
    'value 1',
    'attached',
    'load {}',
    'page show',
    'show',
    'ready',
    'page ready',
  ]);
});

test('going to the background and back hides and shows the page and its components', async (t) => {
  const scene = await open(t);
  const started = (await seen(scene)).length;
  await scene.page.getByRole('button', { name: '切到后台' }).click();
  await scene.page.getByRole('button', { name: '回到前台' }).click();
  assert.deepEqual((await seen(scene)).slice(started), [
    'page hide',
    'hide',
    'app hide',
    'app show',
    'page show',
    'show',
  ]);
});

test('to start over unloads the page, empties the storage and starts anew', async (t) => {
  const scene = await open(t, { code: "wx.setStorageSync('visits', (wx.getStorageSync('visits') || 0) + 1)" });
  assert.deepEqual(await scene.storage(), { visits: 1 });
  const unloaded = scene.page.waitForEvent('console', (message) => message.text() === 'unload');
  await scene.page.getByTestId('start-over').click();
  await unloaded;
  await scene.page.evaluate(() => window.simulator.ready);
  assert.deepEqual(await scene.storage(), { visits: 1 });
  assert.equal((await seen(scene)).filter((what) => what.startsWith('launch')).length, 1);
});

test('a page that is left is taken off the screen and told so, and one that is entered again is a new one', async (t) => {
  const scene = await open(t);
  const { page, phone } = scene;
  await phone.locator('wx-card > wx-view').click();
  const started = (await seen(scene)).length;
  await page.getByTestId('leave-page').click();
  await page.getByTestId('left').waitFor();
  assert.equal(await phone.locator('wx-card').count(), 0);
  await page.getByRole('button', { name: '重新进入' }).click();
  assert.equal(await phone.locator('.half').textContent(), '1');
  const told = ['detached', 'value 1', 'attached', 'load {}', 'page show', 'show', 'ready', 'page ready'];
  await scene.logged('page', 3);
  assert.deepEqual((await seen(scene)).slice(started), told);
});

test('navigateTo covers the page by another one, and going back shows it as it was', async (t) => {
  const scene = await open(t, {
    code: "wx.onError(() => wx.navigateTo({ url: '/pages/second/second?from=first' }))",
    expected: /go/,
  });
  const { page, phone } = scene;
  await phone.locator('wx-card > wx-view').click();
  const started = (await seen(scene)).length;
  await phone
    .locator('body')
    .evaluate((body) => body.ownerDocument.defaultView.dispatchEvent(new ErrorEvent('error', { message: 'go' })));
  assert.equal(await phone.locator('.second').textContent(), 'first');
  assert.equal(await page.getByTestId('page-title').textContent(), '第二页');
  assert.ok(await phone.locator('wx-card').isHidden());
  await page.getByTestId('go-back').click();
  assert.equal(await phone.locator('.half').textContent(), '2');
  assert.ok(await page.getByTestId('go-back').isHidden());
  assert.ok(await phone.locator('wx-card').isVisible());
  const told = ['page hide', 'hide', 'second {"from":"first"}', 'second unload', 'page show', 'show'];
  assert.deepEqual((await seen(scene)).slice(started), told);
});

test('what is given to a named slot stands there, and what no slot takes is nowhere', async (t) => {
  const { phone } = await open(t);
  assert.deepEqual(await phone.locator('wx-card > *').allTextContents(), ['1', '脚']);
  assert.ok(await phone.getByText('无处').isHidden());
});

test('what a mini-program warns of is a hint in the log', async (t) => {
  const { log } = await open(t, { code: "console.warn('注意', 1)", expected: /注意 1/ });
  assert.deepEqual(
    (await log('hint')).map(({ text }) => text),
    ['注意 1'],
  );
});

test('model: carries a value both ways', async (t) => {
  const { phone } = await open(t);
  await phone.locator('wx-card > wx-view').click();
  await phone.locator('.half', { hasText: '2' }).waitFor();
});

test('a component has its own classes: app.wxss and the page do not reach it, nor it them', async (t) => {
  const { phone } = await open(t);
  const inside = phone.locator('wx-card > wx-view');
  const outside = phone.locator('.half');
  assert.equal(await computed(outside, 'color'), 'rgb(1, 2, 3)');
  assert.equal(await computed(inside, 'color'), 'rgb(0, 0, 0)');
  assert.notEqual(await computed(phone.locator('.box'), 'height'), '20px');
  assert.equal(await computed(phone.locator('wx-card'), 'display'), 'block');
});

test('@import and the page selector work', async (t) => {
  const { phone } = await open(t);
  assert.equal(await computed(phone.locator('body'), 'backgroundColor'), 'rgb(240, 241, 242)');
});

test('750rpx are the width of the phone, in sheets and in inline styles, on every phone', async (t) => {
  const { page, phone } = await open(t);
  for (const [id, width] of [
    ['small', 320],
    ['medium', 375],
    ['large', 430],
  ]) {
    await page.evaluate((name) => window.simulator.setPhone(name), id);
    assert.equal(await computed(phone.locator('.half'), 'width'), `${width / 2}px`);
    assert.equal(await computed(phone.locator('.half'), 'height'), `${width / 10}px`);
    assert.equal(await computed(phone.locator('wx-card > wx-view'), 'width'), `${width / 2}px`);
  }
});

test('the safe area is that of the simulated phone', async (t) => {
  const { page, phone } = await open(t);
  for (const [id, inset] of [
    ['medium', '0px'],
    ['tall', '34px'],
  ]) {
    await page.evaluate((name) => window.simulator.setPhone(name), id);
    assert.equal(await computed(phone.locator('wx-card > wx-view'), 'paddingBottom'), inset);
  }
});

test('an absent member in WXML is nothing, not an error', async (t) => {
  const { phone } = await open(t);
  assert.equal(await phone.locator('.box').textContent(), '');
  assert.deepEqual(await phone.locator('.item').allTextContents(), ['0-a', '1-b']);
});

test('a button looks as WeChat draws it before the author does anything', async (t) => {
  const scene = await open(t);
  const plain = button(scene, '授权');
  assert.equal(await computed(plain, 'fontSize'), '18px');
  assert.equal(await computed(plain, 'borderRadius'), '5px');
  assert.equal(await computed(plain, 'lineHeight'), '46px');
  const border = await plain.evaluate((node) => {
    const { getComputedStyle } = node.ownerDocument.defaultView;
    return getComputedStyle(node, '::after').borderTopWidth;
  });
  assert.equal(border, '1px');
});

test('with "style": "v2" the width of a button beats a single class, and nothing else does', async (t) => {
  const scene = await open(t, { app: { style: 'v2' } });
  const plain = button(scene, '普通');
  assert.equal(await computed(plain, 'width'), '184px');
  assert.equal(await computed(plain, 'fontSize'), '21px');
});

test('a tap on a label is a tap on its checkbox, and one only', async (t) => {
  const scene = await open(t);
  const checkbox = scene.phone.getByRole('checkbox');
  await scene.phone.getByText('同意').click();
  assert.equal(await checkbox.getAttribute('aria-checked'), 'true');
  await checkbox.click();
  assert.equal(await checkbox.getAttribute('aria-checked'), 'false');
  assert.deepEqual((await seen(scene)).slice(-2), ['change yes', 'change ']);
});

test('what is typed into an input reaches the page', async (t) => {
  const { phone } = await open(t);
  await phone.getByRole('textbox').fill('小程');
  assert.equal(await phone.locator('.name').textContent(), '小程');
});

test('an image comes from the code package, in the size that its mode gives it', async (t) => {
  const scene = await open(t);
  await scene.page.waitForFunction(() => window.simulator.log.some(({ text }) => text === 'picture'));
  const [{ detail }] = (await scene.log('analytics')).filter(({ text }) => text === 'picture');
  assert.deepEqual(detail, { width: 20, height: 10 });
  assert.equal(await computed(scene.phone.locator('.picture'), 'height'), '20px');
});

test('a scroll-view scrolls and says so, and what is hidden is not seen', async (t) => {
  const { page, phone, log } = await open(t);
  await phone.locator('.scroll').evaluate((node) => node.scrollTo(0, 100));
  await page.waitForFunction(() => window.simulator.log.some(({ text }) => text === 'scroll'));
  const scrolled = (await log('analytics')).find(({ text }) => text === 'scroll');
  assert.equal(scrolled.detail.top, 100);
  assert.ok(await phone.locator('.gone').isHidden());
});

test('a component that is not simulated is named', async (t) => {
  const { log } = await open(t);
  assert.deepEqual(
    (await log('warning')).map(({ text }) => text),
    ['<slider> 未模拟'],
  );
});

test('tap comes first, then the sheet, then the event', async (t) => {
  const scene = await open(t);
  const started = (await seen(scene)).length;
  await button(scene, '授权').click();
  await scene.page.getByTestId('phone-sheet').waitFor();
  assert.deepEqual((await seen(scene)).slice(started), ['tap']);
  await scene.page.getByTestId('sheet-allow').click();
  await scene.logged('platform');
  assert.deepEqual((await seen(scene)).slice(started), ['tap', 'getphonenumber getPhoneNumber:ok']);
});

test('a second tap before the sheet opens is a refusal of the first', async (t) => {
  const scene = await open(t);
  await button(scene, '授权').dblclick();
  await scene.page.getByTestId('phone-sheet').waitFor();
  const [first] = await scene.log('platform');
  assert.equal(first.detail.errMsg, 'getPhoneNumber:fail user deny');
  await scene.page.getByTestId('sheet-allow').click();
  await scene.logged('platform', 2);
  assert.equal((await scene.log('platform'))[1].detail.errMsg, 'getPhoneNumber:ok');
});

test('a button that loses its open-type at the first tap still asks once, and only once', async (t) => {
  const scene = await open(t);
  await button(scene, '一次').dblclick();
  await scene.page.getByTestId('phone-sheet').waitFor();
  await scene.page.getByTestId('sheet-deny').click();
  await scene.logged('platform');
  const answers = await scene.log('platform');
  assert.deepEqual(
    answers.map(({ detail }) => detail.errMsg),
    ['getPhoneNumber:fail user deny'],
  );
  assert.equal(await scene.page.getByTestId('phone-sheet').count(), 0);
});

test('the dimmed part of the screen and Escape dismiss the sheet', async (t) => {
  const scene = await open(t);
  await button(scene, '授权').click();
  await scene.page.getByTestId('sheet-dim').click({ position: { x: 20, y: 20 } });
  await scene.logged('platform');
  await button(scene, '授权').click();
  await scene.page.getByTestId('sheet-allow').press('Escape');
  await scene.logged('platform', 2);
  for (const { detail } of await scene.log('platform')) assert.equal(detail.errMsg, 'getPhoneNumber:fail user cancel');
});

test('a realtime button reports under its own name', async (t) => {
  const scene = await open(t);
  await scene.platform('allow');
  await button(scene, '实时').click();
  await scene.logged('platform');
  assert.equal((await seen(scene)).at(-1), 'getrealtimephonenumber getRealtimePhoneNumber:ok');
});

test('where the view is slow, both of two fast taps count, and the first one is refused', async (t) => {
  const scene = await open(t);
  await scene.set({ view: 'slow' });
  await button(scene, '一次').dblclick();
  await scene.page.getByTestId('phone-sheet').waitFor();
  await scene.page.getByTestId('sheet-allow').click();
  await scene.logged('platform', 2);
  const answers = (await scene.log('platform')).map(({ detail }) => detail.errMsg);
  assert.deepEqual(answers, ['getPhoneNumber:fail user deny', 'getPhoneNumber:ok']);
});

test('a realtime button asks from base library 2.24.4 on, and is a plain button before', async (t) => {
  const scene = await open(t);
  await scene.platform('allow');
  await scene.set({ baseLibrary: '2.24.3' });
  await button(scene, '实时').click();
  await button(scene, '授权').click();
  await scene.logged('platform');
  assert.deepEqual(
    (await scene.log('platform')).map(({ text }) => text),
    ['getphonenumber'],
  );
});

test('the quota sheet cannot be switched off before base library 3.0.1', async (t) => {
  const scene = await open(t);
  await scene.set({ baseLibrary: '2.32.2' });
  await scene.platform('quota');
  await button(scene, '一次').click();
  await scene.page.getByTestId('quota-sheet').waitFor();
});

test('a disabled button does nothing', async (t) => {
  const scene = await open(t);
  const started = (await seen(scene)).length;
  await scene.platform('allow');
  await button(scene, '禁用').click({ force: true });
  await scene.logged('tap');
  await button(scene, '普通').click();
  await scene.logged('tap', 2);
  assert.deepEqual((await seen(scene)).slice(started), ['tap']);
  assert.deepEqual(await scene.log('platform'), []);
});

test('a finger taps once', async (t) => {
  const scene = await open(t, { hasTouch: true });
  const started = (await seen(scene)).length;
  await button(scene, '普通').tap();
  await scene.logged('tap');
  await button(scene, '普通').tap();
  await scene.logged('tap', 2);
  assert.deepEqual((await seen(scene)).slice(started), ['tap', 'tap']);
});

test('a keyboard can press a button', async (t) => {
  const scene = await open(t);
  const started = (await seen(scene)).length;
  await button(scene, '普通').press('Enter');
  assert.deepEqual((await seen(scene)).slice(started), ['tap']);
});

test('WeChat shows its own quota sheet unless the button switches it off', async (t) => {
  const scene = await open(t);
  await scene.platform('quota');
  await button(scene, '一次').click();
  await scene.logged('platform');
  assert.equal(await scene.page.getByTestId('quota-sheet').count(), 0);
  await button(scene, '授权').click();
  await scene.page.getByTestId('quota-sheet').waitFor();
  assert.equal((await seen(scene)).at(-1), 'getphonenumber getPhoneNumber:fail appid no enough quota');
});

test('codes and phone numbers are masked in the log', async (t) => {
  const code = 'f147dbd2cec09238e9065cccc5e1b6db1b97c1b3e44b22e296b0805f3a0ddc1a';
  const { log, page } = await open(t, {
    code: `wx.reportEvent('phone 13800138000', { code: '${code}', inText: '${code}' })`,
  });
  const [{ text, detail }] = await log('analytics');
  assert.equal(text, 'phone 138****8000');
  assert.deepEqual(detail, { code: 'f147****', inText: 'f147****' });
  assert.doesNotMatch(await page.getByTestId('log').innerText(), /13800138000|f147dbd2/);
});
