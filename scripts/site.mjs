/** `npm run docs:dev` serves the site of the guides, `npm run docs:build` writes it: in a clone as it comes, too. */
import { join } from 'node:path';

import { main, root, run } from './command.mjs';
import { ensureNodeModules } from './setup.mjs';

await main(async () => {
  await ensureNodeModules();
  await run(process.execPath, [
    join(root, 'node_modules', 'vitepress', 'bin', 'vitepress.js'),
    ...process.argv.slice(2),
  ]);
});
