/** Copies of this repository's mini-program that can be changed before they are compiled. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
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

/** Changes a JSON file in place. */
export function change(path, act) {
  const value = JSON.parse(readFileSync(path, 'utf8'));
  act(value);
  writeFileSync(path, JSON.stringify(value, null, 2));
}
