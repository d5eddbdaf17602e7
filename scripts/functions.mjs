/** `npm run functions`: copies what the cloud functions share from the one that holds it to the others. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { main } from './command.mjs';
import { functionFolder } from './function-modules.mjs';

/** The function whose folders are edited. */
const SOURCE = 'phoneLogin';

/** The folders that each of the others has of it. */
const SHARED = {
  decryptPhoneNumber: ['database', 'exchange', 'observation'],
  phoneLoginReport: ['database', 'observation'],
};

/**
 * Each folder that is edited, and a copy of it.
 *
 * @type {{ source: string, copy: string }[]}
 */
export const copies = Object.entries(SHARED).flatMap(([name, folders]) =>
  folders.map((folder) => ({
    source: join(functionFolder(SOURCE), folder),
    copy: join(functionFolder(name), folder),
  })),
);

export function copyShared() {
  for (const { source, copy } of copies) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(source, copy, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(async () => copyShared());
