#!/usr/bin/env node
/** Takes the pictures of the README: `node simulator/screenshot.mjs FOLDER`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { launchChromium } from '../scripts/chromium.mjs';
import { startSimulator } from './server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const VIEWPORT = { width: 1440, height: 980 };
const SHADOW = 44;

const allow = (phone) => phone.locator('[class*="--btn-primary"]');

async function openPopup(page, phone) {
  await page.evaluate(() => window.simulator.ready);
  await phone.getByRole('button', { name: '手机号登录' }).click();
  await allow(phone).waitFor();
}

/** The phone alone, on nothing, so that it can stand on any ground. */
async function takePhone(page, path) {
  const style = await page.addStyleTag({ content: ':root, body, .stage { background: none !important }' });
  const { x, y, width, height } = await page.locator('#phone').boundingBox();
  const clip = { x: x - SHADOW, y: y - SHADOW / 2, width: width + 2 * SHADOW, height: height + 2 * SHADOW };
  await page.screenshot({ path, clip, omitBackground: true, animations: 'disabled' });
  await style.evaluate((node) => node.remove());
}

async function takePictures(page, folder) {
  const phone = page.frameLocator('#page-frame');
  await openPopup(page, phone);
  await takePhone(page, join(folder, 'popup.png'));
  await page.evaluate(() => window.simulator.setPlatformAnswer('deny'));
  await allow(phone).click();
  await page.getByTestId('toast').waitFor({ state: 'detached' });
  await page.evaluate(() => window.simulator.setPlatformAnswer('ask'));
  await allow(phone).click();
  await page.getByTestId('phone-sheet').waitFor();
  await page.screenshot({ path: join(folder, 'simulator.png'), scale: 'css', animations: 'disabled' });
  await page.getByTestId('sheet-allow').click();
  await page.getByTestId('toast').waitFor();
  await takePhone(page, join(folder, 'success.png'));
}

async function main(folder) {
  await mkdir(folder, { recursive: true });
  const simulator = await startSimulator({ port: 0, root, log: console.error });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: VIEWPORT, deviceScaleFactor: 2 });
    await page.goto(simulator.url);
    await page.waitForFunction(() => window.simulator);
    await takePictures(page, folder);
  } finally {
    await Promise.all([browser.close(), simulator.close()]);
  }
}

const [folder] = process.argv.slice(2);
if (folder) {
  await main(folder);
} else {
  console.error('用法：node simulator/screenshot.mjs 文件夹');
  process.exitCode = 2;
}
