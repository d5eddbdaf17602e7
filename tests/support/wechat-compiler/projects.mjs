/** Copies of this repository's mini-program that can be changed before they are compiled. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '../realm/package-files.mjs';
import { temporaryFolder } from './compiler.mjs';

/** The mini-program with its project.config.json, with some of its settings changed; with every file, unless they say otherwise. */
export function copyMiniprogram(setting = {}) {
  const project = temporaryFolder();
  cpSync(join(root, 'miniprogram'), join(project, 'miniprogram'), { recursive: true });
  cpSync(join(root, 'project.config.json'), join(project, 'project.config.json'));
  change(join(project, 'project.config.json'), (config) =>
    Object.assign(config.setting, { ignoreUploadUnusedFiles: false }, setting),
  );
  return project;
}

/** Where the page with the button is. */
export const BUTTON_ROUTE = '/pages/button/button';

/** The mini-program with one page more, which has the button that stands on a page by itself. */
export function copyWithButton(setting) {
  const project = copyMiniprogram(setting);
  const app = join(project, 'miniprogram');
  change(join(app, 'app.json'), ({ pages }) => void pages.push(BUTTON_ROUTE.slice(1)));
  const json = '{ "usingComponents": { "phone-login-button": "/components/phone-login-button/phone-login-button" } }';
  const files = { json, js: 'Page({});', wxml: '<phone-login-button cloud-function="decryptPhoneNumber" />' };
  mkdirSync(join(app, 'pages', 'button'));
  for (const [type, text] of Object.entries(files)) writeFileSync(join(app, `${BUTTON_ROUTE}.${type}`), text);
  return project;
}

/** Changes a JSON file in place. */
export function change(path, act) {
  const value = JSON.parse(readFileSync(path, 'utf8'));
  act(value);
  writeFileSync(path, JSON.stringify(value, null, 2));
}
