/**
 * `node scripts/licences.mjs`: refuses a crate or an npm package whose licence is none of `licence-rules.mjs`, and has
 * cargo-deny check deny.toml where it is installed. Left out is what only some tests bring, and no file of ours holds:
 * WeChat's compiler, what the examples for the frameworks are built with, and the crates of fuzz/.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allCrates, linkedCrates } from './build/crates.mjs';
import { main, output, root, run, SetupError, say } from './command.mjs';
import { ensureAllFunctionModules, functionFolder } from './function-modules.mjs';
import { isShippable, isUsable, mayBeSilent, unneeded } from './licence-rules.mjs';
import { ensureNodeModules } from './setup.mjs';
import { chosenLicences } from './spdx.mjs';

/** What these write goes into files that are shipped. */
const WRITERS = ['binaryen', 'esbuild'];

/** Says under which licences each package is taken, and of which it may not be. */
export function judge(packages) {
  const taken = [];
  const refused = [];
  for (const { name, version, licence, isShipped } of packages) {
    const licences = chosenLicences(licence, (isShipped ? isShippable : isUsable)(name));
    const isSilent = !licence && !isShipped && mayBeSilent(name);
    if (licences || isSilent) taken.push({ name, licences: licences ?? [] });
    else
      refused.push(`${name} ${version}${isShipped ? ', which is shipped' : ''}: ${licence || 'it states no licence'}`);
  }
  return { taken, refused };
}

function crates() {
  const linked = new Set(linkedCrates().map(({ id }) => id));
  return allCrates().map(({ id, name, version, license }) => ({
    name,
    version,
    licence: license,
    isShipped: linked.has(id),
  }));
}

/** The packages of a lock file as they are installed; one that is for another system says it in the lock file only. */
function npmPackages(folder, modules) {
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path]) => path)
    .map(([path, locked]) => {
      const manifest = join(modules, '..', path, 'package.json');
      const installed = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : locked;
      const name = path.replace(/^.*node_modules\//, '');
      return { name, version: locked.version, licence: licenceOf(installed), isShipped: WRITERS.includes(name) };
    });
}

/** Old packages have an object, or a list of them. */
function licenceOf({ license, licenses }) {
  const [first] = [license ?? licenses ?? []].flat();
  return first?.type ?? first;
}

const countOf = (packages) => new Set(packages.map(({ name, version }) => `${name} ${version}`)).size;

async function check() {
  await ensureNodeModules();
  const functions = Object.entries(await ensureAllFunctionModules());
  const packages = [
    ...crates(),
    ...npmPackages(root, join(root, 'node_modules')),
    ...functions.flatMap(([name, modules]) => npmPackages(functionFolder(name), modules)),
  ];
  const { taken, refused } = judge(packages);
  const faults = [...refused, ...unneeded(taken).map((entry) => `scripts/licence-rules.mjs: nobody needs ${entry}`)];
  if (faults.length) throw new SetupError(faults.join('\n✗ '));
  const [all, shipped] = [packages, packages.filter(({ isShipped }) => isShipped)].map(countOf);
  console.log(
    `The licences of ${all} crates and npm packages will do; ${shipped} of them may leave code in what is shipped`,
  );
  if (output('cargo', ['deny', '--version'])) await run('cargo', ['deny', 'check', 'bans', 'licenses', 'sources']);
  else say('Left out: cargo-deny is not installed, so nobody checks deny.toml');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(check);
