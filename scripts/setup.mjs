/** Brings what a build or a test needs, once: from package registries only, kept for the next time. */

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';

import { cache } from './cache.mjs';
import { npm, output, root, run, runLong, SetupError, say } from './command.mjs';
import { install, installsPackages } from './debian.mjs';
import { versions } from './versions.mjs';

/** Says for which lock file the npm packages are there, and whether for developers, too. */
const installed = join(root, 'node_modules', '.wx-phone-login-lock');

/** The npm packages of package-lock.json. */
export async function ensureNodeModules() {
  await ensureInstalled([`all ${lockHash()}`], []);
}

/** Those of them that `npm start` needs. */
export async function ensureSimulatorModules() {
  const lock = lockHash();
  await ensureInstalled([`simulator ${lock}`, `all ${lock}`], ['--omit=dev']);
}

/** Installs what the first of some stamps stands for, unless one of them is there. */
async function ensureInstalled(stamps, options) {
  if (existsSync(installed) && stamps.includes(readFileSync(installed, 'utf8'))) return;
  say('Installing the npm packages (about half a minute, only this once)');
  await runLong(npm, ['ci', '--no-audit', '--no-fund', '--ignore-scripts', ...options]);
  writeFileSync(installed, stamps[0]);
}

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

/** Whether there is a Rust toolchain that could build. */
export const hasRust = () => output('rustup', ['--version']) !== undefined;

/** The Rust toolchain of rust-toolchain.toml with its wasm target. */
export async function ensureRust() {
  if (!hasRust()) throw new SetupError('Rust is missing: install rustup from https://rustup.rs and try again');
  if (output('rustup', ['target', 'list', '--installed'])?.includes(versions.wasmTarget)) return;
  say(`Installing the Rust target ${versions.wasmTarget}`);
  await run('rustup', ['target', 'add', versions.wasmTarget]);
}

/** The path of wasm-pack; built from crates.io the first time. */
export async function ensureWasmPack() {
  const folder = join(cache, `wasm-pack-${versions.wasmPack}`);
  const path = join(folder, 'bin', platform() === 'win32' ? 'wasm-pack.exe' : 'wasm-pack');
  if (existsSync(path)) return path;
  say(`Building wasm-pack ${versions.wasmPack} (about two minutes, only this once)`);
  await runLong('cargo', ['install', 'wasm-pack', '--version', versions.wasmPack, '--root', folder], {
    env: { RUSTUP_TOOLCHAIN: output('rustup', ['show', 'active-toolchain'])?.split(' ')[0] ?? '' },
  });
  return path;
}

/** What the browser tests need, by the names of Debian's packages; the fonts are for the pictures. */
const browserPackages = ['chromium', 'chromium-driver', 'fonts-noto-cjk'];

/** The paths of Chromium or Chrome, and of chromedriver where there is one; undefined without a browser. */
export async function ensureBrowser() {
  if (installsPackages() && !(await findBrowser())?.chromedriver) await install(browserPackages);
  return findBrowser();
}

async function findBrowser() {
  const { findChromium } = await import('./chromium.mjs');
  try {
    return { chromium: findChromium(), chromedriver: output('which', ['chromedriver']) };
  } catch {
    return undefined;
  }
}
