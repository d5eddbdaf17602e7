import { join } from 'node:path';
import { build } from 'esbuild';

import { root } from '../command.mjs';
import { shippedSyntax } from './syntax.mjs';

/**
 * wasm-bindgen's glue → one CommonJS file for WeChat that exports a function which makes the glue: it belongs to one
 * instance of the module. The text codec is in scope before its first line runs.
 */
export async function convertGlue(input, output) {
  await build({
    ...shippedSyntax,
    entryPoints: [input],
    outfile: output,
    bundle: true,
    format: 'iife',
    globalName: 'glue',
    inject: [join(root, 'scripts', 'build', 'text-codec.js')],
    banner: { js: '/* Generated from Rust by wasm-bindgen. */\nmodule.exports = function () {' },
    footer: { js: 'return glue;\n};' },
  });
}
