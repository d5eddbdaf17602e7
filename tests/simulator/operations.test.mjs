/** The page of the log and the report: what the functions wrote is there, and the report can be run and read. */
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';

import { repository, stage } from './browser.mjs';
import { ask, call, copy, start } from './http.mjs';
import { allowButton, openPopup, toastText } from './popup-page.mjs';

const { open } = stage({ before, after });

const runReport = (url) => ask(url, '/cloud/report', { method: 'POST' });

test('the lines of the functions are in the log, and a failure is in the report', async (t) => {
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
