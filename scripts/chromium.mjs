import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { env, platform } from 'node:process';

import { chromium } from 'playwright-core';

const LINUX = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
  (name) => `/usr/bin/${name}`,
);
const MAC = ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
const WINDOWS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
  .flatMap((name) => env[name] ?? [])
  .map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe'));
const PLACES = { linux: [...LINUX, '/snap/bin/chromium'], darwin: MAC, win32: WINDOWS };
// The last one is where Playwright's own command installs it.
const USUAL = [...(PLACES[platform] ?? LINUX), chromium.executablePath()];

// No sandbox, because containers run as root; no traffic of its own, because the simulator works offline.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * @param {object} [where]
 * @param {string} [where.chosen]    what the user says; nothing else is tried then
 * @param {string[]} [where.places]  where it usually is
 * @returns {string} the path of an installed Chromium or Chrome
 * @throws where there is none, saying what to install
 */
export function findChromium({ chosen = env.CHROME_PATH, places = USUAL } = {}) {
  const found = (chosen ? [chosen] : places).find((path) => existsSync(path));
  if (found) return found;
  if (chosen) throw new Error(`找不到浏览器：CHROME_PATH 指向的 ${chosen} 不存在`);
  throw new Error('找不到浏览器：请安装 Chromium 或 Google Chrome，或用环境变量 CHROME_PATH 指出它的位置');
}

/** @returns {Promise<import('playwright-core').Browser>} */
export const launchChromium = () => chromium.launch({ executablePath: findChromium(), args: FLAGS });
