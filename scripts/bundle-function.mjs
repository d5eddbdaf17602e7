/**
 * `node scripts/bundle-function.mjs NAME FOLDER`: makes one file of a cloud function and its packages, which starts
 * sooner because one file is read in place of hundreds. The folder is uploaded in place of that of the function.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

import { main, readArguments, SetupError } from './command.mjs';
import { ensureFunctionModules, functionFolder, functionNames } from './function-modules.mjs';

const USAGE = `node scripts/bundle-function.mjs ${functionNames.join('|')} <folder>`;

/** The oldest Node of the cloud that the functions run in. */
const TARGET = 'node12.16';

/**
 * @param {string} name of the function
 * @param {string} folder where the bundle goes; made where it is missing
 */
export async function bundleFunction(name, folder) {
  const source = functionFolder(name);
  const modules = await ensureFunctionModules(name);
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: [join(source, 'index.js')],
    outfile: join(folder, 'index.js'),
    bundle: true,
    platform: 'node',
    target: TARGET,
    nodePaths: [modules],
    alias: aliasesIn(source, modules),
    legalComments: 'eof',
    logLevel: 'error',
  });
  cpSync(join(source, 'config.json'), join(folder, 'config.json'));
  // Nothing is installed: the packages are in the bundle.
  writeFileSync(
    join(folder, 'package.json'),
    `${JSON.stringify({ name, private: true, main: 'index.js' }, null, 2)}\n`,
  );
}

/** The packages are those of the function's own lock file, also where this checkout has others of that name. */
function aliasesIn(source, modules) {
  const { dependencies } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  return Object.fromEntries(Object.keys(dependencies).map((name) => [name, join(modules, name)]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    const { positionals } = readArguments({}, USAGE, { allowPositionals: true });
    const [name, folder] = positionals;
    if (!functionNames.includes(name) || !folder) throw new SetupError(`Usage: ${USAGE}`);
    await bundleFunction(name, resolve(folder));
  });
}
