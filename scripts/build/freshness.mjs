import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { root } from '../command.mjs';

/** Everything that the built files depend on. */
const sources = [
  'Cargo.lock',
  'Cargo.toml',
  'LICENSE',
  'package-lock.json',
  'rust-toolchain.toml',
  'src',
  'scripts/build',
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
  for (const file of sources.flatMap(filesIn).sort()) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function filesIn(path) {
  try {
    return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('wx_phone_login_bg.'))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
}
