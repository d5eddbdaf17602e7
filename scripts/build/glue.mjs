import { join } from 'node:path';
import { build } from 'esbuild';

import { root } from '../command.mjs';

/**
 * wasm-bindgen's glue → one CommonJS file for WeChat, in the syntax of base library 2.30's engines, with
 * the text codec in scope before its first line runs.
 */
export async function convertGlue(input, output) {
  await build({
    entryPoints: [input],
    outfile: output,
    bundle: true,
    format: 'cjs',
    target: 'es2018',
    charset: 'utf8',
    minify: true,
    inject: [join(root, 'scripts', 'build', 'text-codec.js')],
    banner: { js: '/* Generated from Rust by wasm-bindgen. */' },
    logLevel: 'warning',
  });
}
