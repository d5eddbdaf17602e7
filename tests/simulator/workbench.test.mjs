/** The page around the phone, as somebody finds it who has never seen it, at three widths. */
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';

import { stage } from '../support/simulator/browser.mjs';
import { allowButton, authorize, loginButton, openPopup, popup, reached, rejectButton } from './popup-page.mjs';

const { open } = stage({ before, after });

const WIDTHS = { laptop: [1440, 900], small: [1280, 800], phone: [390, 844] };
const PICKED = {
  'pick-verifier': 'own-server',
  'pick-platform': 'allow',
  'pick-server': 'busy',
  'pick-phone': 'small',
};

const logOutButton = ({ phone }) => phone.getByRole('button', { name: '退出登录' });

async function openAt(t, [width, height], query = '') {
  const scene = await open(t, { settings: query });
  await scene.page.setViewportSize({ width, height });
  await scene.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return scene;
}

const clipboard = ({ page }) => page.evaluate(() => navigator.clipboard.readText());
const isInWindow = (locator) =>
  locator.evaluate((node) => {
    const { left, top, right, bottom } = node.getBoundingClientRect();
    return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
  });
const scrollAll = ({ page }) =>
  page.evaluate(() => {
    scrollTo(0, document.body.scrollHeight);
    for (const column of document.querySelectorAll('.column')) column.scrollTop = column.scrollHeight;
  });

test('the first line says where to start, and who follows it is logged in', async (t) => {
  const scene = await openAt(t, WIDTHS.small);
  const line = scene.page.getByTestId('start');
  assert.ok(await isInWindow(line));
  const taps = [...(await line.innerText()).matchAll(/「([^」]+)」/g)].map(([, name]) => name);
  assert.equal(taps.length, 2);
  for (const name of taps) await scene.phone.getByRole('button', { name, exact: true }).click();
  await scene.page.getByTestId('sheet-allow').click();
  await logOutButton(scene).waitFor();
});

for (const [name, size] of Object.entries(WIDTHS)) {
  test(`${name}: what is chosen stays in view, and is chosen there, too`, async (t) => {
    const scene = await openAt(t, size);
    await scrollAll(scene);
    for (const [id, option] of Object.entries(PICKED)) {
      const list = scene.page.getByTestId(id);
      assert.ok(await isInWindow(list), id);
      await list.selectOption(option);
      assert.equal(await list.inputValue(), option);
    }
    const { settings, ...others } = await scene.page.evaluate(() => window.simulator.choices);
    assert.deepEqual(
      [settings.verifier, others],
      ['own-server', { platform: 'allow', server: 'busy', phone: 'small', course: '' }],
    );
    for (const id of ['verifier-own-server', 'platform-answer-allow', 'server-answer-busy'])
      assert.ok(await scene.page.getByTestId(id).isChecked(), id);
    await scene.server('success');
    assert.equal(await scene.page.getByTestId('pick-server').inputValue(), 'success', 'what is chosen elsewhere, too');
  });

  test(`${name}: nothing is wider than the window, and the whole phone is in view at once`, async (t) => {
    const scene = await openAt(t, size);
    for (const phone of ['tall', 'large', 'landscape', 'tablet']) {
      await scene.page.getByTestId('pick-phone').selectOption(phone);
      const { wide } = await scene.page.evaluate(() => ({ wide: document.documentElement.scrollWidth - innerWidth }));
      assert.ok(wide <= 0, `${phone}: ${wide} px too wide`);
      await scene.page.locator('#stage').evaluate((node) => node.scrollIntoView({ block: 'end' }));
      assert.ok(await isInWindow(scene.page.locator('#phone')), phone);
      const [strip, device] = await Promise.all(
        ['#strip', '#phone'].map((selector) => scene.page.locator(selector).boundingBox()),
      );
      assert.ok(device.y >= strip.y + strip.height, `${phone}: below what stays at the top`);
    }
  });
}

test('with a finger, on a window of 390 px, a user logs in', async (t) => {
  const scene = await open(t, { settings: '?platform=allow', hasTouch: true });
  await scene.page.setViewportSize({ width: 390, height: 844 });
  await loginButton(scene).tap();
  await allowButton(scene).waitFor();
  const phone = scene.page.locator('#phone');
  await scene.page.waitForFunction(() => scrollY > 0, undefined, { timeout: 2000 });
  assert.ok(await isInWindow(phone), 'the sheet opens where it is seen');
  await allowButton(scene).tap();
  await logOutButton(scene).waitFor();
});

test('the link that is copied is the address of what is chosen', async (t) => {
  const scene = await openAt(t, WIDTHS.laptop);
  const { page } = scene;
  await page.getByTestId('pick-server').selectOption('busy');
  await page.getByRole('button', { name: '复制链接' }).click();
  await page.getByRole('button', { name: '已复制' }).waitFor();
  assert.equal(await clipboard(scene), page.url());
  assert.match(page.url(), /\?server=busy$/);
});

test('the log shows one kind, or what contains a text, and is copied as it is shown', async (t) => {
  const scene = await openAt(t, WIDTHS.laptop, '?verifier=own-server');
  const { page } = scene;
  const rows = page.getByTestId('log').locator('li:visible');
  await authorize(scene, 'allow');
  await logOutButton(scene).waitFor();
  const all = await rows.count();
  await page.getByTestId('log-kind').selectOption('network');
  assert.equal(await rows.count(), 2);
  assert.equal(await page.locator('#log-count').innerText(), `2 / ${all}`);
  await page.getByTestId('log-search').fill('138****8000');
  assert.equal(await rows.count(), 1);
  await page.getByTestId('copy-log').click();
  await page.getByRole('button', { name: '已复制' }).waitFor();
  const copied = await clipboard(scene);
  assert.match(copied, /^\d\d:\d\d:\d\d\.\d{3} 网络 https:\/\/login\.example\.com\/phone-login → \{.*"138\*{4}8000"/);
  assert.equal(copied.split('\n').length, 1);
  assert.doesNotMatch(copied, /13800138000|[0-9a-f]{32}/, 'no secret is copied');
  await page.getByTestId('log-kind').selectOption('');
  await page.getByTestId('log-search').fill('');
  assert.equal(await rows.count(), all);
});

test('the log follows what happens, though the storage below it grows meanwhile', async (t) => {
  const scene = await openAt(t, [1440, 900], '?verifier=own-server');
  await authorize(scene, 'allow');
  await logOutButton(scene).waitFor();
  await scene.page.getByTestId('storage-session').waitFor();
  await scene.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  const left = await scene.page
    .getByTestId('log')
    .evaluate((node) => node.scrollHeight - node.scrollTop - node.clientHeight);
  assert.ok(left < 2, `${left} px are out of sight`);
  assert.ok(await scene.page.getByTestId('log-newer').isHidden());
});

test('who reads further up in the log stays there, is told of what is new, and is led to it', async (t) => {
  const scene = await openAt(t, WIDTHS.small);
  const { page } = scene;
  const list = page.getByTestId('log');
  await scene.platform('deny');
  await openPopup(scene);
  for (let taps = 0; taps < 3; taps += 1) {
    await allowButton(scene).click();
    await reached(scene, 'rejected');
  }
  const isAtEnd = () => list.evaluate((node) => node.scrollHeight - node.scrollTop - node.clientHeight < 2);
  assert.ok(await isAtEnd(), 'it follows what happens');
  await list.evaluate((node) => (node.scrollTop = 40));
  const first = await list.locator('li').nth(3).boundingBox();
  await rejectButton(scene).click();
  await popup(scene).waitFor({ state: 'detached' });
  assert.deepEqual(await list.locator('li').nth(3).boundingBox(), first);
  await page.getByTestId('log-newer').click();
  assert.ok(await isAtEnd());
  assert.ok(await page.getByTestId('log-newer').isHidden());
});
