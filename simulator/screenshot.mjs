#!/usr/bin/env node
/** Takes the picture of the simulator: `node simulator/screenshot.mjs FILE`. */
import { fileURLToPath } from 'node:url';

import { launchChromium } from '../scripts/chromium.mjs';
import { startSimulator } from './server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const VIEWPORT = { width: 1440, height: 980 };

const allow = (phone) => phone.locator('[class*="--btn-primary"]');

async function openPopup(page, phone) {
  await page.evaluate(() => window.simulator.ready);
  await phone.getByRole('button', { name: '手机号登录' }).click();
  await allow(phone).waitFor();
}

async function takePicture(page, path) {
  const phone = page.frameLocator('#page-frame');
  await openPopup(page, phone);
  await page.evaluate(() => window.simulator.setPlatformAnswer('deny'));
  await allow(phone).click();
  await phone.getByText('没关系').first().waitFor();
  await page.evaluate(() => window.simulator.setPlatformAnswer('ask'));
  await allow(phone).click();
  await page.getByTestId('phone-sheet').waitFor();
  await page.screenshot({ path, animations: 'disabled' });
}

async function main(path) {
  const simulator = await startSimulator({ port: 0, root, log: console.error });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: VIEWPORT });
    await page.goto(simulator.url);
    await page.waitForFunction(() => window.simulator);
    await takePicture(page, path);
  } finally {
    await Promise.all([browser.close(), simulator.close()]);
  }
}

const [path] = process.argv.slice(2);
if (path) {
  await main(path);
} else {
  console.error('用法：node simulator/screenshot.mjs 文件');
  process.exitCode = 2;
}
