#!/usr/bin/env node
/** `npm run states`: a picture of every state in every window, and one page that shows them all. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { launchChromium } from '../../scripts/chromium.mjs';
import { main, say } from '../../scripts/command.mjs';
import { startSimulator } from '../server.mjs';
import { groups } from './pictures.mjs';
import { show } from './show.mjs';
import { stateOf } from './states.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'docs', 'images', 'states');

/** Of the pictures, which are WebP: from 0 to 100. */
const QUALITY = 82;
/** How high a picture of the page of all is at most, in pixels. */
const HEIGHT = 420;

/**
 * Takes a picture, as WebP, which Playwright does not take itself.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} url  of the simulator
 * @param {import('./pictures.mjs').Picture} picture
 */
async function take(browser, url, { name, state, ...options }) {
  const phone = await show(browser, url, stateOf(state), { density: 1.5, ...options });
  await phone.page.evaluate(() => document.fonts.ready);
  const session = await phone.page.context().newCDPSession(phone.page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
  await writeFile(join(folder, `${name}.webp`), Buffer.from(data, 'base64'));
  await phone.close();
}

const figure = ({ name, screen: { width, height } }) => {
  const scale = Math.min(1, HEIGHT / height);
  const size = `width="${Math.round(width * scale)}" height="${Math.round(height * scale)}"`;
  return `      <figure><img src="${name}.webp" ${size} alt="" /><figcaption>${name}</figcaption></figure>`;
};

const page = () => `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <title>手机号登录弹窗 · 全部状态</title>
    <style>
      body { margin: 24px; background: #e9ebee; color: #333; font: 13px/1.5 sans-serif }
      section { display: flex; flex-wrap: wrap; gap: 16px }
      h2 { margin: 28px 0 12px; font-size: 16px }
      figure { margin: 0 }
      img { display: block; border-radius: 6px }
    </style>
  </head>
  <body>
${groups.map(({ title, pictures }) => `    <h2>${title}</h2>\n    <section>\n${pictures.map(figure).join('\n')}\n    </section>`).join('\n')}
  </body>
</html>
`;

/** Takes away the pictures of an earlier run. */
async function clear() {
  await mkdir(folder, { recursive: true });
  const old = (await readdir(folder)).filter((name) => name.endsWith('.webp'));
  await Promise.all(old.map((name) => rm(join(folder, name))));
}

await main(async () => {
  await clear();
  const simulator = await startSimulator({ port: 0, root, log: console.error });
  const browser = await launchChromium();
  try {
    const pictures = groups.flatMap((group) => group.pictures);
    for (const picture of pictures) await take(browser, simulator.url, picture);
    await writeFile(join(folder, 'index.html'), page());
    say(`${pictures.length} pictures and index.html are in docs/images/states/`);
  } finally {
    await Promise.all([browser.close(), simulator.close()]);
  }
});
