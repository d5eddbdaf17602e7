/** What a page can set, fill and style, and what closes the sheet. */
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';

import { screens, stateOf } from '../../simulator/states/states.mjs';
import { faultsOf } from './boxes.mjs';
import { repository, stage } from './stage.mjs';

/** A mini-program whose page fills the slots of the sheet and names classes for its parts. */
const root = await mkdtemp(join(tmpdir(), 'sheet-'));
await fill();
after(() => rm(root, { recursive: true }));
const open = stage({ before, after });
const openFilled = stage({ before, after }, root);

async function fill() {
  const copy = join(root, 'miniprogram');
  const [page, wxss] = ['wxml', 'wxss'].map((type) => join(copy, 'pages/login', `login.${type}`));
  await cp(join(repository, 'miniprogram'), copy, { recursive: true });
  const wxml = await readFile(page, 'utf8');
  const slots = ['header', 'description', 'other-login', 'footer'];
  const filled = wxml.replace(
    /(<login-popup-system[^>]*?)\/>/,
    `$1 ${['custom', 'title', 'description', 'allow', 'reject'].map((part) => `${part}-class="own-${part}"`).join(' ')}>
      ${slots.map((slot) => `<view slot="${slot}">own ${slot}</view>`).join('')}
    </login-popup-system>`,
  );
  assert.notEqual(filled, wxml);
  await writeFile(page, filled);
  const parts = ['title', 'description', 'allow', 'reject'].map((part) => `.own-${part} { opacity: 0.5 }`);
  await writeFile(
    wxss,
    `${await readFile(wxss, 'utf8')}\n.own-custom { --popup-surface: rgb(1, 2, 3) }\n${parts.join('\n')}`,
  );
}

const screen = screens['375'];
const denied = stateOf('denied');
const prompting = stateOf('prompting');

const styleOf = (locator, name) => locator.evaluate((node, property) => getComputedStyle(node)[property], name);

test('what a page puts into a slot takes the place of what stands there', async (t) => {
  const phone = await openFilled(t, denied, { screen });
  for (const slot of ['header', 'other-login', 'footer'])
    assert.ok(await phone.page.getByText(`own ${slot}`).isVisible());
  assert.ok(await phone.page.getByText('own description').isVisible());
  for (const part of ['popup-header', 'popup-desc', 'popup-other-button', 'popup-links-line'])
    assert.ok(await phone.page.locator(`[class$="--${part}"], [class*="--${part} "]`).first().isHidden(), part);
  assert.deepEqual(await faultsOf(phone), []);
});

test('the classes that a page names reach their parts', async (t) => {
  const phone = await openFilled(t, prompting, { screen });
  assert.equal(await styleOf(phone.part('popup-content'), 'backgroundColor'), 'rgb(1, 2, 3)');
  const parts = [phone.part('popup-title'), phone.allowButton, phone.rejectButton];
  for (const part of parts) assert.equal(await styleOf(part, 'opacity'), '0.5');
});

test('custom-style sets variables of the sheet', async (t) => {
  const properties = { customStyle: '--popup-surface: rgb(4, 5, 6)' };
  const phone = await open(t, prompting, { screen, properties });
  assert.equal(await styleOf(phone.part('popup-content'), 'backgroundColor'), 'rgb(4, 5, 6)');
});

test('a logo takes the place of the icon', async (t) => {
  const logo = 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/%3E';
  const phone = await open(t, prompting, { screen, properties: { logo } });
  const { width, height } = await phone.part('popup-logo').last().boundingBox();
  assert.deepEqual([width, height, await phone.part('popup-icon').count()], [44, 44, 0]);
});

const close = ({ page }) => page.locator('[class$="--popup-close"]');
/** A tap beside the sheet. */
const tapMask = ({ page }) => page.mouse.click(screen.width / 2, 200);

for (const [name, act] of [
  ['the ×', (phone) => close(phone).click()],
  ['a tap beside the sheet', tapMask],
]) {
  test(`${name} dismisses the sheet, and does nothing while WeChat is asked`, async (t) => {
    const phone = await open(t, prompting, { screen });
    await act(phone);
    await phone.sheet.waitFor({ state: 'detached' });
    await phone.open();
    await phone.allow();
    await phone.reached('authorizing');
    await act(phone);
    assert.equal(await phone.page.evaluate(() => window.phone.state.state), 'authorizing');
    assert.ok(await phone.sheet.isVisible());
  });
}

test('a tap on the sheet itself does not dismiss it', async (t) => {
  const phone = await open(t, prompting, { screen });
  await phone.part('popup-title').click();
  assert.ok(await phone.sheet.isVisible());
});

test('a page can do without the ×, and without the tap beside the sheet', async (t) => {
  const phone = await open(t, prompting, { screen, properties: { closable: false, maskClosable: false } });
  assert.equal(await close(phone).count(), 0);
  await tapMask(phone);
  assert.ok(await phone.sheet.isVisible());
  assert.deepEqual(await faultsOf(phone), []);
});

/** What the engine puts before each class of the component. */
const SCOPE = '.components_login-popup-system_login-popup-system--';

const WRONG = {
  'out of reach: 暂不登录': '.popup-links { position: relative; top: 60px }',
  'out of reach: 使用微信手机号登录': '.popup-mask { z-index: 1 }',
  'target of 44×20: 关闭': '.popup-close { height: 20px }',
  'cut: 手机号快捷登录': '.popup-title { margin-left: -40px }',
  'overlap: 手机号快捷登录 / 用于用户身份验证和登录': '.popup-title { margin-bottom: -30px }',
  'text of 9px: 用于用户身份验证和登录': '.phone-popup .popup-desc { font-size: 9px }',
  'the status line is out of sight': '.phone-popup .popup-body { height: 90px }',
  'it is larger than the window': '.popup-content { min-height: 900px }',
};

for (const [fault, rule] of Object.entries(WRONG)) {
  test(`a sheet with a fault is found: ${fault}`, async (t) => {
    const phone = await open(t, denied, { screen });
    await phone.page.addStyleTag({ content: rule.replace(/\.(?=popup|phone)/g, SCOPE) });
    await phone.part('popup-body').evaluate((body) => body.scrollTo(0, 0));
    const faults = await faultsOf(phone);
    assert.ok(faults.includes(fault), faults.join('\n'));
  });
}

for (const [subject, id, fault, selector, rule] of [
  ['sheet', 'success', 'the layer does not cover the sheet', 'popup-done', 'top: 40px'],
  ['sheet', 'success', 'text of 9px: 手机号已验证', 'popup-done-text', 'font-size: 9px'],
  ['button', 'denied', 'out of reach: 其他方式登录', 'login-links', 'position: relative; top: 400px'],
  ['button', 'denied', 'cut: 没关系，可换其他方式登录，或稍后再来', 'login-status-text', 'margin-left: -90px'],
  [
    'button',
    'consent',
    'target of 60×20: 《用户服务协议》',
    'agreement-link',
    'min-height: 20px; height: 20px; width: 60px',
  ],
]) {
  test(`a fault of the ${subject}, ${id}, is found: ${fault}`, async (t) => {
    const phone = await open(t, stateOf(id), { screen, subject });
    await phone.page.addStyleTag({ content: `[class*="--${selector}"] { ${rule} }` });
    const faults = await faultsOf(phone);
    assert.ok(faults.includes(fault), faults.join('\n'));
  });
}
