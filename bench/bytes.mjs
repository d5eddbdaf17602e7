/** What is shipped and loaded, minified and with brotli 11, and what a package gains, minified. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { minified, sizeOf } from '../scripts/build/budgets.mjs';
import { root } from '../scripts/command.mjs';
import { bundleEntrant, bundleLines } from './bundle.mjs';

const folder = join(root, 'miniprogram', 'phone-login');
const MODULE = 'wx_phone_login_bg.wasm';
const GLUE = ['wx_phone_login_bg.js'];
const LOADER = ['index.js', 'phone-popup.js', 'core.js', 'loader.js', 'texts.js'];

/** What loads with them: the component's way to WeChat, which no state machine has. */
const BESIDE = ['platform.js'];

/** What the rival imports of the library, alone. */
const CORES = { xstate: "export { and, assign, createActor, raise, setup } from 'xstate';" };

const size = (content) => sizeOf(Buffer.from(content)).brotli;

/**
 * Bytes of the package by part, of what others load of a library alone, of what does the same work with it, and what the
 * folder of the module adds to a package as it is.
 */
export async function bytes() {
  return { ours: ours(), cores: await each(CORES, bundleLines), sameWork: await sameWork(), added: added() };
}

/** The scripts as one text, as WeChat packs them. */
function ours() {
  const wasm = size(readFileSync(join(folder, MODULE)));
  const lists = [GLUE, [...GLUE, ...LOADER], [...GLUE, ...LOADER, ...BESIDE]];
  const [glue, scripts, all] = lists.map((names) => size(minified(names)));
  return { wasm, glue, loader: scripts - glue, total: wasm + scripts, beside: all - scripts };
}

/** The module, and every script beside it, the fallback among them. */
function added() {
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  return readFileSync(join(folder, MODULE)).length + minified(scripts).length;
}

const sameWork = () => each({ xstate: 'xstate', 'hand-written': 'hand-written' }, bundleEntrant);

async function each(named, bundle) {
  const sizes = Object.entries(named).map(async ([name, content]) => [name, size(await bundle(content))]);
  return Object.fromEntries(await Promise.all(sizes));
}
