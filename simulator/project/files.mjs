import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

import { realPathInside } from '../inside.mjs';

/** What is wrong with the mini-program, in one line for its developer. */
export class ProjectError extends Error {
  /**
   * @param {string} path  inside the package
   * @param {string} fault
   */
  constructor(path, fault) {
    super(`${path}: ${fault.replace(/\s+/g, ' ')}`);
  }
}

/**
 * @param {string} base  the package root
 * @param {string} path  inside it
 * @returns {Promise<string>}
 * @throws {ProjectError} where the package has no such file
 */
export async function readText(base, path) {
  const file = await realPathInside(base, path).catch(() => undefined);
  if (!file) throw new ProjectError(path, '代码包里没有这个文件');
  return readFile(file, 'utf8');
}

/**
 * The paths of the package's files with an extension, as a mini-program writes them.
 *
 * @param {string} base
 * @param {string} extension
 */
export async function pathsIn(base, extension) {
  // Not just the names: for those `readdir` goes through links, wherever they lead.
  const entries = await readdir(base, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.name.endsWith(extension) && (entry.isFile() || entry.isSymbolicLink()))
    .map((entry) => relative(base, join(entry.parentPath ?? entry.path, entry.name)));
  const found = await Promise.all(paths.map((path) => realPathInside(base, path).catch(() => undefined)));
  return paths.filter((_, index) => found[index]).map((path) => path.split(sep).join('/'));
}
