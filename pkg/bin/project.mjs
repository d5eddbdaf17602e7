/** Whose project a folder is. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

import { AddError } from './error.mjs';
import { FRAMEWORKS } from './frameworks/index.mjs';
import { NATIVE } from './frameworks/native.mjs';

/** What a folder may hold that is still to become a project: hidden files, and the tarball that this comes from. */
const NOBODYS = /^\.|^wx-phone-login-.*\.tgz$/;

/**
 * @typedef {object} Project
 * @property {string} folder
 * @property {boolean} isNew  nothing is in the folder yet, and it need not be there
 * @property {import('./frameworks/index.mjs').Framework} framework
 * @property {string | undefined} sign  the file that says so
 * @property {import('./frameworks/index.mjs').Places} places
 */

/**
 * @param {string} path
 * @param {import('./frameworks/index.mjs').Framework} [wanted]  instead of the one that the project's files speak of
 * @returns {Project}
 */
export function findProject(path, wanted) {
  const folder = resolve(path);
  if (isEmpty(folder)) return newProject(folder, wanted);
  const framework = wanted ?? FRAMEWORKS.find(({ sign }) => sign(folder));
  const sign = framework?.sign(folder);
  if (!framework || !sign) throw noProject(folder, wanted);
  return { folder, isNew: false, framework, sign, places: framework.places(folder) };
}

function newProject(folder, framework = NATIVE) {
  if (!framework.newProject) {
    throw new AddError(
      `${folder} 是空的：先用 ${framework.name} 自己的命令创建项目，再运行这条命令`,
      `${folder} is empty: create a project by ${framework.name}'s own command first, and then run this again`,
    );
  }
  return { folder, isNew: true, framework, sign: undefined, places: framework.newProject.places };
}

function isEmpty(folder) {
  if (!existsSync(folder)) return true;
  if (!statSync(folder).isDirectory()) throw new AddError(`${folder} 不是目录`, `${folder} is no folder`);
  return readdirSync(folder).every((name) => NOBODYS.test(name));
}

function noProject(folder, wanted) {
  const looked = (wanted ? [wanted] : FRAMEWORKS).map(({ name, looksFor }) => `  ${name}: ${looksFor}`);
  return new AddError(
    `${folder} 不是小程序项目。请在项目的根目录运行；新项目请给一个空目录`,
    `${folder} is no mini-program. Run this in the root of a project, or in an empty folder for a new one. Looked for:`,
    looked,
  );
}
