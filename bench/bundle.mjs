/** Bundles of what is measured: as a script that an engine runs, and as the bytes that a package would hold. */
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

import { shippedSyntax } from '../scripts/build/syntax.mjs';
import { compactTable } from './reasons.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The syntax of what is shipped, and the reasons in their place. */
const settings = () => ({
  target: shippedSyntax.target,
  charset: 'utf8',
  logLevel: 'warning',
  bundle: true,
  write: false,
  define: { TABLE: JSON.stringify(compactTable()) },
});

async function textOf(options) {
  const { outputFiles } = await build({ ...settings(), ...options });
  return outputFiles[0].text;
}

/** The program that every engine runs, as the global `benchProgram`. */
export const bundleProgram = () =>
  textOf({ entryPoints: [here('program/main.mjs')], format: 'iife', globalName: 'benchProgram' });

/** An entrant as a function body that returns it, as small as it can be shipped. */
export function bundleEntrant(name) {
  const footer = { js: 'return entrant;' };
  return textOf({
    entryPoints: [here(`entrants/${name}.mjs`)],
    format: 'iife',
    globalName: 'entrant',
    minify: true,
    footer,
  });
}

/** What these lines import, as small as it can be shipped. */
export function bundleLines(contents) {
  return textOf({ stdin: { contents, resolveDir: here('.') }, format: 'cjs', minify: true });
}
