import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after } from 'node:test';

import { ensureFunctionModules, functionFolder, functionNames } from '../../scripts/function-modules.mjs';

/**
 * The functions as they are deployed with all their files: beside each stand the packages of its own lock file, and none
 * of this checkout can be found from there.
 *
 * @param {object} [files] texts by name, in place of the functions' own; `undefined` leaves a file out
 * @returns the folder that holds one folder per function
 */
export async function deploy(files = {}) {
  const functionsRoot = await mkdtemp(join(tmpdir(), 'cloudfunctions-'));
  after(() => rm(functionsRoot, { recursive: true }));
  for (const name of functionNames) await deployOne(functionsRoot, name, files);
  return functionsRoot;
}

async function deployOne(functionsRoot, name, files) {
  const deployed = join(functionsRoot, name);
  await cp(functionFolder(name), deployed, {
    recursive: true,
    filter: (source) => !['node_modules', ...Object.keys(files)].includes(basename(source)),
  });
  for (const [file, text] of Object.entries(files)) if (text) await writeFile(join(deployed, file), text);
  await symlink(await ensureFunctionModules(name), join(deployed, 'node_modules'), 'junction');
}
