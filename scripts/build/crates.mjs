/** What cargo says of the crates. */
import { output, SetupError } from '../command.mjs';
import { versions } from '../versions.mjs';

/** Every crate of Cargo.lock but ours, whatever it is for. */
export const allCrates = () => metadata().packages.filter(({ source }) => source !== null);

/** The crates that are linked into the module: not macros, and not what only builds or tests. */
export function linkedCrates() {
  const { packages, resolve } = metadata('--filter-platform', versions.wasmTarget);
  const crates = new Map(packages.map((crate) => [crate.id, crate]));
  const needs = new Map(resolve.nodes.map(({ id, deps }) => [id, deps]));
  const linked = new Set();
  const waiting = [resolve.root];
  while (waiting.length) {
    for (const { pkg, dep_kinds: kinds } of needs.get(waiting.pop())) {
      const isRuntime = kinds.some(({ kind }) => kind === null) && !isMacro(crates.get(pkg));
      if (!isRuntime || linked.has(pkg)) continue;
      linked.add(pkg);
      waiting.push(pkg);
    }
  }
  return [...linked].map((id) => crates.get(id)).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

const nameOf = ({ name, version }) => `${name} ${version}`;

const isMacro = ({ targets }) => targets.some(({ kind }) => kind.includes('proc-macro'));

function metadata(...more) {
  const said = output('cargo', ['metadata', '--format-version=1', '--locked', ...more]);
  if (said === undefined) throw new SetupError('`cargo metadata --locked` failed');
  return JSON.parse(said);
}
