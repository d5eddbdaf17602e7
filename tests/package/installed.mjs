/** The npm package as npm packs it, installed without a network into a mini-program. */
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { root } from '../../scripts/command.mjs';
import { temporaryFolder } from '../support/wechat-compiler/compiler.mjs';

/** The folder of what is published. */
export const published = join(root, 'pkg');

const consumer = fileURLToPath(new URL('consumer', import.meta.url));

/** A copy of the sample mini-program of somebody else, who has installed the package. */
export function installIntoConsumer() {
  const project = temporaryFolder();
  cpSync(consumer, project, { recursive: true });
  npm(project, 'install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', pack());
  return project;
}

/** Where an installation put the package. */
export function installedIn(project) {
  return join(project, 'node_modules', 'wx-phone-login');
}

/** The tarball that `npm pack` makes, in a folder of its own. */
export function pack() {
  const folder = temporaryFolder();
  npm(published, 'pack', '--ignore-scripts', '--pack-destination', folder);
  return join(folder, readdirSync(folder)[0]);
}

function npm(cwd, ...args) {
  execFileSync(platform() === 'win32' ? 'npm.cmd' : 'npm', args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
}
