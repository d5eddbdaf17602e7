/** Fills `pkg/`, the npm package: `npm pack` runs it before it packs. */
import { copyFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { root } from './command.mjs';
import { noticesPath } from './notices.mjs';

const built = join(root, 'pkg', 'miniprogram_dist');

/** What `miniprogram/` holds for others to use, but for the sample app around it. */
const PARTS = ['phone-login', ...['login-popup-system', 'phone-login-button'].map((name) => join('components', name))];

export function fillPackage() {
  rmSync(built, { recursive: true, force: true });
  mkdirSync(built);
  for (const part of PARTS) cpSync(join(root, 'miniprogram', part), join(built, part), { recursive: true });
  // Where a mini-program looks for a package by its bare name.
  writeFileSync(join(built, 'index.js'), "module.exports = require('./phone-login/index');\n");
  for (const text of [join(root, 'LICENSE'), noticesPath]) copyFileSync(text, join(root, 'pkg', basename(text)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) fillPackage();
