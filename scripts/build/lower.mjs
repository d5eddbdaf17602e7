import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import binaryen from 'binaryen';

import { root, run, SetupError } from '../command.mjs';
import { acceptedFeatures } from './compile.mjs';
import { lowerMemoryCopy } from './memory-copy.mjs';

/** wasm-opt of the npm package binaryen. */
const wasmOpt = join(root, 'node_modules', 'binaryen', 'bin', 'wasm-opt');

/** Exported globals, which iOS does not support. */
const removedExports = ['__abort_handler', '__instance_terminated'];

/**
 * What words a panic, which nobody can read on a phone. All formatting goes with it, so the crate must not format:
 * tests/architecture.rs sees to that.
 */
const wordingOfPanics = [
  /::panicking::/,
  /::fmt::/,
  /alloc_error/,
  /__rust_start_panic/,
  /raw_vec::(handle_error|capacity_overflow)/,
];

/**
 * Rewrites what the MVP does not have, then optimises for size. `trunc_sat` stays as it is: lowering it
 * changes the result of Rust's casts, so the check refuses it instead (`mvp.mjs`). `named` keeps the names of the functions, for
 * whoever wants to know what costs how much.
 */
export async function lower(input, output, { named = false } = {}) {
  writeFileSync(output, rewritten(readFileSync(input)));
  await run(process.execPath, [
    wasmOpt,
    output,
    ...Object.values(acceptedFeatures).map((feature) => `--enable-${feature}`),
    '--signext-lowering',
    `--remove-exports=${removedExports.join(',')}`,
    '--zero-filled-memory',
    '--low-memory-unused',
    // Measured: with these and the last two 0.8 % less after compression than with -Oz alone.
    '--flatten',
    '--rereloop',
    '-Oz',
    '-Oz',
    '--converge',
    '--reorder-functions',
    '--reorder-locals',
    named ? '--debuginfo' : '--strip-debug',
    '--strip-producers',
    '--strip-target-features',
    '-o',
    output,
  ]);
  await writeAsMvp(output, { named });
}

/**
 * Written by a run that knows no feature: wherever binaryen knows bulk memory, it writes a DataCount section, which the
 * MVP does not have and Safari 14 refused (https://github.com/emscripten-core/emscripten/issues/15673).
 */
async function writeAsMvp(path, { named }) {
  const names = named ? ['--debuginfo'] : [];
  await run(process.execPath, [wasmOpt, path, '--quiet', '--mvp-features', ...names, '-o', path]);
}

/** A panic traps at once instead of wording a message first (docs/decisions/0001); copies become functions. */
function rewritten(wasm) {
  binaryen.setDebugInfo(true);
  const module = binaryen.readBinary(wasm);
  const wording = functionsOf(module).filter(({ name }) => wordingOfPanics.some((pattern) => pattern.test(name)));
  if (!wording.length) throw new SetupError('No panic function was found: do the patterns in lower.mjs still fit?');
  for (const { name, params, results } of wording) {
    module.removeFunction(name);
    module.addFunction(name, params, results, [], module.unreachable());
  }
  lowerMemoryCopy(module);
  const bytes = module.emitBinary();
  module.dispose();
  return bytes;
}

/** What binaryen tells of each function of a module, the imported ones too. */
export function functionsOf(module) {
  const indices = [...Array(module.getNumFunctions()).keys()];
  return indices.map((index) => binaryen.getFunctionInfo(module.getFunctionByIndex(index)));
}
