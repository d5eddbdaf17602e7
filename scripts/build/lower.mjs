import { join } from 'node:path'

import { root, run } from '../command.mjs'

/** wasm-opt of the npm package binaryen. */
export const wasmOpt = join(root, 'node_modules', 'binaryen', 'bin', 'wasm-opt')

/** What the precompiled standard library may hold. */
const accepted = ['bulk-memory', 'sign-ext', 'mutable-globals', 'nontrapping-float-to-int']

/** Exported globals, which iOS does not support. */
const removedExports = ['__abort_handler', '__instance_terminated']

/**
 * Rewrites what the MVP does not have, then optimises for size. `trunc_sat` stays as it is: lowering it
 * changes the result of Rust's casts, so the check refuses it instead.
 */
export async function lower(input, output) {
  await run(process.execPath, [
    wasmOpt,
    input,
    ...accepted.map((feature) => `--enable-${feature}`),
    '--signext-lowering',
    '--llvm-memory-copy-fill-lowering',
    `--remove-exports=${removedExports.join(',')}`,
    '-Oz',
    '--converge',
    '-o',
    output,
  ])
}
