/** `npm run size`: what each part of the module costs, and the scripts around it. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compiled } from './build/compile.mjs';
import { build, isCurrent } from './build.mjs';
import { main } from './command.mjs';
import { ensureNodeModules } from './setup.mjs';

/**
 * Whose a function is, by its name. The first that fits counts; what is inlined counts as its caller's.
 *
 * @type {[string, RegExp][]}
 */
const PARTS = [
  ['formatting and panics', /::fmt::|::panicking::|alloc_error/],
  ['allocator', /talc|__rust_(alloc|realloc|dealloc)|__wbindgen_(malloc|realloc|free)/],
  ['serde and encode', /serde|wasm::encode|Object|phonepopup_view|collect_map|Iterator>::next/],
  ['decode', /wasm::decode|js_sys|JsString|phonepopup_new|wasm_bindgen|__wbg_|exn_store/],
  ['state machine, with the exported dispatch', /::machine|::state|::event::|::view|phonepopup_dispatch|::effect/],
  ['classification, with its exports', /classify|::reason|::detail|::mask|mask|trimmed|whole_number/],
  ['messages', /notice/],
  ['strings and vectors', /alloc|String|raw_vec|core::|core\[/],
];

/** Bytes of the functions of each part, and of the module's data. */
export function partsOf({ functions, data }) {
  const parts = Object.fromEntries([...PARTS.map(([part]) => [part, 0]), ['small functions of no one part', 0]]);
  for (const { name, bytes } of functions) parts[partOf(name)] += bytes;
  return { ...parts, 'data: words, names, phrases': data };
}

function partOf(name) {
  const [part] = PARTS.find(([, pattern]) => pattern.test(name)) ?? ['small functions of no one part'];
  return part;
}

/** The module as it is shipped, but with names. */
async function named() {
  const folder = mkdtempSync(join(tmpdir(), 'wx-phone-login-'));
  try {
    const { lower } = await import('./build/lower.mjs');
    await lower(compiled.wasm, join(folder, 'named.wasm'), { named: true });
    return readFileSync(join(folder, 'named.wasm'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function print(title, rows) {
  console.log(`\n${title}`);
  for (const [name, ...numbers] of rows) {
    console.log(`  ${name.padEnd(46)}${numbers.map((number) => `${number}`.padStart(9)).join('')}`);
  }
}

async function size() {
  await ensureNodeModules();
  // The names of the functions are in what was compiled here, and not in what is in git.
  if (!existsSync(compiled.wasm) || !isCurrent()) await build();
  const { costs } = await import('./build/functions.mjs');
  const { budgets, builtSizes, loadedBrotli, scriptSizes, assertWithinBudgets } = await import('./build/budgets.mjs');
  const found = costs(await named());
  const byCost = [...found.functions].sort((one, other) => other.bytes - one.bytes);
  print('The module, bytes', Object.entries(partsOf(found)));
  print(
    'Its largest functions, bytes',
    byCost.slice(0, 15).map(({ name, bytes }) => [name.replace(/::h[0-9a-f]{16}$/, '').slice(-44), bytes]),
  );
  print(
    'Scripts that are loaded, minified: raw, brotli',
    Object.entries(scriptSizes()).map(([name, { raw, brotli }]) => [name, raw, brotli]),
  );
  const sizes = builtSizes();
  const files = Object.entries(sizes).flatMap(([name, { raw, brotli }]) => [
    [`${name}, raw`, raw, budgets.bytes[name].raw],
    [`${name}, brotli`, brotli, budgets.bytes[name].brotli],
  ]);
  print('Against budgets.json, bytes', [
    ...files,
    ['all that is loaded, brotli', loadedBrotli(sizes), budgets.loadedBrotli],
  ]);
  assertWithinBudgets(sizes);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(size);
