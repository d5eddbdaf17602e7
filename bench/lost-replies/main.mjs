/** `npm run bench:replies`: what lost replies cost, before and after; writes the table of docs/server.md and its Chinese page. */
import { writeFileSync } from 'node:fs';

import { main, say } from '../../scripts/command.mjs';
import { documentFor, documentPaths, resultsPath } from './document.mjs';
import { simulateAll } from './simulate.mjs';

const LOGINS = 3000;

await main(async () => {
  say('The simulation (about a quarter of a minute)');
  console.error = () => {}; // the functions' own logs, of thousands of calls
  const results = { logins: LOGINS, rows: await simulateAll(LOGINS) };
  writeFileSync(resultsPath, `${JSON.stringify(results, null, 2)}\n`);
  for (const path of documentPaths) writeFileSync(path, documentFor(results, path));
});
