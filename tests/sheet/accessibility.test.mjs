/** What a screen reader and a keyboard find: by axe-core as far as it knows the roles, and by Chromium's own tree. */
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';

import { buttonStates, screens, stateOf, states } from '../../simulator/states/states.mjs';
import { addAxe } from '../support/axe.mjs';
import { stage } from './stage.mjs';

const open = stage({ before, after });

const screen = screens['375'];

/** What axe-core finds wrong with the component, a line each. */
async function violations(phone) {
  await addAxe(phone.page);
  const found = phone.drawn.evaluate(async (drawn) => {
    // WeChat's spelling of `role`, which the engine writes beside it.
    window.axe.configure({ checks: [{ id: 'aria-valid-attr', options: ['aria-role'] }] });
    const { violations: faults } = await window.axe.run(drawn);
    return faults.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
  return phone.during(found);
}

const SUBJECTS = {
  // A sheet that leaves is not read any more.
  sheet: states.filter(({ id }) => id !== 'success'),
  button: buttonStates,
};

for (const [subject, state] of Object.entries(SUBJECTS).flatMap(([name, list]) => list.map((one) => [name, one]))) {
  test(`axe-core finds nothing wrong with the ${subject}, ${state.id}, light and dark`, async (t) => {
    const phone = await open(t, state, { screen, subject });
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
  for (const name of ['使用微信手机号登录', '其他方式登录', '暂不登录', '关闭'])
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
  await phone.tick();
  await phone.allow();
  await phone.reached('authorizing');
  assert.equal(await line.textContent(), '请在微信弹窗中选择是否提供手机号');
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
  assert.deepEqual(reached, [
    '我已阅读并同意',
    '《用户服务协议》',
    '《隐私政策》',
    '使用微信手机号登录',
    '暂不登录',
    '关闭',
  ]);
});

test('a keyboard agrees and goes back from the question for consent', async (t) => {
  const phone = await open(t, stateOf('consent'), { screen });
  const focused = () => phone.page.evaluate(() => document.activeElement.textContent);
  await phone.part('consent-row').first().focus();
  const reached = [];
  for (let count = 0; count < 4; count += 1) {
    reached.push(await focused());
    await phone.page.keyboard.press('Tab');
  }
  assert.deepEqual(reached, ['《用户服务协议》', '《隐私政策》', '同意并继续', '不同意']);
  await phone.page.keyboard.press('Shift+Tab');
  await phone.page.keyboard.press('Enter');
  await phone.page.waitForFunction(() => !window.phone.state.consentShown);
  assert.equal(await phone.page.evaluate(() => window.phone.state.agreed), false);
});

test('the status line of the button is a live region that is there before it says anything', async (t) => {
  const phone = await open(t, stateOf('prompting'), { screen, subject: 'button' });
  const line = phone.part('login-status').first();
  assert.deepEqual([await line.getAttribute('aria-live'), (await line.boundingBox()).height], ['polite', 0]);
  await line.evaluate((node) => {
    node.isKnown = true;
  });
  await phone.allow();
  await phone.reached('authorizing');
  assert.equal(await line.textContent(), '请在微信弹窗中选择是否提供手机号');
  assert.equal(await line.evaluate((node) => node.isKnown), true, 'the same element');
});
