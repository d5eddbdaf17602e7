import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Where the mini-program of a project is: in the folder itself, or where its project.config.json says.
 *
 * @param {string} folder
 * @returns {string | undefined} the folder of app.json; nothing where there is none
 */
export function miniprogramIn(folder) {
  return [resolve(folder), join(resolve(folder), configuredRoot(folder))].find((root) =>
    existsSync(join(root, 'app.json')),
  );
}

function configuredRoot(folder) {
  try {
    return String(JSON.parse(readFileSync(join(folder, 'project.config.json'), 'utf8')).miniprogramRoot ?? '');
  } catch {
    return '';
  }
}
