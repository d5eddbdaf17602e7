/** Refuses a module that a client could refuse. */
import { readFileSync } from 'node:fs';

import { SetupError } from '../command.mjs';
import { moduleName } from './compile.mjs';
import { inspect } from './inspect.mjs';

/** The one module that a client has to be given: the glue. */
const glue = `./${moduleName}_bg.js`;

/** Pages of 64 KB that the module may begin with. */
const MEMORY_PAGES = 2;

/** What may not be true of a module of the MVP, and why. */
const rules = [
  ({ machinePaths: [path] }) => path && `it names a path of the machine that built it: ${path}`,
  ({ exportedGlobals: [name] }) => name && `it exports the global ${name}, which iOS does not support`,
  ({ exports }) => exports.includes('__wbindgen_start') && 'it wants to be started, which the loader does not do',
  ({ namesPerFunction }) =>
    namesPerFunction > 3 && 'it exports a function under more than three names: old iOS loses some',
  ({ takesI64: [name] }) => name && `${name} takes a 64-bit integer, which needs BigInt`,
  ({ imports }) => Object.keys(imports).some((name) => name !== glue) && 'it imports from more than the glue',
  ({ memory }) => !(memory?.initial <= MEMORY_PAGES) && `its memory is not of ${MEMORY_PAGES} pages at most`,
];

/** What is wrong with an inspected module, a line each; an empty list for a good one. */
export function faults(inspected) {
  if (inspected.beyondMvp) return [`it is more than the MVP: ${inspected.beyondMvp}`];
  return rules.map((rule) => rule(inspected)).filter(Boolean);
}

/** Throws, naming every fault, unless the module at `path` is one that every client takes. */
export function check(path) {
  const found = faults(inspect(readFileSync(path)));
  if (found.length) throw new SetupError(`${path}: ${found.join('; ')}`);
}
