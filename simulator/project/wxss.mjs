import { posix } from 'node:path';

import { ProjectError, readText } from './files.mjs';
import { toCss } from './units.mjs';

const COMMENT = /\/\*[\s\S]*?\*\//g;
const IMPORT = /@import\s+(?:url\()?["']([^"']+)["']\)?\s*;/g;

/**
 * Reads a WXSS file, and what it imports, as CSS for the phone's frame.
 *
 * @param {string} base  the package root
 * @param {string} path  inside it, with extension
 * @returns {Promise<string>}
 */
export async function readWxss(base, path) {
  return toCss(await inlineImports(base, path, []));
}

async function inlineImports(base, path, parents) {
  if (parents.includes(path)) throw new ProjectError(path, `@import 循环：${[...parents, path].join(' → ')}`);
  const text = (await readText(base, path)).replace(COMMENT, '');
  const pieces = [];
  let end = 0;
  for (const found of text.matchAll(IMPORT)) {
    const target = found[1].startsWith('/') ? found[1].slice(1) : posix.join(posix.dirname(path), found[1]);
    pieces.push(text.slice(end, found.index), await inlineImports(base, target, [...parents, path]));
    end = found.index + found[0].length;
  }
  return pieces.join('') + text.slice(end);
}
