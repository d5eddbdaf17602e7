/** Brings what a build or a test needs, once: from package registries only, kept for the next time. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { platform } from 'node:os';
import { join } from 'node:path';

import { cache } from './cache.mjs';
import { output, root, run, say, SetupError } from './command.mjs';
import { versions } from './versions.mjs';

/** The npm packages of package-lock.json. */
export async function ensureNodeModules() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.wx-phone-login-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('Installing the npm packages (about half a minute)');
  await run(platform() === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
    quiet: true,
  });
  writeFileSync(stamp, lock);
}

/** The Rust toolchain of rust-toolchain.toml with its wasm target. */
export async function ensureRust() {
  if (!output('rustup', ['--version'])) {
    throw new SetupError('Rust is missing: install rustup from https://rustup.rs and try again');
  }
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
  await run('cargo', ['install', 'wasm-pack', '--version', versions.wasmPack, '--root', folder], {
    quiet: true,
    env: { RUSTUP_TOOLCHAIN: output('rustup', ['show', 'active-toolchain'])?.split(' ')[0] ?? '' },
  });
  return path;
}

/** What the browser tests need, by the names of Debian's packages; the fonts are for the pictures. */
const browserPackages = ['chromium', 'chromium-driver', 'fonts-noto-cjk'];

/** An installed Chromium or Chrome, and a chromedriver where there is one; wasm-pack fetches it where there is none. */
export async function ensureBrowser() {
  const { findChromium } = await import('../simulator/chromium.mjs');
  const found = () => {
    try {
      return { chromium: findChromium(), chromedriver: output('which', ['chromedriver']) };
    } catch {
      return undefined;
    }
  };
  const installable = platform() === 'linux' && process.getuid() === 0 && output('which', ['apt-get']);
  if (installable && !found()?.chromedriver) {
    say(`Installing ${browserPackages.join(', ')} (about a minute)`);
    await run('apt-get', ['update'], { quiet: true });
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...browserPackages], { quiet: true, env });
  }
  const browser = found();
  if (!browser) {
    throw new SetupError('Chrome is missing: install Google Chrome or Chromium, or name its path in CHROME_PATH');
  }
  return browser;
}
