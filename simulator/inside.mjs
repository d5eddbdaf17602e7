import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';

/**
 * Where a file of a folder really is. Links are followed, but neither out of the folder nor to what is hidden. By hand,
 * because libraries that serve files compare the names of paths, not what links lead to.
 *
 * @param {string} base
 * @param {string} path  inside it
 * @returns {Promise<string | undefined>} nothing where it is elsewhere or hidden
 * @throws what `realpath` throws where there is no such file
 */
export async function realPathInside(base, path) {
  const [folder, file] = await Promise.all([realpath(base), realpath(join(base, path))]);
  const inside = relative(folder, file);
  return isAbsolute(inside) || inside.split(sep).some(isHidden) ? undefined : file;
}

/** A name that begins with a dot; `..`, by which a path leaves the folder, is one, too. */
const isHidden = (name) => name.startsWith('.');
