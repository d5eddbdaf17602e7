/** The code that the page shows for the popup that is set: what runs, as WeChat's compiler reads it. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';

import postcss from 'postcss';

import { registration } from '../../simulator/exchanges.mjs';
import { compileWxml } from '../../simulator/project/wxml.mjs';
import { brands } from '../../simulator/states/brands.mjs';
import { sampleOf } from '../../simulator/web/host/sample.js';
import { defaults, popupProperties, settings } from '../../simulator/web/host/settings.js';
import { Phone } from '../support/realm/phone.mjs';
import { stage } from '../support/simulator/browser.mjs';
import { allowButton, openPopup } from './popup-page.mjs';

const { open } = stage({ before, after });

/** The properties that the component has, by name: its own, and those of the behavior. */
const { properties } = new Phone().define('/components/login-popup-system/login-popup-system.js');

const wxmlOf = (sample) => sample.slice(sample.indexOf('<login-popup-system'));
const camel = (name) => name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
const attributesOf = (wxml) =>
  Array.from(wxml.matchAll(/^ {2}([a-z][\w:-]*)="([^"]*)"$/gm), ([, name, value]) => [name, value]);
/** One option of each setting at a time, and all the last ones. */
const CHOSEN = Object.entries(settings).flatMap(([name, { options }]) =>
  options.map(({ id }) => ({ ...defaults(), [name]: id })),
);

async function problemsOf(t, wxml) {
  const folder = await mkdtemp(join(tmpdir(), 'sample-'));
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'page.wxml'), wxml);
  return (await compileWxml(folder, ['page'])).problems;
}

test('whatever is set, the sample compiles and says what differs from the component’s own values', async (t) => {
  for (const chosen of CHOSEN) {
    const wxml = wxmlOf(sampleOf(chosen));
    assert.deepEqual(await problemsOf(t, wxml), []);
    const said = Object.fromEntries(attributesOf(wxml).filter(([name]) => !name.startsWith('bind:')));
    for (const [name, value] of Object.entries(popupProperties(chosen))) {
      const { type = properties[name], value: own = type() } = Object(properties[name]);
      const shown = Object.entries(said).find(([attribute]) => camel(attribute) === name)?.[1];
      const isOwn = JSON.stringify(own.valueOf()) === JSON.stringify(value);
      const written = typeof value === 'string' ? value : `{{${Array.isArray(value) ? name : value}}}`;
      assert.equal(shown, isOwn ? undefined : written, `${name} of ${JSON.stringify(chosen)}`);
    }
    for (const attribute of Object.keys(said)) assert.ok(Object.hasOwn(properties, camel(attribute)), attribute);
  }
});

for (const [verifier, maker] of Object.entries({
  'own-server': 'httpExchange',
  'cloud-hosting': 'containerExchange',
})) {
  test(`the sample of ${verifier} registers what runs`, () => {
    const sample = sampleOf({ ...defaults(), verifier });
    const line = sample.split('\n').find((text) => text.startsWith('registerExchange('));
    assert.ok(line.startsWith(`registerExchange('${verifier}', ${maker}(`));
    assert.ok(registration.includes(line));
    assert.match(sample, new RegExp(`exchange="${verifier}"`));
  });
}

test('a brand is shown as WXSS that WeChat would read, and the popup has its colours', async (t) => {
  const scene = await open(t, { settings: '' });
  const accent = () =>
    allowButton(scene).evaluate((node) => getComputedStyle(node).backgroundColor.match(/\d+/g).map(Number));
  await openPopup(scene);
  for (const [id, { css }] of Object.entries(brands)) {
    await scene.set({ brand: id });
    const sample = sampleOf({ ...defaults(), brand: id });
    assert.ok(sample.includes(`/* app.wxss */\n${css}\n`));
    const { nodes } = postcss.parse(css);
    const [{ value }] = nodes[0].nodes.filter(({ prop }) => prop === '--popup-accent');
    assert.deepEqual(
      await accent(),
      value.match(/[0-9a-f]{2}/g).map((part) => Number.parseInt(part, 16)),
      id,
    );
  }
  await scene.set({ brand: 'own' });
  assert.deepEqual(await accent(), [6, 135, 67]);
  assert.doesNotMatch(sampleOf(defaults()), /wxss|darkmode/);
  assert.match(sampleOf({ ...defaults(), theme: 'dark' }), /app\.json[^]*"darkmode": true/);
});

test('the page shows the sample of what is chosen, to be copied', async (t) => {
  const { page, set } = await open(t, { settings: '' });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await set({ agreement: 'own', locale: 'en' });
  await page.getByText('这样写就是现在的弹窗').click();
  const shown = await page.getByTestId('sample').innerText();
  assert.match(shown, /require-agreement="\{\{true\}\}"[^]*agreements="\{\{agreements\}\}"[^]*locale="en"/);
  await page.getByTestId('copy-sample').click();
  await page.locator('#copy-sample', { hasText: '已复制' }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), shown);
});
