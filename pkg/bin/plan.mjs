/** What is to be done in a project, file by file, before anything is done. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  componentNames,
  earlierVersions,
  filesIn,
  functionFolder,
  miniprogramFolder,
  starterFolder,
} from './contents.mjs';
import { entryAt } from './entry.mjs';
import { hashOf } from './hash.mjs';

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
 *
 * @typedef {{ path: string, part: string, name: string }} Place  `part` and `name`: as the earlier versions list it
 * @typedef {Place & { source: string }} Target
 */

/**
 * @param {import('./project.mjs').Project} project
 * @param {{ functions: string[], force: boolean }} wanted
 * @returns {Plan}
 */
export function makePlan(project, wanted) {
  // The page of a new project calls this one.
  const functions = project.isNew ? [...new Set(['phoneLogin', ...wanted.functions])] : wanted.functions;
  const targets = [...starterTargets(project), ...miniprogramTargets(project), ...functionTargets(project, functions)];
  const known = knownHashes();
  const brought = targets.map((target) => bringing(project, target, known, wanted.force));
  const left = obsolete(project, targets, functions).flatMap((target) =>
    removing(project, target, known, wanted.force),
  );
  return { steps: [...brought, ...left], functions };
}

/** @returns {Target[]} */
function starterTargets({ isNew }) {
  return isNew ? targetsOf(starterFolder, 'starter', '', '') : [];
}

/** @returns {Target[]} */
function miniprogramTargets({ places }) {
  const folders = ['phone-login', ...componentNames().map((name) => `components/${name}`)];
  return folders.flatMap((name) =>
    targetsOf(join(miniprogramFolder, name), 'miniprogram', name, below(places.miniprogram, name)),
  );
}

/** @returns {Target[]} */
function functionTargets({ places }, functions) {
  return functions.flatMap((name) =>
    targetsOf(functionFolder(name), 'cloudfunctions', name, below(places.cloudfunctions, name)),
  );
}

/** @returns {Target[]} */
function targetsOf(folder, part, prefix, place) {
  return filesIn(folder).map((file) => ({
    path: below(place, file),
    source: join(folder, file),
    part,
    name: below(prefix, file),
  }));
}

/**
 * Where earlier versions had something and this one has nothing.
 *
 * @returns {Place[]}
 */
function obsolete({ places, isNew }, targets, functions) {
  if (isNew) return [];
  const current = new Set(targets.map(({ path }) => path));
  const listed = Object.values(earlierVersions()).flatMap((parts) =>
    Object.entries(parts).flatMap(([part, hashes]) => Object.keys(hashes).map((name) => ({ part, name }))),
  );
  const concerned = listed.filter(({ part, name }) => part === 'miniprogram' || functions.includes(name.split('/')[0]));
  const old = concerned.map(({ part, name }) => ({ part, name, path: below(places[part], name) }));
  return [...new Map(old.map((target) => [target.path, target])).values()].filter(({ path }) => !current.has(path));
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

const below = (folder, name) => (folder ? `${folder}/${name}` : name);
