import { lstatSync } from 'node:fs';

/** What is at a path, a link being one; nothing where nothing is, and where a folder on the way is a file. */
export function entryAt(path) {
  try {
    return lstatSync(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(String(Object(error).code))) return undefined;
    throw error;
  }
}
