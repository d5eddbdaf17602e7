/** What the built files cost, and what they may cost: budgets.json. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { transformSync } from 'esbuild';

import { root, SetupError } from '../command.mjs';
import { shippedSyntax } from './syntax.mjs';

/** The budgets, in bytes and lines. */
export const budgets = JSON.parse(readFileSync(join(root, 'budgets.json'), 'utf8'));

const folder = join(root, 'miniprogram', 'phone-login');

/** What every client reads before the first event: the module, its glue, and what loads them. */
const LOADED = ['wx_phone_login_bg.js', 'index.js', 'core.js', 'loader.js', 'platform.js'];

/** Bytes of something, as it is and with brotli at its best. */
export function sizeOf(bytes) {
  return { raw: bytes.length, brotli: brotliCompressSync(bytes).length };
}

/** The size of each of the built files by name. */
export function builtSizes() {
  return Object.fromEntries(Object.keys(budgets.bytes).map((name) => [name, sizeOf(readFileSync(join(folder, name)))]));
}

/** Bytes with brotli of what is loaded: the scripts minified and together, and the module. */
export function loadedBrotli() {
  const scripts = LOADED.map((name) => minified(readFileSync(join(folder, name), 'utf8'))).join('');
  return sizeOf(Buffer.from(scripts)).brotli + builtSizes()['wx_phone_login_bg.wasm'].brotli;
}

/** The size of each script that is loaded, minified. */
export function scriptSizes() {
  return Object.fromEntries(
    LOADED.map((name) => [name, sizeOf(Buffer.from(minified(readFileSync(join(folder, name), 'utf8'))))]),
  );
}

const minified = (text) => transformSync(text, shippedSyntax).code;

/** What is over its budget, a line each. */
export function excesses(sizes = builtSizes(), loaded = loadedBrotli()) {
  const over = Object.entries(budgets.bytes).flatMap(([name, budget]) =>
    Object.keys(budget)
      .filter((kind) => sizes[name][kind] > budget[kind])
      .map((kind) => `${name}: ${sizes[name][kind]} bytes ${kind}, ${budget[kind]} are allowed`),
  );
  const all = `what is loaded: ${loaded} bytes brotli, ${budgets.loadedBrotli} are allowed`;
  return loaded > budgets.loadedBrotli ? [...over, all] : over;
}

/** Throws where something is over its budget. */
export function assertWithinBudgets() {
  const over = excesses();
  if (over.length) throw new SetupError(`Over budgets.json: ${over.join('; ')}`);
}
