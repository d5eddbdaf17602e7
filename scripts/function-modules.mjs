/** The cloud functions, and the packages of each as its own lock file pins them. */
import { join } from 'node:path';

import { cachedInstall } from './cached-install.mjs';
import { root } from './command.mjs';

/** The names of the functions. */
export const functionNames = ['decryptPhoneNumber', 'phoneLogin', 'phoneLoginReport'];

/** The folder of a function. */
export const functionFolder = (name) => join(root, 'cloudfunctions', name);

/** The path of the `node_modules` of a function; installed into the cache the first time. */
export function ensureFunctionModules(name) {
  return cachedInstall({
    source: functionFolder(name),
    name,
    news: `Installing the packages of the cloud function ${name} (some seconds)`,
  });
}

/** Those of all of them, one after the other. */
export async function ensureAllFunctionModules() {
  const modules = {};
  for (const name of functionNames) modules[name] = await ensureFunctionModules(name);
  return modules;
}
