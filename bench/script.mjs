/** The scripts that engines run: a program, a job and what the job needs. Their value is a promise of a text. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '../scripts/command.mjs';
import { GIVEN } from '../tests/support/engines/names.mjs';
import { packageScript } from '../tests/support/engines/package-script.mjs';
import { bundleEntrant, bundleProgram } from './bundle.mjs';

const folder = join(root, 'miniprogram', 'phone-login');
const MODULE = 'wx_phone_login_bg';

/** The files that a client evaluates until the package runs. */
const LOADED = [
  'index',
  'phone-popup',
  'core',
  'loader',
  'drivers',
  'client',
  'ask',
  'exchanges',
  'only-once',
  'texts',
  'shared',
  MODULE,
];

let program;

const inProgram = async (call) => `${(program ??= await bundleProgram())}\n${call}`;

/** The script for a job on the package. */
export function jobScript(name, data = {}) {
  const shipped = packageScript(GIVEN);
  return inProgram(`benchProgram.run(this, ${JSON.stringify(name)}, ${JSON.stringify(data)}, ${shipped})`);
}

/** The script that loads the package, as texts and bytes. */
export function packageLoadScript() {
  const texts = Object.fromEntries(LOADED.map((name) => [`/phone-login/${name}.js`, read(`${name}.js`, 'utf8')]));
  const modules = { [`/phone-login/${MODULE}.wasm`]: [...read(`${MODULE}.wasm`)] };
  return inProgram(`benchProgram.load(this, ${JSON.stringify({ texts, modules })})`);
}

/** The script that loads an entrant's bundle, as a text. */
export async function entrantLoadScript(name) {
  const text = await bundleEntrant(name);
  return inProgram(`benchProgram.load(this, ${JSON.stringify({ text })})`);
}

const read = (name, encoding) => readFileSync(join(folder, name), encoding);
