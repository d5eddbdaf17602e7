/** The panel beside the phone: what is set there counts, and what happens is seen there. */
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { findChromium } from '../../scripts/chromium.mjs';
import { answerSequences } from '../../simulator/answer-sequences.mjs';
import { platformAnswers } from '../../simulator/answers.mjs';
import { serverAnswers } from '../../simulator/cloud/index.mjs';
import { ownServerAnswers } from '../../simulator/own-server/index.mjs';
import { settings } from '../../simulator/web/host/settings.js';
import { stage } from '../support/simulator/browser.mjs';
import { allowButton, openPopup, popup, toastText } from './popup-page.mjs';

const { open } = stage({ before, after });

const pill = (page, text) => page.locator('.pill', { hasText: text }).first();

/** As a pill shows it. */
const shownAs = ({ label, english }) => `${label} ${english}`;
const labels = (rows) => Object.values(rows).map(shownAs);
const shown = ({ page }, list) => page.locator(`#${list} .pill`).allTextContents();

test('every answer of WeChat can be chosen, under its label', async (t) => {
  assert.deepEqual((await shown(await open(t), 'platform-answers')).toSorted(), labels(platformAnswers).toSorted());
});

for (const [verifier, backEnd, answers] of [
  ['page', 'cloud-function', serverAnswers],
  ['own-server', 'own-server', ownServerAnswers['own-server']],
  ['cloud-hosting', 'cloud-hosting', ownServerAnswers['cloud-hosting']],
]) {
  test(`every answer of the back end of ${verifier} can be chosen, under its label`, async (t) => {
    const scene = await open(t);
    await scene.set({ verifier });
    const there = [...labels(answers), ...labels(answerSequences[backEnd])];
    assert.deepEqual(await shown(scene, 'server-answers'), there);
  });
}

test('an answer that another back end has, too, stays chosen there, and one that it has not gives way to success', async (t) => {
  const scene = await open(t);
  const { page, server, set } = scene;
  const chosen = () => page.locator('#server-answers input:checked').getAttribute('value');
  await server('busy');
  await set({ verifier: 'own-server' });
  assert.equal(await chosen(), 'busy');
  await server('domain');
  await set({ verifier: 'cloud-hosting' });
  assert.equal(await chosen(), 'success');
  await assert.rejects(server('domain'), /domain/);
});

test('what is chosen with the mouse is what WeChat and the server answer', async (t) => {
  const scene = await open(t);
  const { page } = scene;
  await pill(page, '直接允许').click();
  await pill(page, '（45011）').click();
  assert.match(await page.getByTestId('platform-event').textContent(), /getPhoneNumber:ok/);
  await openPopup(scene);
  await allowButton(scene).click();
  assert.equal(await toastText(scene), '请求过于频繁，请稍后重试');
});

test('every setting of the popup and the phone can be chosen with the mouse, under its label', async (t) => {
  const { page } = await open(t, { expected: /WXWebAssembly is missing/ });
  for (const [name, { options, ...legend }] of Object.entries(settings)) {
    const group = page.getByRole('group', { name: shownAs(legend), exact: true });
    assert.deepEqual(await group.locator('.pill').allTextContents(), options.map(shownAs));
    for (const { id, ...text } of options.toReversed()) {
      await group.getByRole('radio', { name: shownAs(text), exact: true }).click();
      assert.equal(await page.evaluate((key) => window.simulator.settings[key], name), id);
      await page.evaluate(() => window.simulator.ready);
    }
  }
});

test('what is chosen by program is marked on the panel, and a wrong name is refused', async (t) => {
  const { page, platform, server, set } = await open(t);
  await platform('quota');
  await server('busy');
  await set({ mode: 'realtime' });
  assert.ok(await page.getByTestId('mode-realtime').isChecked());
  assert.ok(await page.getByTestId('platform-answer-quota').isChecked());
  assert.ok(await page.getByTestId('server-answer-busy').isChecked());
  await assert.rejects(platform('no such answer'), /no such answer/);
  await assert.rejects(server('no such answer'), /no such answer/);
  await assert.rejects(set({ mode: 'no such mode' }), /no such mode/);
  await assert.rejects(set({ 'no such setting': 'quick' }), /no such setting/);
});

test('a keyboard can choose', async (t) => {
  const { page } = await open(t);
  await page.getByTestId('platform-answer-ask').press('ArrowRight');
  assert.equal(await page.evaluate(() => window.simulator.platformAnswer), 'allow');
});

test('state, log and storage show what happens', async (t) => {
  const scene = await open(t);
  const { page } = scene;
  await scene.platform('allow');
  await openPopup(scene);
  assert.equal(await page.getByTestId('popup-state').textContent(), (await scene.state()).state);
  assert.equal(await page.getByTestId('popup-open-type').textContent(), 'getPhoneNumber');
  await allowButton(scene).click();
  await popup(scene).waitFor({ state: 'detached' });
  assert.equal(await page.getByTestId('storage-userPhone').locator('code').textContent(), '"138****8000"');
  for (const kind of ['tap', 'platform', 'event', 'cloud', 'storage', 'analytics', 'toast']) {
    assert.ok((await page.getByTestId(`log-${kind}`).count()) > 0, kind);
  }
  await page.getByRole('button', { name: '清空' }).click();
  assert.equal(await page.getByTestId('log').locator('li').count(), 0);
});

test('every element that can be used has a name', async (t) => {
  const { page } = await open(t);
  const unnamed = await page
    .locator('button, input, select, iframe')
    .evaluateAll((nodes) =>
      nodes
        .filter((node) => !(node.textContent.trim() || node.ariaLabel || node.title || node.labels?.[0]?.textContent))
        .map((node) => node.outerHTML),
    );
  assert.deepEqual(unnamed, []);
});

test('everything on the panel is in two languages', async (t) => {
  const { page } = await open(t, { settings: '' });
  const alone = await page
    .locator('.action, .pill, legend:visible, h1, h2, .quiet, .small, .hint:visible, option, .pick span')
    .evaluateAll((nodes) =>
      nodes
        .map((node) => node.textContent.trim())
        .filter((text) => /[\u4e00-\u9fff]/.test(text) && !/[A-Za-z]{2,}/.test(text)),
    );
  assert.deepEqual(alone, []);
});

test('where there is no browser the tests say what to install', () => {
  assert.throws(() => findChromium({ chosen: '', places: [] }), /请安装 Chromium/);
  assert.throws(() => findChromium({ chosen: '/absent/chromium' }), /CHROME_PATH 指向的 \/absent\/chromium 不存在/);
});
