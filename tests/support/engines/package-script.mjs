/** Turns the built package into a script that any JavaScript engine takes: no file system, no `eval`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { filesBelow } from '../../../scripts/files.mjs';
import { miniprogram } from '../realm/package-files.mjs';

/** The file of the package, beside those that are shipped, that says what the others see. */
export const PROBE = '/probe.js';

/**
 * The package as an expression; `names` are the globals that its files are to see as the client gives them, `parts` the
 * folders of the package, `module` what stands in place of its module.
 */
export function packageScript(names, { parts = ['phone-login'], module } = {}) {
  const files = filesScript(names, shipped(parts, '.js'));
  const modules = shipped(parts, '.wasm').map(({ path, bytes }) => [path, [...(module ?? bytes)]]);
  return `{ names: ${JSON.stringify(names)}, files: ${files}, modules: ${JSON.stringify(Object.fromEntries(modules))} }`;
}

/** Every module's text in a function of its own, in another one whose parameters hide the engine's globals. */
function filesScript(names, files) {
  const probe = `module.exports = { ${names.map((name) => `${name}: typeof ${name}`).join(', ')} };`;
  const texts = [[PROBE, probe], ...files.map(({ path, bytes }) => [path, bytes.toString('utf8')])];
  const functions = texts.map(([path, text]) => {
    const module = `function (require, module, exports) { 'use strict';${text}\n}`;
    return `${JSON.stringify(path)}: function (${names.join(', ')}) { return ${module}; }`;
  });
  return `{ ${functions.join(',\n')} }`;
}

function shipped(parts, ending) {
  const folder = miniprogram['/'];
  const all = parts.flatMap((part) => filesBelow(join(folder, part)));
  const paths = all.filter((path) => path.endsWith(ending));
  return paths.map((path) => ({ path: path.slice(folder.length).replaceAll('\\', '/'), bytes: readFileSync(path) }));
}
