#!/usr/bin/env node
/** Takes the picture of docs/operating.md, a report with its alarms: `node simulator/report-screenshot.mjs FILE`. */
import { fileURLToPath } from 'node:url';

import { launchChromium } from '../scripts/chromium.mjs';
import { startSimulator } from './server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const VIEWPORT = { width: 1280, height: 1080 };

/** A day on which something is wrong: answers of WeChat, and how often. */
const DAY = { success: 25, code_invalid: 3, busy: 2, credential: 1, rate_limited: 2, daily_limit: 1 };

/** The instances write what they count every ten seconds. */
const BETWEEN_BATCHES = 10_500;

const call = (url, answer, code) =>
  fetch(`${url}cloud/call`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'phoneLogin', data: { code }, answer }),
  }).then((response) => response.json());

const newCode = () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex');

async function makeDay(url) {
  const repeated = newCode();
  await call(url, 'success', repeated);
  await call(url, 'success', repeated);
  for (const [answer, times] of Object.entries(DAY)) {
    for (let n = 0; n < times; n += 1) await call(url, answer, newCode());
  }
  await new Promise((wake) => setTimeout(wake, BETWEEN_BATCHES));
  await call(url, 'daily_limit', newCode());
}

async function main(path) {
  const simulator = await startSimulator({ port: 0, root, log: console.error });
  const browser = await launchChromium();
  try {
    await makeDay(simulator.url);
    const page = await browser.newPage({ viewport: VIEWPORT, deviceScaleFactor: 1.5 });
    await page.goto(`${simulator.url}operations.html`);
    await page.getByTestId('run-report').click();
    await page.locator('.alarm').first().waitFor();
    await page.screenshot({ path, animations: 'disabled' });
  } finally {
    await Promise.all([browser.close(), simulator.close()]);
  }
}

const [path] = process.argv.slice(2);
if (path) {
  await main(path);
} else {
  console.error('用法：node simulator/report-screenshot.mjs 文件');
  process.exitCode = 2;
}
