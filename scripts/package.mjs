/** Fills `pkg/`, the npm package: `npm pack` runs it before it packs. */
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { root } from './command.mjs';
import { noticesPath } from './notices.mjs';
import { copyStarters } from './starters.mjs';

const published = join(root, 'pkg');
const miniprogram = join(root, 'miniprogram');

/** The types of the tags, which the package holds beside itself, and copies beside the component. */
const TYPES = ['taro.d.ts', 'vue.d.ts'];

/** Fills the folders that are not in git, anew. */
export function fillPackage() {
  fill('miniprogram_dist', copyForMiniPrograms);
  fill('cloudfunctions', copyFunctions);
  fill('starters', copyStarters);
  fill('types', copyTypes);
  for (const text of [join(root, 'LICENSE'), join(root, 'CHANGELOG.md'), noticesPath]) {
    copyFileSync(text, join(published, basename(text)));
  }
}

function fill(name, copy) {
  const folder = join(published, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  copy(folder);
}

/** What `miniprogram/` holds for others to use, but for the sample app around it. */
function copyForMiniPrograms(folder) {
  for (const part of ['phone-login', 'components']) {
    cpSync(join(miniprogram, part), join(folder, part), { recursive: true });
  }
  // Where a mini-program looks for a package by its bare name.
  writeFileSync(join(folder, 'index.js'), "module.exports = require('./phone-login/index');\n");
}

function copyFunctions(folder) {
  const source = join(root, 'cloudfunctions');
  for (const name of readdirSync(source)) {
    const isInstalled = (path) => basename(path) === 'node_modules';
    cpSync(join(source, name), join(folder, name), { recursive: true, filter: (path) => !isInstalled(path) });
  }
}

/** Where they are copied to, the module is beside them. */
function copyTypes(folder) {
  for (const name of TYPES) {
    const text = readFileSync(join(published, name), 'utf8');
    writeFileSync(join(folder, name), text.replace('./miniprogram_dist/', './'));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) fillPackage();
