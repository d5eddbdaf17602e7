/** The files of the self-check that hold the engine checks: made from those of the tests, so that there is one of each. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { buildSync } from 'esbuild';

import { filesBelow } from '../../../scripts/files.mjs';
import { miniprogram, root } from '../realm/package-files.mjs';
import { samples } from './script.mjs';

const NOTE = '// @ts-nocheck: generated from tests/support/engines by `npm run docs`.\n';
const folder = join(miniprogram['/'], 'pages', 'selfcheck');

/** What stands beside the page and is written by hand, as are the module and the sheet: whoever asks something of `wx`. */
const ASK_WX = ['app.js', 'phone-login', 'components', 'pages/selfcheck'];
const GENERATED = /(_bg|_fallback|hints|not-loaded|loading-view|[/\\]checks|[/\\]samples)\.js$/;
const NAMED = /\bwx\.(\w+(?:\.\w+)?)|\b(?:ask|told)\('(\w+)'/g;

/** What each generated file is to hold, by its path. */
export function selfCheckFiles() {
  return { [join(folder, 'checks.js')]: NOTE + bundle(), [join(folder, 'samples.js')]: NOTE + samplesScript() };
}

function bundle() {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL('./program/checks.mjs', import.meta.url))],
    absWorkingDir: root,
    write: false,
    bundle: true,
    format: 'cjs',
    target: 'es2018',
    // A mini-program's compiler would ask for a runtime of its own for these.
    supported: { 'async-await': false, generator: false },
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}

/** A line for each sample, so that a change shows which. */
function samplesScript() {
  const { scenarios, buttonEvents, ...others } = samples;
  const { version } = JSON.parse(readFileSync(join(root, 'pkg', 'package.json'), 'utf8'));
  const lines = [
    ['version', literal(version)],
    ['wxFunctions', literal(wxFunctions())],
    ...Object.entries(others).map(([name, value]) => [name, literal(value)]),
    ...Object.entries({ scenarios, buttonEvents }).map(([name, list]) => [
      name,
      `[\n${list.map(literal).join(',\n')},\n]`,
    ]),
  ];
  return `module.exports = {\n${lines.map(([name, value]) => `${name}: ${value},\n`).join('')}};\n`;
}

/** JSON is JavaScript here once what is neither ASCII nor Chinese is escaped. */
function literal(value) {
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replace(/[^ -~\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]/g, escaped);
}

/** Every function of `wx` that is used, by its name below `wx`. */
export function wxFunctions() {
  const files = ASK_WX.flatMap((path) => filesBelow(join(miniprogram['/'], path)));
  const written = files.filter((path) => path.endsWith('.js') && !GENERATED.test(path));
  const found = written.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(NAMED)]);
  return [...new Set(found.map(([, member, asked]) => member ?? asked))].sort();
}
