/** Moves what shows the popup from the main package of a project into a subpackage. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { change } from '../support/wechat-compiler/projects.mjs';

/** The root of the subpackage. */
export const SUBPACKAGE = 'login';

/** The consumer's pages and npm packages; its first page stays, since no app is without one. */
export function moveConsumer(project) {
  const app = join(project, 'miniprogram');
  move(app, ['pages/popup', 'pages/button', 'pages/module']);
  change(join(app, 'app.json'), (json) => {
    const [home, ...pages] = json.pages;
    Object.assign(json, { pages: [home], subPackages: [{ root: SUBPACKAGE, pages }] });
  });
  change(join(project, 'project.config.json'), ({ setting: { packNpmRelationList } }) => {
    packNpmRelationList[0].miniprogramNpmDistDir = `./miniprogram/${SUBPACKAGE}/`;
  });
}

/** All of this repository's mini-program, as whoever copies its folders by hand may place them. */
export function moveMiniprogram(project) {
  const app = join(project, 'miniprogram');
  move(app, ['pages', 'components', 'phone-login']);
  change(join(app, 'app.json'), (json) => {
    Object.assign(json, { pages: ['home/home'], subPackages: [{ root: SUBPACKAGE, pages: json.pages }] });
  });
  change(join(app, SUBPACKAGE, 'pages/index/index.json'), ({ usingComponents }) => {
    for (const [tag, path] of Object.entries(usingComponents)) usingComponents[tag] = `/${SUBPACKAGE}${path}`;
  });
  mkdirSync(join(app, 'home'));
  const home = { js: 'Page({});', json: '{ "usingComponents": {} }', wxml: '<view />' };
  for (const [type, text] of Object.entries(home)) writeFileSync(join(app, 'home', `home.${type}`), text);
  // The main package cannot use what a subpackage holds.
  writeFileSync(join(app, 'app.js'), 'App({ onLaunch() {} });');
}

function move(app, folders) {
  for (const folder of folders) {
    mkdirSync(join(app, SUBPACKAGE, folder, '..'), { recursive: true });
    renameSync(join(app, folder), join(app, SUBPACKAGE, folder));
  }
}
