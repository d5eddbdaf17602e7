/** `npm run build`: Rust → what a phone loads, in `miniprogram/phone-login/` and in `pkg/`. */
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

import { main, root, say } from './command.mjs';
import { compiled, compile } from './build/compile.mjs';
import { ensureNodeModules, ensureRust, ensureWasmPack } from './setup.mjs';
import { isFresh, markFresh } from './build/freshness.mjs';

const built = {
  wasm: join(root, 'miniprogram', 'phone-login', 'wx_phone_login_bg.wasm'),
  compressed: join(root, 'miniprogram', 'phone-login', 'wx_phone_login_bg.wasm.br'),
  glue: join(root, 'miniprogram', 'phone-login', 'wx_phone_login_bg.js'),
  fallback: join(root, 'miniprogram', 'phone-login', 'wx_phone_login_fallback.js'),
  package: join(root, 'pkg', 'miniprogram_dist'),
};

/** Builds, unless what is there was built from these very sources. */
export async function buildIfNeeded() {
  await ensureNodeModules();
  if (!isFresh(Object.values(built))) await buildAll();
}

async function buildAll() {
  await ensureRust();
  const wasmPack = await ensureWasmPack();
  say('Compiling Rust to wasm (about a minute; the first time wasm-pack also builds wasm-bindgen, about six minutes)');
  await compile(wasmPack);
  say('Lowering the module for every client');
  const { lower } = await import('./build/lower.mjs');
  const { check } = await import('./build/check.mjs');
  const { constantsOf } = await import('./build/constants.mjs');
  const { convertGlue } = await import('./build/glue.mjs');
  const { convertToJavaScript } = await import('./build/fallback.mjs');
  await lower(compiled.wasm, built.wasm);
  check(built.wasm);
  writeFileSync(built.compressed, brotliCompressSync(readFileSync(built.wasm)));
  await convertGlue(compiled.glue, built.glue, constantsOf(readFileSync(built.wasm)));
  await convertToJavaScript(built.wasm, built.fallback);
  const { assertWithinBudgets, builtSizes } = await import('./build/budgets.mjs');
  const sizes = builtSizes();
  report(sizes);
  assertWithinBudgets(sizes);
  fillPackage();
  markFresh();
}

/** The package's own folder holds what `miniprogram/` holds, but for the sample app around it. */
function fillPackage() {
  rmSync(built.package, { recursive: true, force: true });
  mkdirSync(built.package);
  for (const folder of ['phone-login', join('components', 'login-popup-system')]) {
    cpSync(join(root, 'miniprogram', folder), join(built.package, folder), { recursive: true });
  }
  // Where a mini-program looks for a package by its bare name.
  writeFileSync(join(built.package, 'index.js'), "module.exports = require('./phone-login/index');\n");
  copyFileSync(join(root, 'LICENSE'), join(root, 'pkg', 'LICENSE'));
}

function report(sizes) {
  for (const [name, { raw, brotli }] of Object.entries(sizes)) {
    console.log(`  miniprogram/phone-login/${name}: ${raw} bytes, ${brotli} with brotli`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    await ensureNodeModules();
    await buildAll();
  });
}
