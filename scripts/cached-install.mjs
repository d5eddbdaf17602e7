/** Installs what a lock file pins into the cache, once for each lock file. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { cache, makeFolder, removeOlder } from './cache.mjs';
import { npm, runLong, say } from './command.mjs';

const LOCK = 'package-lock.json';

/** Milliseconds after which an installation that is not finished was interrupted. */
const HOUR = 3_600_000;

/**
 * The `node_modules` of a package.json and its package-lock.json. What these name by a path on this machine is left out:
 * it may change while they do not.
 *
 * @param {object} options
 * @param {string} options.source the folder of the two files
 * @param {string} options.name how the folder in the cache is called
 * @param {string} options.news what is said while one waits
 */
export async function cachedInstall({ source, name, news }) {
  const lock = createHash('sha256')
    .update(readFileSync(join(source, LOCK)))
    .digest('hex');
  const folder = join(cache, `${name}-${lock.slice(0, 16)}`);
  if (!existsSync(folder)) await install({ source, folder, name, news });
  return join(folder, 'node_modules');
}

async function install({ source, folder, name, news }) {
  say(`${news}, only this once`);
  const prefix = `unfinished-${name}-`;
  removeOlder(cache, prefix, HOUR);
  await makeFolder(folder, prefix, async (unfinished) => {
    for (const file of ['package.json', LOCK]) {
      writeFileSync(join(unfinished, file), withoutPaths(readFileSync(join(source, file), 'utf8')));
    }
    await runLong(npm, ['ci', '--prefix', unfinished, '--ignore-scripts', '--no-audit', '--no-fund']);
  });
}

/** A package.json or a lock file without the dependencies that are files. */
function withoutPaths(text) {
  const value = JSON.parse(text);
  for (const { dependencies } of [value, value.packages?.['']].filter(Boolean)) {
    for (const [name, place] of Object.entries(dependencies ?? {})) {
      if (!place.startsWith('file:')) continue;
      delete dependencies[name];
      delete value.packages?.[`node_modules/${name}`];
    }
  }
  return JSON.stringify(value);
}
