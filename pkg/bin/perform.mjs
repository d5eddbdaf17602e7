/** Does what was planned. */
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

import { entryAt } from './entry.mjs';
import { AddError } from './error.mjs';

/** What is written or removed. */
const CHANGES = ['add', 'update', 'remove', 'overwrite'];

/** A file is written beside its place first, so that nobody ever finds half of one there. */
const UNFINISHED = '.wx-phone-login-unfinished';

/**
 * @param {import('./project.mjs').Project} project
 * @param {import('./plan.mjs').Plan} plan
 */
export function perform(project, { steps }) {
  const changes = changesOf(steps);
  const done = [];
  for (const step of changes) {
    try {
      performStep(project.folder, step);
    } catch (error) {
      rmSync(join(project.folder, step.path) + UNFINISHED, { force: true });
      throw interrupted(step, error, done, changes.length);
    }
    done.push(step.path);
  }
}

function performStep(folder, { act, path, source }) {
  const target = join(folder, path);
  if (act === 'remove') {
    rmSync(target);
    removeEmpty(folder, dirname(target));
    return;
  }
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target + UNFINISHED, readFileSync(source));
  renameSync(target + UNFINISHED, target);
}

/** Folders that only held what was removed. */
function removeEmpty(folder, path) {
  if (path === folder || readdirSync(path).length > 0) return;
  rmdirSync(path);
  removeEmpty(folder, dirname(path));
}

/**
 * Finds what can be known to fail before the first file is written.
 *
 * @param {import('./project.mjs').Project} project
 * @param {import('./plan.mjs').Plan} plan
 * @throws {AddError} where a file cannot be written, or would be written outside of the project
 */
export function checkPlaces({ folder }, { steps }) {
  const blocked = changesOf(steps)
    .filter(({ path }) => !isWritable(folder, join(folder, path)))
    .map(({ path }) => path);
  if (blocked.length === 0) return;
  throw new AddError(
    '这些位置无法写入，没有改动任何文件。检查权限，以及是否有同名的文件或链接：',
    'These places cannot be written, and nothing was changed. Look at the permissions, and at files or links of that name:',
    blocked.map((path) => `  ${path}`),
  );
}

const changesOf = (steps) => steps.filter(({ act }) => CHANGES.includes(act));

function isWritable(folder, target) {
  const entry = entryAt(target);
  if (entry && !entry.isFile()) return false;
  const parent = existingParent(dirname(target));
  return statSync(parent).isDirectory() && isAllowed(parent) && isInside(folder, parent);
}

/** A new project's own folder need not be there yet. */
function isInside(folder, parent) {
  if (!existsSync(folder)) return true;
  const way = relative(realpathSync(folder), realpathSync(parent));
  return way !== '..' && !way.startsWith(`..${sep}`);
}

const existingParent = (path) => (existsSync(path) ? path : existingParent(dirname(path)));

function isAllowed(folder) {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function interrupted({ path }, error, done, all) {
  return new AddError(
    `写 ${path} 时失败：${error.code ?? error.message}。已经完成 ${done.length} / ${all} 个文件；解决之后再运行一次就会补齐`,
    `${path} failed: ${error.code ?? error.message}. ${done.length} of ${all} files are done; run it again to do the rest`,
  );
}
