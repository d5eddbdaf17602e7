/** Fills `pkg/`, the npm package: `npm pack` runs it before it packs. */
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { root } from './command.mjs';
import { noticesPath } from './notices.mjs';

const published = join(root, 'pkg');
const miniprogram = join(root, 'miniprogram');

/** The page that a new mini-program begins with. */
const STARTER_PAGE = 'pages/login/login';

/** Fills the folders that are not in git, anew. */
export function fillPackage() {
  fill('miniprogram_dist', copyForMiniPrograms);
  fill('cloudfunctions', copyFunctions);
  fill('starter', copyStarter);
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

/** The sample app with one page, which is what a new project is without the component and the module. */
function copyStarter(folder) {
  const app = join(folder, 'miniprogram');
  for (const name of ['app.js', 'app.wxss', 'sitemap.json', 'pages/login']) {
    cpSync(join(miniprogram, name), join(app, name), { recursive: true });
  }
  const configuration = JSON.parse(readFileSync(join(miniprogram, 'app.json'), 'utf8'));
  writeJson(join(app, 'app.json'), { ...configuration, pages: [STARTER_PAGE] });
  copyFileSync(join(root, 'project.config.json'), join(folder, 'project.config.json'));
}

const writeJson = (path, value) => writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);

if (process.argv[1] === fileURLToPath(import.meta.url)) fillPackage();
