/** Brings the packages of the cloud function, as its own lock file pins them. */
import { join } from 'node:path';

import { cachedInstall } from './cached-install.mjs';
import { root } from './command.mjs';

/** The folder of the function. */
export const functionFolder = join(root, 'cloudfunctions', 'decryptPhoneNumber');

/** The path of its `node_modules`; installed into the cache the first time. */
export function ensureFunctionModules() {
  return cachedInstall({
    source: functionFolder,
    name: 'decryptPhoneNumber',
    news: 'Installing the packages of the cloud function (some seconds)',
  });
}
