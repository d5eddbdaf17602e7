/** The paths of source files that rustc writes into a module, for the places of panics: none may name a machine. */
import { dirname, join } from 'node:path';

import { output, root, SetupError } from '../command.mjs';
import { allCrates } from './crates.mjs';

/** What stands in a module in place of this folder, and in place of the folder of each crate. */
const OURS = 'wx-phone-login/';
const CRATES = 'crates/';

/** The compiler that cargo takes. */
const rustc = process.env.RUSTC ?? 'rustc';

/** The flags by which rustc writes the same paths on every machine. */
export function remapFlags() {
  const mapped = { [root]: OURS, ...standardLibrary(), ...crates() };
  return Object.entries(mapped).map(([folder, name]) => `--remap-path-prefix=${folder}=${name}`);
}

/** Where rustup's component `rust-src` is installed, rustc writes its place; elsewhere the name it has here. */
function standardLibrary() {
  const sysroot = asked(rustc, ['--print', 'sysroot']);
  const [, hash] = /^commit-hash: ([0-9a-f]{40})$/m.exec(asked(rustc, ['--version', '--verbose'])) ?? [];
  if (!hash) throw new SetupError('rustc does not say its commit-hash: is it one of rustup?');
  return { [join(sysroot, 'lib', 'rustlib', 'src', 'rust')]: `/rustc/${hash}` };
}

/** Cargo keeps a crate in a folder whose name depends on the registry that is asked. */
function crates() {
  return Object.fromEntries(
    allCrates().map(({ name, version, manifest_path: path }) => [dirname(path), `${CRATES}${name}-${version}`]),
  );
}

function asked(command, args) {
  const said = output(command, args);
  if (said === undefined) throw new SetupError(`\`${[command, ...args].join(' ')}\` failed`);
  return said;
}

/** A path of a Rust file, as far as one can tell it from the text before it. */
const RUST_FILE = /[\w@.+:\\/-]*?\.rs/g;

/** One that every machine writes alike; what stands before its root is the end of another text. */
const STEADY = /^[^\\/]*?(\/rustc\/[0-9a-f]{40}\/|wx-phone-login\/|crates\/|src\/)[\w./-]*\.rs$/;

/** What else looks like a path: shorter names also come about by chance, in the code. */
const PATH = /[\w@.+:-]*[\\/][\w@.+-]{3,}[\\/][\w@.+\\/-]{3,}/g;

/** The paths in a module that name the machine which built it. */
export function machinePaths(wasm) {
  const others = Buffer.from(wasm)
    .toString('latin1')
    .replace(RUST_FILE, (path) => (STEADY.test(path) ? ' ' : path));
  return others.match(PATH) ?? [];
}
