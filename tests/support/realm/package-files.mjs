import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The code package of the mini-program that this repository holds. */
export const miniprogram = { '/': join(root, 'miniprogram') };

/** The code package of an app that has the npm package built and nothing else. */
export const npmPackage = { '/miniprogram_npm/wx-phone-login/': join(root, 'pkg', 'miniprogram_dist') };

/** The files of a code package: folders of this machine by their path in the package. */
export class PackageFiles {
  constructor(folders = miniprogram) {
    this.folders = Object.entries(folders);
    /** Paths of files that this package lacks. */
    this.hidden = new Set();
  }

  /** Where a file stands, by its path from the root of the package; undefined where there is none. */
  find(path) {
    const rooted = posix.normalize(`/${path}`);
    if (this.hidden.has(rooted)) return undefined;
    const places = this.folders
      .filter(([prefix]) => rooted.startsWith(prefix))
      .map(([prefix, folder]) => join(folder, rooted.slice(prefix.length)));
    return places.find((place) => existsSync(place) && statSync(place).isFile());
  }

  /** The bytes of a file. */
  read(path) {
    const place = this.find(path);
    if (!place) throw new Error(`${path} is not in the package`);
    return readFileSync(place);
  }

  /** The text of a file. */
  text(path) {
    return this.read(path).toString('utf8');
  }

  /** The value of a JSON file. */
  json(path) {
    return JSON.parse(this.text(path));
  }
}
