/** `npm run build`: Rust → what a phone loads, in `miniprogram/phone-login/`; and what the cloud functions share. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile, compiled, moduleName } from './build/compile.mjs';
import { isFromSources } from './build/sources.mjs';
import { main, root, say } from './command.mjs';
import { copyShared } from './functions.mjs';
import { fillPackage } from './package.mjs';
import { ensureNodeModules, ensureRust, ensureWasmPack } from './setup.mjs';

const folder = join(root, 'miniprogram', 'phone-login');
const built = {
  wasm: join(folder, `${moduleName}_bg.wasm`),
  glue: join(folder, `${moduleName}_bg.js`),
  fallback: join(folder, `${moduleName}_fallback.js`),
};

/** The files that a build writes; they are in git. */
export const builtFiles = Object.values(built);

/** Whether what is there was built from the sources as they are. */
export const isCurrent = () => isFromSources(built.glue);

/** Builds, unless what is there was built from these very sources. */
export async function buildIfNeeded() {
  await ensureNodeModules();
  if (!isCurrent()) await build();
}

/** Builds, checks and weighs. */
export async function build() {
  await ensureRust();
  const wasmPack = await ensureWasmPack();
  say('Compiling Rust to wasm (half a minute; the first time wasm-pack also builds wasm-bindgen, up to six minutes)');
  await compile(wasmPack);
  say('Lowering the module for every client');
  const { lower } = await import('./build/lower.mjs');
  const { check } = await import('./build/check.mjs');
  const { convertGlue } = await import('./build/glue.mjs');
  const { convertToJavaScript } = await import('./build/fallback.mjs');
  await lower(compiled.wasm, built.wasm);
  check(built.wasm);
  await convertToJavaScript(built.wasm, built.fallback);
  // The glue comes last: it says that all of them are from these sources.
  await convertGlue(compiled.glue, built.glue);
  await weigh();
  copyShared();
  fillPackage();
}

async function weigh() {
  const { assertWithinBudgets, builtSizes } = await import('./build/budgets.mjs');
  const sizes = builtSizes();
  for (const [name, { raw, brotli }] of Object.entries(sizes)) {
    console.log(`  miniprogram/phone-login/${name}: ${raw} bytes, ${brotli} with brotli`);
  }
  assertWithinBudgets(sizes);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    await ensureNodeModules();
    await build();
  });
}
