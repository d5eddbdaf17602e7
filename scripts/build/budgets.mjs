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
const LOADED = [
  'wx_phone_login_bg.js',
  'index.js',
  'phone-popup.js',
  'core.js',
  'loader.js',
  'drivers.js',
  'client.js',
  'ask.js',
  'exchanges.js',
  'only-once.js',
  'shared.js',
];

/** Bytes of something, as it is and with brotli at its best. */
export function sizeOf(bytes) {
  return { raw: bytes.length, brotli: brotliCompressSync(bytes).length };
}

/** The size of each of the built files by name. */
export function builtSizes() {
  return Object.fromEntries(Object.keys(budgets.bytes).map((name) => [name, sizeOf(readFileSync(join(folder, name)))]));
}

/** Scripts of the module, minified and one after the other, as WeChat packs them. */
export function minified(names) {
  const texts = names.map((name) => readFileSync(join(folder, name), 'utf8'));
  return Buffer.from(texts.map((text) => transformSync(text, { ...shippedSyntax, format: 'cjs' }).code).join(''));
}

/** Bytes with brotli of what is loaded: the scripts and the module. */
export function loadedBrotli(sizes) {
  return sizeOf(minified(LOADED)).brotli + sizes['wx_phone_login_bg.wasm'].brotli;
}

/** The size of each script that is loaded, minified. */
export function scriptSizes() {
  return Object.fromEntries(LOADED.map((name) => [name, sizeOf(minified([name]))]));
}

/** What is over its budget, a line each. */
export function excesses(sizes = builtSizes(), loaded = loadedBrotli(sizes)) {
  const over = Object.entries(budgets.bytes).flatMap(([name, budget]) =>
    Object.keys(budget)
      .filter((kind) => sizes[name][kind] > budget[kind])
      .map((kind) => `${name}: ${sizes[name][kind]} bytes ${kind}, ${budget[kind]} are allowed`),
  );
  const all = `what is loaded: ${loaded} bytes brotli, ${budgets.loadedBrotli} are allowed`;
  return loaded > budgets.loadedBrotli ? [...over, all] : over;
}

/** Throws where something is over its budget. */
export function assertWithinBudgets(sizes) {
  const over = excesses(sizes);
  if (over.length) throw new SetupError(`Over budgets.json: ${over.join('; ')}`);
}
