import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

import { root } from '../command.mjs';
import { filesBelow } from '../files.mjs';
import { moduleName } from './compile.mjs';

/** Everything that the built files depend on. */
const sources = [
  'Cargo.lock',
  'Cargo.toml',
  'LICENSE',
  'budgets.json',
  'package-lock.json',
  'rust-toolchain.toml',
  'src',
  'scripts/build',
  'scripts/build.mjs',
  'scripts/versions.mjs',
  'miniprogram/phone-login',
  'miniprogram/components',
];

const stamp = join(root, 'target', 'built-from');

/** Whether the outputs exist and were built from the sources as they are. */
export function isFresh(outputs) {
  return outputs.every(existsSync) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

/** Remembers that the outputs were built from the sources as they are. */
export function markFresh() {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint());
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesBelow(join(root, source))).filter(isSource)) {
    hash.update(relative(root, file)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

const isSource = (file) => !basename(file).startsWith(`${moduleName}_`);
