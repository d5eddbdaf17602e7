import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The paths of the files below a folder, or of the file itself, in a steady order. */
export function filesBelow(path) {
  if (statSync(path).isFile()) return [path];
  const paths = readdirSync(path, { recursive: true }).map((name) => join(path, name));
  return paths.filter((file) => statSync(file).isFile()).sort();
}
