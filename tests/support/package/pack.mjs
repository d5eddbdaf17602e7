/** The npm package as npm packs it. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { npm, root } from '../../../scripts/command.mjs';
import { temporaryFolder } from '../wechat-compiler/compiler.mjs';

/** Of the whole file: a folder made inside of a test is gone after it. */
const tarballs = temporaryFolder();

let packed;

/** What npm would publish, of `pkg/` as it is. */
export function pack() {
  packed ??= packInto(tarballs);
  return packed;
}

function packInto(folder) {
  execFileSync(npm, ['pack', '--ignore-scripts', '--pack-destination', folder], {
    cwd: join(root, 'pkg'),
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: npm.endsWith('.cmd'),
  });
  return join(folder, readdirSync(folder)[0]);
}
