/** What a developer changes in an example, as the pages for the frameworks say it. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { exampleFolder } from '../../scripts/examples.mjs';

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
