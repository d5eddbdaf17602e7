/** What `add` makes of an empty folder for a framework, with what `npm install` would bring. */
import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { ensureExampleModules } from '../../scripts/examples.mjs';
import { folderWithTarball, runInside } from '../support/package/added.mjs';

/** Frameworks that a new project can be of: the example that it is like. */
export const NEW_PROJECTS = { 'uni-app': 'uni-app', taro: 'taro-react' };

/** @returns {Promise<{ project: string, said: string }>} */
export async function newProject(framework) {
  const folder = folderWithTarball();
  // Taro treats what has its name in its path as its own.
  const name = `my-${framework}-app`;
  const { status, said } = runInside(folder, name, '--framework', framework);
  assert.equal(status, 0, said);
  const project = join(folder, name);
  symlinkSync(await ensureExampleModules(NEW_PROJECTS[framework]), join(project, 'node_modules'), 'junction');
  return { project, said };
}
