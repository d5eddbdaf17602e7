/** `npm run functions`: copies what the cloud functions share, the exchange, from the one that holds it to the others. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { main } from './command.mjs';
import { functionFolder, functionNames } from './function-modules.mjs';

const [FOLDER, SOURCE] = ['exchange', 'phoneLogin'];

/** The folder that is edited. */
export const exchange = join(functionFolder(SOURCE), FOLDER);

/** Its copies, one for each of the other functions. */
export const exchangeCopies = functionNames
  .filter((name) => name !== SOURCE)
  .map((name) => join(functionFolder(name), FOLDER));

export function copyExchange() {
  for (const copy of exchangeCopies) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(exchange, copy, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(async () => copyExchange());
