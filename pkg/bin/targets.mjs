/** Which files of this package go where in a project, and where its earlier versions had some. */
import { join } from 'node:path';

import {
  componentNames,
  earlierVersions,
  filesIn,
  functionFolder,
  miniprogramFolder,
  starterFolder,
  typesFolder,
  uniModulesFolder,
} from './contents.mjs';

/**
 * @typedef {object} Place
 * @property {string} path  below the project, with slashes
 * @property {string} part  as the earlier versions list it
 * @property {string} name  its path in that part
 *
 * @typedef {Place & { source: string }} Target  `source`: the file of this package
 */

const WASM = 'wx_phone_login_bg.wasm';

/**
 * @param {import('./project.mjs').Project} project
 * @param {string[]} functions
 */
export const targetsIn = (project, functions) => [
  ...starterTargets(project),
  ...miniprogramTargets(project),
  ...frameworkTargets(project),
  ...functionTargets(project, functions),
];

/** npm packs no .gitignore. */
const HIDDEN = 'gitignore';

/**
 * @param {import('./project.mjs').Project} project
 * @returns {Target[]}
 */
function starterTargets({ isNew, framework }) {
  if (!isNew) return [];
  const targets = targetsOf(starterFolder(framework.id), 'starter', '', '');
  return targets.map((target) => (target.path === HIDDEN ? { ...target, path: `.${HIDDEN}` } : target));
}

/** @returns {Target[]} */
function miniprogramTargets({ places }) {
  const folders = ['phone-login', ...componentNames().map((name) => `components/${name}`)];
  return folders.flatMap((name) =>
    targetsOf(join(miniprogramFolder, name), 'miniprogram', name, below(places.miniprogram, name)),
  );
}

/**
 * @param {import('./project.mjs').Project} project
 * @returns {Target[]}
 */
function frameworkTargets({ places }) {
  const { uniModules, wasm, types } = places;
  return [
    ...(uniModules === undefined ? [] : targetsOf(uniModulesFolder, 'uni_modules', '', uniModules)),
    ...(wasm === undefined ? [] : [wasmTarget(wasm)]),
    ...(types === undefined ? [] : [typesTarget(places.miniprogram, types)]),
  ];
}

/** @returns {Target} */
const typesTarget = (place, name) => ({
  path: below(place, name),
  source: join(typesFolder, name),
  part: 'types',
  name,
});

/** @returns {Target} */
function wasmTarget(place) {
  const name = `phone-login/${WASM}`;
  return { path: `${place}/${WASM}`, source: join(miniprogramFolder, name), part: 'miniprogram', name };
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
export function obsolete({ places, isNew }, targets, functions) {
  if (isNew) return [];
  const current = new Set(targets.map(({ path }) => path));
  const listed = Object.values(earlierVersions()).flatMap((parts) =>
    Object.entries(parts).flatMap(([part, hashes]) => Object.keys(hashes).map((name) => ({ part, name }))),
  );
  const roots = {
    miniprogram: places.miniprogram,
    uni_modules: places.uniModules,
    types: places.types && places.miniprogram,
    cloudfunctions: places.cloudfunctions,
  };
  const concerned = listed.filter(
    ({ part, name }) =>
      roots[part] !== undefined && (part !== 'cloudfunctions' || functions.includes(name.split('/')[0])),
  );
  const old = concerned.map(({ part, name }) => ({ part, name, path: below(roots[part], name) }));
  return [...new Map(old.map((target) => [target.path, target])).values()].filter(({ path }) => !current.has(path));
}

const below = (folder, name) => (folder ? `${folder}/${name}` : name);
