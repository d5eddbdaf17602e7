/** Turns the built package into a script that any JavaScript engine takes: no file system, no `eval`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { filesBelow } from '../../../scripts/files.mjs';
import { miniprogram } from '../realm/package-files.mjs';

/** The file of the package, beside those that are shipped, that says what the others see. */
export const PROBE = '/probe.js';

/** The package as an expression; `names` are the globals that its files are to see as the client gives them. */
export function packageScript(names) {
  return `{ names: ${JSON.stringify(names)}, files: ${filesScript(names)}, modules: ${modulesScript()} }`;
}

/** Every module's text in a function of its own, in another one whose parameters hide the engine's globals. */
function filesScript(names) {
  const probe = `module.exports = { ${names.map((name) => `${name}: typeof ${name}`).join(', ')} };`;
  const texts = [[PROBE, probe], ...shipped('.js').map(({ path, bytes }) => [path, bytes.toString('utf8')])];
  const functions = texts.map(([path, text]) => {
    const module = `function (require, module, exports) { 'use strict';${text}\n}`;
    return `${JSON.stringify(path)}: function (${names.join(', ')}) { return ${module}; }`;
  });
  return `{ ${functions.join(',\n')} }`;
}

function modulesScript() {
  return JSON.stringify(Object.fromEntries(shipped('.wasm').map(({ path, bytes }) => [path, [...bytes]])));
}

function shipped(ending) {
  const folder = miniprogram['/'];
  const paths = filesBelow(join(folder, 'phone-login')).filter((path) => path.endsWith(ending));
  return paths.map((path) => ({ path: path.slice(folder.length).replaceAll('\\', '/'), bytes: readFileSync(path) }));
}
