/** Copies of the mini-program with the self-check switched on, whole or with a module that is broken. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import binaryen from 'binaryen';

import { miniprogram } from '../realm/package-files.mjs';

/** The page, as app.json lists it. */
export const PAGE = 'pages/selfcheck/selfcheck';

const MODULE = 'phone-login/wx_phone_login_bg.wasm';
const { version } = JSON.parse(readFileSync(new URL('../../../pkg/package.json', import.meta.url), 'utf8'));

/** What can be wrong with the module's file, by the fault that the page is to name; each gives its bytes, or nothing. */
export const damages = {
  'module-missing': () => undefined,
  'wrong-version': ofAnotherVersion,
  trap: trapping,
};

/** A module that says another version, of the same length. */
function ofAnotherVersion(bytes) {
  const at = bytes.indexOf(version);
  if (at < 0 || bytes.indexOf(version, at + 1) >= 0) throw new Error(`the version is not once in the module`);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from('0.0.9'), bytes.subarray(at + '0.0.9'.length)]);
}

/** A module that panics where it is to judge a reply: a panic compiles to `unreachable`. */
function trapping(bytes) {
  const module = binaryen.readBinary(bytes);
  const { value } = binaryen.getExportInfo(module.getExport('classifyReply'));
  const { params, results, name } = binaryen.getFunctionInfo(module.getFunction(value));
  module.removeFunction(name);
  module.addFunction(name, params, results, [], module.unreachable());
  return Buffer.from(module.emitBinary());
}

/** The bytes of the module with some damage. */
export const damagedModule = (damage) => damages[damage](readFileSync(join(miniprogram['/'], MODULE)));

/** A folder that is a mini-program whose first page is the self-check; whoever takes it removes it. */
export function selfCheckProject(damage) {
  const project = mkdtempSync(join(tmpdir(), 'wx-phone-login-self-check-'));
  const folder = join(project, 'miniprogram');
  cpSync(miniprogram['/'], folder, { recursive: true });
  switchOn(folder);
  if (damage) replaceModule(join(folder, MODULE), damagedModule(damage));
  return project;
}

/** The one line that docs/selfcheck.md asks for. */
export function switchOn(folder) {
  const path = join(folder, 'app.json');
  const text = readFileSync(path, 'utf8');
  const listed = text.replace('"pages": [', `"pages": ["${PAGE}", `);
  if (listed === text) throw new Error('app.json has no list of pages');
  writeFileSync(path, listed);
}

/** What the compiler reports, but for its word that it leaves out the page that app.json does not list; for `flatMap`. */
export function withoutSelfCheck(line) {
  const [, files] = /^warn: Ignored by code analyzer: (.*)$/.exec(line) ?? [];
  return files?.split(',').every((path) => path.startsWith(`miniprogram/${dirname(PAGE)}/`)) ? [] : [line];
}

function replaceModule(path, bytes) {
  if (bytes) writeFileSync(path, bytes);
  else rmSync(path);
}
