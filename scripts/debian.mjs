/** System packages, where this machine is a Debian and the user may install them; elsewhere the user is told. */
import { platform } from 'node:os';

import { output, runLong, say } from './command.mjs';

/** Whether system packages can be installed without asking. */
export const installsPackages = () =>
  platform() === 'linux' && process.getuid?.() === 0 && output('which', ['apt-get']) !== undefined;

/** Installs the first of some packages that this release has; whether there was one. */
export async function installFirstKnown(alternatives) {
  await updateLists();
  const known = alternatives.find((name) => output('apt-cache', ['show', name]));
  if (known) await installListed([known]);
  return known !== undefined;
}

/** Installs packages. */
export async function install(names) {
  await updateLists();
  await installListed(names);
}

async function updateLists() {
  await runLong('apt-get', ['update']);
}

async function installListed(names) {
  say(`Installing ${names.join(', ')} by apt (about a minute, only this once)`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runLong('apt-get', ['install', '-y', '--no-install-recommends', ...names], { env });
}
