/** The frameworks that a mini-program is written in, and where each wants files that are not its own. */
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

import { AddError } from './error.mjs';

/**
 * @typedef {object} Places  folders below the project, with slashes; empty for the project itself
 * @property {string} miniprogram     takes `components/` and `phone-login/`
 * @property {string} cloudfunctions  takes a folder for each cloud function
 *
 * @typedef {object} Framework
 * @property {string} id
 * @property {string} name
 * @property {string} looksFor  what makes a folder a project of it
 * @property {(folder: string) => string | undefined} sign  the file that does
 * @property {(folder: string) => Places} places
 * @property {string} tagPath  where `usingComponents` finds `components/`
 */

const CLOUD_FUNCTIONS = 'cloudfunctions';

/** What a new project is made of. */
export const NEW_PROJECT = { miniprogram: 'miniprogram', cloudfunctions: CLOUD_FUNCTIONS };

/** @type {Framework} */
const native = {
  id: 'native',
  name: '原生小程序 (native)',
  looksFor: 'app.json',
  sign: (folder) => present(folder, [posix.join(nativeRoot(folder), 'app.json')]),
  places: (folder) => ({
    miniprogram: nativeRoot(folder),
    cloudfunctions: folderPath(projectConfig(folder).cloudfunctionRoot) || CLOUD_FUNCTIONS,
  }),
  tagPath: '/components',
};

/** The first whose sign is there is meant. */
export const FRAMEWORKS = [native];

const nativeRoot = (folder) => folderPath(projectConfig(folder).miniprogramRoot);

const projectConfig = (folder) => readJson(join(folder, 'project.config.json')) ?? {};

const present = (folder, paths) => paths.find((path) => existsSync(join(folder, path)));

/** @returns {any} nothing where there is no such file */
function readJson(path) {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new AddError(`${path} 不是合法的 JSON：${/** @type {Error} */ (error).message}`, `${path} is not JSON`);
  }
}

/** `./miniprogram/` is `miniprogram`, `./` is empty. */
const folderPath = (path = '') => posix.normalize(path).replace(/\/$/, '').replace(/^\.$/, '');
