/** What the frameworks' descriptions share. */
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

import { AddError } from '../error.mjs';

/** The folder for cloud functions where a project names none. */
export const CLOUD_FUNCTIONS = 'cloudfunctions';

/** The folder that holds all of this package where a project's own files stand beside it. */
export const OWN_FOLDER = 'wx-phone-login';

export const TAG = 'login-popup-system';

/** The component, without an extension. */
export const TAG_FILE = `components/${TAG}/${TAG}`;

/** What every page's tag says. */
export const ATTRIBUTES = 'cloud-function="phoneLogin"';

/** @returns {import('./index.mjs').Instruction} */
export const declare = (chinese, english, path) => [chinese, english, `"usingComponents": { "${TAG}": "${path}" }`];

/** The file that says that a project uses an npm package. */
export function dependsOn(folder, name) {
  const { dependencies, devDependencies } = readJson(join(folder, 'package.json')) ?? {};
  return { ...dependencies, ...devDependencies }[name] ? 'package.json' : undefined;
}

/** project.config.json of a project, empty where it has none. */
export const projectConfig = (folder) => readJson(join(folder, 'project.config.json')) ?? {};

export const functionsOf = (folder) => folderPath(projectConfig(folder).cloudfunctionRoot) || CLOUD_FUNCTIONS;

/** `./miniprogram/` is `miniprogram`, `./` is empty. */
export const folderPath = (path = '') => posix.normalize(path).replace(/\/$/, '').replace(/^\.$/, '');

/** @returns {any} nothing where there is no such file */
function readJson(path) {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new AddError(`${path} 不是合法的 JSON：${/** @type {Error} */ (error).message}`, `${path} is not JSON`);
  }
}
