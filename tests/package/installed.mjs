/** The npm package as npm packs it, installed without a network into a mini-program. */
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { root } from '../../scripts/command.mjs';
import { pack } from '../support/package/pack.mjs';
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

function npm(cwd, ...args) {
  execFileSync(platform() === 'win32' ? 'npm.cmd' : 'npm', args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
}
