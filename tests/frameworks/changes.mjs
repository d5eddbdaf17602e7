/** What a developer changes in an example, as the pages for the frameworks say it. */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { exampleFolder, NATIVE } from '../../scripts/examples.mjs';
import { filesBelow } from '../../scripts/files.mjs';

/** Changes the text of a file; what is replaced has to be there. */
export function replace(path, ...replacements) {
  let text = readFileSync(path, 'utf8');
  for (const [old, wanted] of replacements) {
    assert.ok(text.includes(old), `${path}: ${old}`);
    text = text.replaceAll(old, wanted);
  }
  writeFileSync(path, text);
}

/** What the configuration of Taro begins with where Vite is its compiler. */
const [FOR_VITE] = readFileSync(join(exampleFolder('taro-vue'), 'config/index.js'), 'utf8').split('module.exports');

/** Another compiler of Taro in the place of the one that an example is built by. */
export const CHANGE_COMPILER = {
  vite(project) {
    replace(join(project, 'babel.config.js'), ["compiler: 'webpack5'", "compiler: 'vite'"]);
    replace(
      join(project, 'config/index.js'),
      ['module.exports', `${FOR_VITE}module.exports`],
      ["compiler: 'webpack5'", "compiler: 'vite'"],
    );
  },
  webpack5(project) {
    replace(join(project, 'babel.config.js'), ["compiler: 'vite'", "compiler: 'webpack5'"]);
    replace(join(project, 'config/index.js'), [FOR_VITE, ''], ["compiler: 'vite'", "compiler: 'webpack5'"]);
  },
};

/** The list of an example's pages. */
const PAGES = {
  'uni-app': 'src/pages.json',
  'taro-react': 'src/app.config.ts',
  'taro-vue': 'src/app.config.js',
  mpx: 'src/app.mpx',
};

/** Takes the page with the button that stands there by itself out of an example. */
export function withoutButton(example, project) {
  const path = join(project, PAGES[example]);
  const text = readFileSync(path, 'utf8')
    .replace(/\{ "path": "pages\/button\/button" \},?\s*|["'](?:\.\/)?pages\/button\/button["'],\s*/, '')
    .replace(/,\s*"phone-login-button": "[^"]*"/, '');
  assert.doesNotMatch(text, /button/);
  writeFileSync(path, text);
}

/** The root of the subpackage. */
export const SUBPACKAGE = 'member';

/** Moves the pages of an example into a subpackage, and the package with them where that can stand there. */
export function moveIntoSubpackage(example, project) {
  const app = join(project, example === NATIVE ? 'miniprogram' : 'src');
  mkdirSync(join(app, SUBPACKAGE, 'pages'), { recursive: true });
  for (const name of readdirSync(join(app, 'pages')).filter((page) => page !== 'home')) {
    renameSync(join(app, 'pages', name), join(app, SUBPACKAGE, 'pages', name));
  }
  for (const path of filesBelow(join(app, SUBPACKAGE))) {
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replaceAll("'/pages/", `'/${SUBPACKAGE}/pages/`));
  }
  MOVE_PACKAGE[example](project);
}

const MOVE_PACKAGE = {
  'taro-react': copyThere,
  'taro-vue': copyThere,
  [NATIVE]: buildNpmThere,
  // A component of easycom is in the main package, and can use only what is there too.
  'uni-app': () => {},
  // mpx itself moves what only a subpackage uses.
  mpx: () => {},
};

/** The page names the component by a path from itself: that is the same as before. */
function copyThere(project) {
  replace(join(project, 'config/index.js'), ['/wxcomponents/', `/${SUBPACKAGE}/wxcomponents/`]);
}

/** DevTools builds the npm packages into the subpackage. */
function buildNpmThere(project) {
  replace(join(project, 'project.config.json'), [
    '"miniprogramNpmDistDir": "./miniprogram/"',
    `"miniprogramNpmDistDir": "./miniprogram/${SUBPACKAGE}/"`,
  ]);
}
