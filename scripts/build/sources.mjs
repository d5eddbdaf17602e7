/** From which sources the built files are: the glue says it, so that a fresh clone knows. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import { root } from '../command.mjs';
import { filesBelow } from '../files.mjs';

/** Everything of ours that the built files depend on. */
const SOURCES = ['Cargo.lock', 'Cargo.toml', 'rust-toolchain.toml', 'src', 'scripts/build', 'scripts/versions.mjs'];

/** The npm packages that write them; package.json pins their versions. */
const WRITERS = ['binaryen', 'esbuild'];

/** How the glue says it. */
const LINE = /^\/\* Sources: sha256-([0-9a-f]{64}) \*\/$/m;

/** The first line of a glue that is built from the sources as they are. */
export const sourcesLine = () => `/* Sources: sha256-${hash()} */`;

/** Whether a glue was built from the sources as they are. */
export function isFromSources(glue) {
  return existsSync(glue) && LINE.exec(readFileSync(glue, 'utf8'))?.[1] === hash();
}

function hash() {
  const sum = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => filesBelow(join(root, source)))) {
    sum.update(relative(root, file).replaceAll(sep, '/')).update(readFileSync(file));
  }
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const name of WRITERS) sum.update(`${name}@${dependencies[name] ?? devDependencies[name]}`);
  return sum.digest('hex');
}
