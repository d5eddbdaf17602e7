/** Bundles of what is measured: as a script that an engine runs, and as the bytes that a package would hold. */
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

import { shippedSyntax } from '../scripts/build/syntax.mjs';
import { compactTable } from './reasons.mjs';
import { readTexts } from './texts.mjs';

const LOCALES = ['zh_CN', 'zh_TW', 'en'];

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The syntax of what is shipped, and the reasons in their place. */
const settings = (locales) => ({
  target: shippedSyntax.target,
  charset: 'utf8',
  logLevel: 'warning',
  bundle: true,
  write: false,
  define: { TABLE: JSON.stringify(compactTable(locales)), TEXTS: JSON.stringify(readTexts(locales)) },
});

async function textOf(options, locales = LOCALES) {
  const { outputFiles } = await build({ ...settings(locales), ...options });
  return outputFiles[0].text;
}

/** The program that every engine runs, as the global `benchProgram`. */
export const bundleProgram = () =>
  textOf({ entryPoints: [here('program/main.mjs')], format: 'iife', globalName: 'benchProgram' });

/**
 * An entrant as a function body that returns it, as small as it can be shipped: without the texts of other languages, as
 * what the package loads.
 */
export const bundleEntrant = (name) => bundleEntrantIn(['zh_CN'], name);

/** The same with the texts of all languages. */
export const bundleWholeEntrant = (name) => bundleEntrantIn(LOCALES, name);

function bundleEntrantIn(locales, name) {
  const footer = { js: 'return entrant;' };
  const entryPoints = [here(`entrants/${name}.mjs`)];
  return textOf({ entryPoints, format: 'iife', globalName: 'entrant', minify: true, footer }, locales);
}

/** What these lines import, as small as it can be shipped. */
export function bundleLines(contents) {
  return textOf({ stdin: { contents, resolveDir: here('.') }, format: 'cjs', minify: true });
}
