import { existsSync } from 'node:fs';
import { posix } from 'node:path';

/**
 * Where a component is that `usingComponents` names: a path from the file, from the root, or of an npm package, to its
 * file or to the folder of an `index`.
 *
 * @param {string} base    the package root
 * @param {string} from    the page or component whose JSON names it
 * @param {string} target  as it is written there
 * @returns {string | undefined} its path from the root, without extension; nothing where it is not in the package
 */
export function componentPath(base, from, target) {
  return placesOf(from, target).find((path) => existsSync(posix.join(base, `${path}.json`)));
}

function placesOf(from, target) {
  const folder = posix.dirname(from);
  const local = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
  const isNpm = !/^\.{0,2}\//.test(target);
  const places = isNpm ? [local, ...npmPlaces(folder, target)] : [local];
  return places.flatMap((path) => [path, `${path}/index`]);
}

/** The nearest `miniprogram_npm` first. */
function npmPlaces(folder, target) {
  const place = posix.join(folder, 'miniprogram_npm', target);
  return folder === '.' ? [place] : [place, ...npmPlaces(posix.dirname(folder), target)];
}
