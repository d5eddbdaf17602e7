/**
 * After a release: adds what `pkg/` holds now to the list by which `wx-phone-login add` of later versions knows the
 * files of this one, and may replace or remove them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { filesIn } from '../pkg/bin/contents.mjs';
import { hashOf } from '../pkg/bin/hash.mjs';
import { root } from './command.mjs';
import { fillPackage } from './package.mjs';

const listPath = join(root, 'pkg', 'bin', 'earlier-versions.json');

/** The hash of each file below the folders whose contents are copied into a project. */
export function hashesIn(packageFolder) {
  const parts = {
    miniprogram: 'miniprogram_dist',
    uni_modules: 'uni_modules',
    types: 'types',
    cloudfunctions: 'cloudfunctions',
  };
  return Object.fromEntries(
    Object.entries(parts).map(([part, folder]) => [part, hashesBelow(join(packageFolder, folder))]),
  );
}

function hashesBelow(folder) {
  // It leads to the module for whoever installs by npm, and is not copied.
  const names = filesIn(folder).filter((name) => name !== 'index.js');
  return Object.fromEntries(names.map((name) => [name, hashOf(name, readFileSync(join(folder, name)))]));
}

function record() {
  fillPackage();
  const { version } = JSON.parse(readFileSync(join(root, 'pkg', 'package.json'), 'utf8'));
  const versions = JSON.parse(readFileSync(listPath, 'utf8'));
  const list = { ...versions, [version]: hashesIn(join(root, 'pkg')) };
  writeFileSync(listPath, `${JSON.stringify(list, null, 2)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) record();
