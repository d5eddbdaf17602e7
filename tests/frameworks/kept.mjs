/**
 * Keeps what a project was compiled into, so that it is not built once more from the same: its files, the package in it,
 * the tools, and what runs them.
 */
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join, relative } from 'node:path';

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
    keep(made.folder, folder, cache);
  }
  utimesSync(folder, new Date(), new Date());
  return { folder, reported: [] };
}

/** The folder gets its name when it is complete. */
function keep(made, folder, cache) {
  mkdirSync(cache, { recursive: true });
  removeOld(cache);
  const unfinished = mkdtempSync(join(cache, 'built-unfinished-'));
  cpSync(made, unfinished, { recursive: true });
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    // Somebody else may have been quicker: theirs is as good.
    if (!existsSync(folder)) throw error;
  }
}

function removeOld(cache) {
  const built = readdirSync(cache)
    .filter((name) => name.startsWith('built-'))
    .map((name) => join(cache, name));
  const old = built.filter((path) => Date.now() - statSync(path).mtimeMs > TWO_WEEKS);
  for (const path of old) rmSync(path, { recursive: true, force: true });
}
