/** Where tools are kept that outlive the checkout, so that a second clone does not build them again. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { dirname, join } from 'node:path';

export const cache = join(
  process.env.XDG_CACHE_HOME ?? join(homedir(), platform() === 'darwin' ? 'Library/Caches' : '.cache'),
  'wx-phone-login',
);

/**
 * Makes a folder. It gets its name when it is complete, so that one that was interrupted is not taken for a good one.
 *
 * @param {string} folder
 * @param {string} prefix  what its name begins with until then
 * @param {(unfinished: string) => unknown} fill
 */
export async function makeFolder(folder, prefix, fill) {
  mkdirSync(dirname(folder), { recursive: true });
  const unfinished = mkdtempSync(join(dirname(folder), prefix));
  try {
    await fill(unfinished);
    complete(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** Somebody else may have been quicker: then theirs is as good. */
function complete(unfinished, folder) {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

/** Removes from a folder what begins with a prefix and was not touched for some milliseconds. */
export function removeOlder(folder, prefix, age) {
  if (!existsSync(folder)) return;
  const paths = readdirSync(folder)
    .filter((name) => name.startsWith(prefix))
    .map((name) => join(folder, name));
  const old = paths.filter((path) => Date.now() - statSync(path).mtimeMs > age);
  for (const path of old) rmSync(path, { recursive: true, force: true });
}
