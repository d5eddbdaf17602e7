/** What is shipped and loaded, minified and with brotli 11. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { minified, sizeOf } from '../scripts/build/budgets.mjs';
import { root } from '../scripts/command.mjs';
import { bundleEntrant, bundleLines } from './bundle.mjs';

const folder = join(root, 'miniprogram', 'phone-login');
const GLUE = ['wx_phone_login_bg.js'];
const LOADER = ['index.js', 'phone-popup.js', 'core.js', 'loader.js'];

/** What loads with them: the component's way to WeChat, which no state machine has. */
const BESIDE = ['platform.js'];

const CORES = {
  xstate: "export { assign, createActor, setup } from 'xstate';",
  robot3: "export { action, createMachine, guard, interpret, reduce, state, transition } from 'robot3';",
};

const size = (content) => sizeOf(Buffer.from(content)).brotli;

/** Bytes of the package by part, of what others load of a library alone, and of what does the same work with it. */
export async function bytes() {
  return { ours: ours(), cores: await each(CORES, bundleLines), sameWork: await sameWork() };
}

/** The scripts as one text, as WeChat packs them. */
function ours() {
  const wasm = size(readFileSync(join(folder, 'wx_phone_login_bg.wasm')));
  const lists = [GLUE, [...GLUE, ...LOADER], [...GLUE, ...LOADER, ...BESIDE]];
  const [glue, scripts, all] = lists.map((names) => size(minified(names)));
  return { wasm, glue, loader: scripts - glue, total: wasm + scripts, beside: all - scripts };
}

const sameWork = () => each({ xstate: 'xstate', robot3: 'robot3', 'hand-written': 'hand-written' }, bundleEntrant);

async function each(named, bundle) {
  const sizes = Object.entries(named).map(async ([name, content]) => [name, size(await bundle(content))]);
  return Object.fromEntries(await Promise.all(sizes));
}
