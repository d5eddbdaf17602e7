/** Brings what the examples for the frameworks are built with, a few hundred MB each: only tests need it. */
import { join } from 'node:path';

import { cachedInstall } from './cached-install.mjs';
import { root, SetupError } from './command.mjs';

/** The examples that have tools of their own, by folder: where these put the mini-program. */
export const EXAMPLES = {
  'uni-app': 'dist/build/mp-weixin',
  'taro-react': 'dist',
  'taro-vue': 'dist',
  mpx: 'dist/wx',
};

/** The folder of an example. */
export const exampleFolder = (name) => join(root, 'examples', name);

/** The `node_modules` of an example; installed into the cache the first time. */
export async function ensureExampleModules(name) {
  try {
    return await cachedInstall({
      source: exampleFolder(name),
      name: `example-${name}`,
      news: `Installing the tools of examples/${name} (about half a minute)`,
    });
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    throw new SetupError(`The tools of examples/${name} are missing, and npm did not bring them: ${error.message}`);
  }
}

/** The same for all examples, two at a time: much of it is waiting. */
export async function ensureAllExampleModules() {
  const waiting = Object.keys(EXAMPLES);
  const work = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) await ensureExampleModules(name);
  };
  await Promise.all([work(), work()]);
}
