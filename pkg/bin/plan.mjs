/** What is to be done in a project, file by file, before anything is done. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { earlierVersions } from './contents.mjs';
import { entryAt } from './entry.mjs';
import { hashOf } from './hash.mjs';
import { obsolete, targetsIn } from './targets.mjs';

/**
 * What becomes of a file: `add` where none is there; `update` and `remove` one that an earlier version brought and
 * nobody changed; `keep` one that its owner changed; `overwrite` such a one because the user wants it; `same`.
 *
 * @typedef {'add' | 'update' | 'remove' | 'keep' | 'overwrite' | 'same'} Act
 *
 * @typedef {object} Step
 * @property {Act} act
 * @property {string} path      below the project, with slashes
 * @property {string} [source]  the file of this package
 *
 * @typedef {object} Plan
 * @property {Step[]} steps
 * @property {string[]} functions  the cloud functions that go with it
 */

/**
 * @param {import('./project.mjs').Project} project
 * @param {{ functions: string[], force: boolean }} wanted
 * @returns {Plan}
 */
export function makePlan(project, wanted) {
  // The page of a new project calls this one.
  const functions = project.isNew ? [...new Set(['phoneLogin', ...wanted.functions])] : wanted.functions;
  const targets = targetsIn(project, functions);
  const known = knownHashes();
  const brought = targets.map((target) => bringing(project, target, known, wanted.force));
  const left = obsolete(project, targets, functions).flatMap((target) =>
    removing(project, target, known, wanted.force),
  );
  return { steps: [...brought, ...left], functions };
}

/** @returns {Step} */
function bringing(project, { path, source, part, name }, known, force) {
  const there = contentAt(join(project.folder, path));
  const act = (act) => ({ act, path, source });
  if (!there) return act('add');
  const hash = hashOf(name, there);
  if (hash === hashOf(name, readFileSync(source))) return act('same');
  if (known(part, name, hash)) return act('update');
  return act(force ? 'overwrite' : 'keep');
}

/** @returns {Step[]} nothing where the file is not there */
function removing(project, { path, part, name }, known, force) {
  const there = contentAt(join(project.folder, path));
  if (!there) return [];
  return [{ act: force || known(part, name, hashOf(name, there)) ? 'remove' : 'keep', path }];
}

/** Whether an earlier version had a file with that hash at that place. */
function knownHashes() {
  const versions = Object.values(earlierVersions());
  return (part, name, hash) => versions.some((parts) => parts[part]?.[name] === hash);
}

/** Nothing where no file is. */
function contentAt(path) {
  return entryAt(path)?.isFile() ? readFileSync(path) : undefined;
}
