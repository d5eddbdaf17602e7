/** Every text and every sign of every state can be read, light and dark, and in the brands that the documents show. */
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';

import { brands } from '../../simulator/states/brands.mjs';
import { buttonStates, screens, stateOf, states } from '../../simulator/states/states.mjs';
import { contrastsOf } from './contrast.mjs';
import { stage } from './stage.mjs';

const open = stage({ before, after });

const screen = screens['375'];
const THEMES = ['light', 'dark'];

/** What is too pale, a line each. */
const tooPale = (contrasts) =>
  contrasts
    .filter(({ ratio, least }) => ratio < least)
    .map(({ text, ratio, color, ground }) => `${text}: ${ratio.toFixed(2)}, ${color} on ${ground}`);

for (const [subject, ofSubject] of Object.entries({ sheet: states, button: buttonStates }))
  for (const state of ofSubject) {
    test(`the ${subject}, ${state.id}, can be read, light and dark`, async (t) => {
      const phone = await open(t, state, { screen, subject });
      for (const theme of THEMES) {
        await phone.resize({ ...screen, theme });
        const contrasts = await contrastsOf(phone);
        assert.ok(contrasts.length >= (subject === 'sheet' ? 3 : 1), 'there is something to be read');
        assert.deepEqual(tooPale(contrasts), [], theme);
      }
    });
  }

for (const [name, { css }] of Object.entries(brands))
  for (const [subject, id] of [
    ['sheet', 'consent'],
    ['sheet', 'denied'],
    ['button', 'consent'],
    ['button', 'denied'],
  ]) {
    test(`the ${subject}, ${id}, of the ${name} brand can be read${name === 'blue' ? ', light and dark' : ''}`, async (t) => {
      const phone = await open(t, stateOf(id), { screen, subject, css });
      for (const theme of name === 'blue' ? THEMES : ['light']) {
        await phone.resize({ ...screen, theme });
        assert.deepEqual(tooPale(await contrastsOf(phone)), [], theme);
      }
    });
  }

test('a brand that cannot be read is found', async (t) => {
  const css = 'page { --popup-accent: #07c160; --popup-text-secondary: #999999 }';
  const phone = await open(t, stateOf('denied'), { screen, css });
  const lines = tooPale(await contrastsOf(phone));
  assert.ok(lines.includes('使用微信手机号登录: 2.38, rgb(255, 255, 255) on rgb(7, 193, 96)'), lines.join('\n'));
  assert.ok(
    lines.some((line) => line.startsWith('用于用户身份验证和登录: 2.8')),
    lines.join('\n'),
  );
});

for (const [property, systems, dark] of [
  ['auto', 'dark', true],
  ['light', 'dark', false],
  ['dark', 'light', true],
]) {
  test(`theme="${property}" is ${dark ? 'dark' : 'light'} where the system is ${systems}`, async (t) => {
    const properties = { theme: property };
    const phone = await open(t, stateOf('denied'), { screen: { ...screen, theme: systems }, properties });
    const colors = await phone.part('popup-content').evaluate((node) => getComputedStyle(node).backgroundColor);
    assert.equal(colors, dark ? 'rgb(31, 31, 31)' : 'rgb(255, 255, 255)');
    assert.deepEqual(tooPale(await contrastsOf(phone)), []);
  });
}
