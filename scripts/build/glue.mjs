import { join } from 'node:path';
import { build } from 'esbuild';

import { root } from '../command.mjs';
import { sourcesLine } from './sources.mjs';
import { shippedSyntax } from './syntax.mjs';

const OPENING = `// @ts-nocheck: generated from Rust by wasm-bindgen.
module.exports = function (textsOf) {`;

/**
 * wasm-bindgen's glue → one CommonJS file for WeChat that exports a function which makes the glue: it belongs to one
 * instance of the module. `textsOf` gives it the texts of a language that the module does not hold. The text codec is in scope before its first line runs.
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
    banner: { js: `${sourcesLine()}\n${OPENING}` },
    footer: { js: 'return glue;\n};' },
  });
}
