import { join } from 'node:path';

import { root, runLong } from '../command.mjs';
import { versions } from '../versions.mjs';
import { remapFlags } from './paths.mjs';

/** How the crate is called in file names. */
export const moduleName = 'wx_phone_login';

/**
 * Beyond the MVP, what the precompiled standard library holds, by LLVM's name and by binaryen's;
 * `lower.mjs` takes it out.
 */
export const acceptedFeatures = {
  'mutable-globals': 'mutable-globals',
  'bulk-memory': 'bulk-memory',
  'sign-ext': 'sign-ext',
  'nontrapping-fptoint': 'nontrapping-float-to-int',
};

const outDir = join(root, 'target', 'wasm-pack');

/** What wasm-pack leaves: the module and the glue of wasm-bindgen. */
export const compiled = {
  wasm: join(outDir, `${moduleName}_bg.wasm`),
  glue: join(outDir, `${moduleName}_bg.js`),
};

/**
 * A module for every client: no reference types, no multi-value. wasm-bindgen writes glue with externrefs
 * for a module that only *declares* reference types, as the precompiled standard library does, so the
 * linker is told what to declare. `bulk-memory` is lowered later to a loop, which is smaller than the
 * `memcpy` that stands in for it.
 */
const rustFlags = () => [
  '-Ctarget-cpu=mvp',
  '-Ctarget-feature=+mutable-globals,+bulk-memory',
  `-Clink-arg=--features=${Object.keys(acceptedFeatures).join(',')}`,
  '-Clink-arg=--no-check-features',
  '-Clink-arg=-zstack-size=32768',
  // Measured: the smallest module after compression among 5, 15, 25, 40, 100 and the default.
  '-Cllvm-args=-inline-threshold=25',
  ...remapFlags(),
];

/**
 * The flags, for cargo and for its wasm target only: in the environment they would reach the tools that
 * wasm-pack builds for this machine.
 */
export const shippedConfig = () => [
  '--config',
  `target.${versions.wasmTarget}.rustflags=${JSON.stringify(rustFlags())}`,
];

/** Flags of the environment would replace ours. What is shipped stays apart from what tests build. */
export const shippedEnv = {
  RUSTFLAGS: undefined,
  CARGO_ENCODED_RUSTFLAGS: undefined,
  CARGO_TARGET_DIR: join(root, 'target', 'shipped'),
};

/** Rust → wasm and wasm-bindgen's glue. */
export async function compile(wasmPack) {
  const options = ['--target', 'bundler', '--release', '--no-pack', '--no-typescript'];
  const places = ['--out-dir', outDir, '--out-name', moduleName];
  await runLong(wasmPack, ['build', ...options, ...places, '--', ...shippedConfig()], { env: shippedEnv });
}
