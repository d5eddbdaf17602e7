import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after } from 'node:test';

import { ensureFunctionModules, functionFolder } from '../../scripts/function-modules.mjs';

/**
 * The function as it is deployed with all its files: beside it stand the packages of its own lock file, and none of this
 * checkout can be found from there.
 *
 * @param {object} [files] texts by name, in place of the function's own; `undefined` leaves a file out
 * @returns the folder that holds one folder per function
 */
export async function deploy(files = {}) {
  const functionsRoot = await mkdtemp(join(tmpdir(), 'cloudfunctions-'));
  after(() => rm(functionsRoot, { recursive: true }));
  const deployed = join(functionsRoot, basename(functionFolder));
  await cp(functionFolder, deployed, {
    recursive: true,
    filter: (source) => !['node_modules', ...Object.keys(files)].includes(basename(source)),
  });
  for (const [name, text] of Object.entries(files)) if (text) await writeFile(join(deployed, name), text);
  await symlink(await ensureFunctionModules(), join(deployed, 'node_modules'), 'junction');
  return functionsRoot;
}
