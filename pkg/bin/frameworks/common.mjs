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

/** The module, without an extension. */
export const MODULE_FILE = 'phone-login/index';

/** What every page's tag says. */
export const ATTRIBUTES = 'cloud-function="phoneLogin"';

/** @returns {import('./index.mjs').Instruction} */
export const declare = (chinese, english, path) => [chinese, english, `"usingComponents": { "${TAG}": "${path}" }`];

/** @returns {import('./index.mjs').Instruction} */
export const forgetting = (...code) => [
  '用户退出登录或者用其他方式登录时，清除弹窗还留着的登录',
  'Where the user logs out, or logs in by other means, drop what the popup still holds',
  ...code,
];

/** @type {import('./index.mjs').Instruction} */
export const OPEN = [
  '在微信开发者工具里打开这个目录，把 project.config.json 的 appid 换成你的（非个人主体，并完成微信认证）',
  'Open this folder in WeChat DevTools; put your AppID (of a verified account, not of a person) into project.config.json',
];

/** @type {import('./index.mjs').Instruction} */
export const BUILD = ['安装依赖并构建', 'Install what it needs, and build it', 'npm install', 'npm run build'];

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
