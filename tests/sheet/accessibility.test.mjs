/** What a screen reader and a keyboard find: by axe-core as far as it knows the roles, and by Chromium's own tree. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import test, { after, before } from 'node:test';

import { screens, stateOf, states } from '../../simulator/states/states.mjs';
import { stage } from './stage.mjs';

const open = stage({ before, after });

const screen = screens['375'];
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe-core finds wrong with the sheet, a line each. */
async function violations(phone) {
  await phone.page.addScriptTag({ path: AXE });
  return phone.sheet.evaluate(async (sheet) => {
    // WeChat's spelling of `role`, which the engine writes beside it.
    window.axe.configure({ checks: [{ id: 'aria-valid-attr', options: ['aria-role'] }] });
    const { violations: found } = await window.axe.run(sheet);
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

for (const state of states) {
  test(`axe-core finds nothing wrong with ${state.id}, light and dark`, async (t) => {
    const phone = await open(t, state, { screen });
    for (const theme of ['light', 'dark']) {
      await phone.resize({ ...screen, theme });
      assert.deepEqual(await violations(phone), [], theme);
    }
  });
}

test('axe-core finds a checkbox without a name and a text that is too pale', async (t) => {
  const phone = await open(t, stateOf('agreement'), { screen, css: 'page { --popup-text-secondary: #cccccc }' });
  await phone.part('agreement-toggle').evaluate((node) => {
    for (const child of [...node.childNodes]) if (child.nodeType === Node.TEXT_NODE) child.remove();
  });
  const found = (await violations(phone)).map((line) => line.split(':')[0]);
  assert.ok(found.includes('aria-toggle-field-name') && found.includes('color-contrast'), found.join());
});

/** What Chromium tells a screen reader of the sheet: role, name and what else is said of each. */
async function told(phone) {
  const session = await phone.page.context().newCDPSession(phone.page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const properties = (node) => Object.fromEntries(node.properties.map(({ name, value }) => [name, value.value]));
  return nodes
    .filter(({ ignored }) => !ignored)
    .map((node) => ({ role: node.role.value, name: node.name?.value, ...properties(node) }));
}

test('it is a modal dialog with a name, and its box, links and buttons have theirs', async (t) => {
  const phone = await open(t, stateOf('denied'), { screen });
  const nodes = await told(phone);
  const named = (role) => nodes.filter((node) => node.role === role).map(({ name }) => name);
  const [dialog] = nodes.filter(({ role }) => role === 'dialog');
  assert.deepEqual([dialog.name, dialog.modal], ['手机号快捷登录', true]);
  const [box] = nodes.filter(({ role }) => role === 'checkbox');
  assert.deepEqual([box.name, box.checked], ['我已阅读并同意', 'true']);
  assert.deepEqual(named('link'), ['《用户服务协议》', '《隐私政策》']);
  for (const name of ['获取手机号', '其他方式登录', '暂不授权', '关闭'])
    assert.ok(named('button').includes(name), name);
});

test('the status line is a live region that is there before it says anything', async (t) => {
  const phone = await open(t, stateOf('agreement'), { screen });
  const line = phone.part('popup-status').first();
  assert.deepEqual([await line.getAttribute('aria-live'), await line.textContent()], ['polite', '']);
  assert.equal((await line.boundingBox()).height, 0);
  await line.evaluate((node) => {
    node.isKnown = true;
  });
  await phone.set({ status: '没关系，需要登录时再点一次就好', statusTone: 'info' });
  assert.equal(await line.evaluate((node) => node.isKnown), true, 'the same element');
  const [status] = (await told(phone)).filter(({ role }) => role === 'status');
  assert.equal(status.live, 'polite');
});

test('a countdown is not in the live region', async (t) => {
  const phone = await open(t, stateOf('waiting-minute'), { screen });
  assert.doesNotMatch(await phone.part('popup-status').first().textContent(), /\d/);
});

test('a keyboard reaches everything that can be tapped, and ticks the box', async (t) => {
  const phone = await open(t, stateOf('agreement'), { screen });
  const reached = [];
  const focused = () =>
    phone.page.evaluate(() => document.activeElement.textContent || document.activeElement.ariaLabel);
  await phone.part('agreement-toggle').focus();
  await phone.page.keyboard.press(' ');
  await phone.page.waitForFunction(() => window.phone.state.agreed);
  for (let count = 0; count < 6; count += 1) {
    reached.push(await focused());
    await phone.page.keyboard.press('Tab');
  }
  assert.deepEqual(reached, ['我已阅读并同意', '《用户服务协议》', '《隐私政策》', '获取手机号', '暂不授权', '关闭']);
});
