/**
 * Keeps what a project was compiled into, so that it is not built once more from the same: its files, the package in it,
 * the tools, and what runs them.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, utimesSync } from 'node:fs';
import { join, relative } from 'node:path';

import { makeFolder, removeOlder } from '../../scripts/cache.mjs';
import { filesBelow } from '../../scripts/files.mjs';

/** Milliseconds after which what nobody has asked for is thrown away. */
const TWO_WEEKS = 14 * 24 * 3_600_000;

const sha256 = (content) => createHash('sha256').update(content).digest('hex');

/**
 * @typedef {object} Inputs
 * @property {string} project
 * @property {string[]} paths  files and folders of the project, from which it is built
 * @property {unknown[]} tools  whatever else decides what comes out
 *
 * @typedef {{ folder: string, reported: string[] }} Compiled
 */

/** @param {Inputs} inputs */
export function keyOf({ project, paths, tools }) {
  const files = paths.flatMap((path) => filesBelow(join(project, path)));
  const contents = files.map((file) => [relative(project, file), sha256(readFileSync(file))]);
  return sha256(JSON.stringify([tools, contents])).slice(0, 16);
}

/**
 * What was compiled from the same inputs before. Where nothing was yet it is made, and kept if nothing was reported.
 *
 * @param {object} options
 * @param {string} options.cache
 * @param {string} options.name
 * @param {Inputs} options.inputs
 * @param {() => Promise<Compiled>} options.make
 * @returns {Promise<Compiled>}
 */
export async function kept({ cache, name, inputs, make }) {
  const folder = join(cache, `built-${name}-${keyOf(inputs)}`);
  if (!existsSync(folder)) {
    const made = await make();
    // What was reported may be the fault of a busy machine.
    if (made.reported.length) return made;
    removeOlder(cache, 'built-', TWO_WEEKS);
    await makeFolder(folder, 'built-unfinished-', (unfinished) => cpSync(made.folder, unfinished, { recursive: true }));
  }
  utimesSync(folder, new Date(), new Date());
  return { folder, reported: [] };
}
