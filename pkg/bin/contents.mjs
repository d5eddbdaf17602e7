/** What this package holds to be copied, and what its earlier versions held. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { AddError } from './error.mjs';

const packageFolder = dirname(dirname(fileURLToPath(import.meta.url)));

const readJson = (...path) => JSON.parse(readFileSync(join(packageFolder, ...path), 'utf8'));

/** @returns {string} */
export const packageVersion = () => readJson('package.json').version;

/** The component folders and the module, as they stand beside each other. */
export const miniprogramFolder = join(packageFolder, 'miniprogram_dist');

/** What a new project of each framework begins with. */
export const starterFolder = (framework) => join(packageFolder, 'starters', framework);

/** The types of the tags, for the languages that pages are written in. */
export const typesFolder = join(packageFolder, 'types');

/** The Vue wrapper, in the folder that uni-app wants it in. */
export const uniModulesFolder = join(packageFolder, 'uni_modules');

const functionsFolder = join(packageFolder, 'cloudfunctions');

/** The components of this package, by the name of the tag. */
export const componentNames = () => foldersIn(join(miniprogramFolder, 'components'));

/** Where a cloud function stands in this package. */
export function functionFolder(name) {
  const names = foldersIn(functionsFolder);
  if (!names.includes(name)) {
    const known = names.join(', ');
    throw new AddError(`没有云函数 ${name}，可以选：${known}`, `No cloud function ${name}; there are: ${known}`);
  }
  return join(functionsFolder, name);
}

/**
 * The SHA-256 of each file of the earlier versions: version → part (`miniprogram`, `cloudfunctions` …) → path → hash.
 *
 * @returns {Record<string, Record<string, Record<string, string>>>}
 */
export const earlierVersions = () => readJson('bin', 'earlier-versions.json');

/** The paths of the files below a folder, relative to it, with slashes. */
export function filesIn(folder, below = '') {
  const names = readdirSync(join(folder, below)).sort();
  return names.flatMap((name) => {
    const path = below ? `${below}/${name}` : name;
    return statSync(join(folder, path)).isDirectory() ? filesIn(folder, path) : [path];
  });
}

function foldersIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
