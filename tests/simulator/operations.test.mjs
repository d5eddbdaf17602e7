/** The page of the log and the report: what the functions wrote is there, and the report can be run and read. */
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';

import { violations } from '../support/axe.mjs';
import { repository, stage } from '../support/simulator/browser.mjs';
import { ask, call, copy, start } from './http.mjs';
import { allowButton, openPopup, reached, toastText } from './popup-page.mjs';

const { open } = stage({ before, after });

const runReport = (url) => ask(url, '/cloud/report', { method: 'POST' });

test('the lines of the functions are in the log, and a failure is in the report, until all is reset', async (t) => {
  const { platform, server, page, ...scene } = await open(t, {});
  await platform('allow');
  await server('code_invalid');
  await openPopup({ page, ...scene });
  await allowButton({ page, ...scene }).click();
  await toastText({ page, ...scene });

  const [tab] = await Promise.all([page.context().waitForEvent('page'), page.getByTestId('to-operations').click()]);
  const row = tab.getByTestId('lines').locator('tbody tr').first();
  await row.waitFor();
  assert.match(await row.textContent(), /decryptPhoneNumber.*code_invalid 40029.*微信/);
  await tab.getByTestId('run-report').click();
  await tab.getByTestId('failures').getByText('code_invalid').waitFor();
  assert.match(await tab.getByTestId('report-text').textContent(), /^手机号登录 \d{4}-\d{2}-\d{2}/);

  await page.getByTestId('reset').click();
  await row.waitFor({ state: 'detached' });
  await page.evaluate(() => window.simulator.ready);
  await tab.getByTestId('run-report').click();
  await tab.getByText('还没有人换取手机号').waitFor();
});

test('axe-core finds nothing wrong with it before and after a report, in windows of every width', async (t) => {
  const scene = await open(t, { settings: '?platform=allow&server=code_invalid' });
  await openPopup(scene);
  await allowButton(scene).click();
  await reached(scene, 'failed');
  const tab = await scene.page.context().newPage();
  for (const [width, height] of [
    [1440, 900],
    [1280, 800],
    [390, 844],
  ]) {
    await tab.setViewportSize({ width, height });
    await tab.goto(new URL('/operations.html', scene.url).href);
    await tab.getByTestId('lines').locator('tbody tr').first().waitFor();
    assert.deepEqual(await violations(tab), [], `${width}, before`);
    await tab.getByTestId('run-report').click();
    await tab.getByTestId('failures').getByText('code_invalid').waitFor();
    assert.deepEqual(await violations(tab), [], `${width}, after`);
    assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width}: too wide`);
  }
});

test('each heading, figure, column and control of it is in English, too, and it leads back', async (t) => {
  const scene = await open(t, { settings: '' });
  const tab = await scene.page.context().newPage();
  await tab.goto(new URL('/operations.html', scene.url).href);
  await tab.getByTestId('run-report').click();
  await tab.getByTestId('figures').locator('dt').first().waitFor();
  const named = await tab.locator('h1, h2, h3, dt, th, .action, .hint, .note').all();
  assert.ok(named.length > 15);
  for (const one of named) {
    const html = await one.innerHTML();
    assert.match(html, /\p{Script=Han}[^]*<i lang="en">[\w,]/u, html);
  }
  await tab.getByRole('link', { name: '模拟器' }).click();
  await tab.waitForURL(scene.url);
});

test('the report is run by its timer alone: a page that calls it is told nothing', async (t) => {
  const { url } = await start(t, repository);
  const { text } = await call(url, { name: 'phoneLoginReport', data: {} });
  assert.equal(JSON.parse(text).result.success, false);
  const report = await runReport(url);
  assert.equal(report.status, 200);
  assert.equal(JSON.parse(report.text).success, true);
});

test('a project without the report says so', async (t) => {
  const { url } = await start(t);
  const { status, text } = await runReport(url);
  assert.equal(status, 404);
  assert.match(text, /phoneLoginReport/);
});

test('the timer of a function fires while the simulator runs', async (t) => {
  const root = await copy(t, {
    'cloudfunctions/clock/index.js': `exports.main = ({ TriggerName }) => {
      console.__baseLog__({ function: 'clock', fired: TriggerName }, 'info');
    };`,
    'cloudfunctions/clock/config.json': JSON.stringify({
      triggers: [{ name: 'every-second', type: 'timer', config: '* * * * * * *' }],
    }),
  });
  const { url } = await start(t, root);
  let lines = [];
  while (lines.length === 0) {
    await new Promise((wake) => setTimeout(wake, 100));
    lines = JSON.parse((await ask(url, '/cloud/log')).text);
  }
  const [{ at, ...line }] = lines;
  assert.equal(typeof at, 'number');
  assert.deepEqual(line, { level: 'info', function: 'clock', fired: 'every-second' });
});
