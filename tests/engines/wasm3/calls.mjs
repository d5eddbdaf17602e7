/** Calls the shipped module alike in two engines: V8, through the shipped glue, and wasm3, through a host in Python. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';

import { PackageFiles } from '../../realm/package-files.mjs';
import { plain } from '../../realm/phone.mjs';
import { Realm } from '../../realm/realm.mjs';

const script = fileURLToPath(new URL('run.py', import.meta.url));
const files = new PackageFiles();

/** The shipped module. */
export const shipped = files.find('/phone-login/wx_phone_login_bg.wasm');

const createGlue = new Realm(files, {}).require('/phone-login/wx_phone_login_bg');
const glue = createGlue();
glue.__wbg_set_wasm(new WebAssembly.Instance(compiled(shipped), { './wx_phone_login_bg.js': glue }).exports);

function compiled(wasm) {
  return new WebAssembly.Module(readFileSync(wasm));
}

const METHODS = {
  construct: (scene, options) => void (scene.popup = new glue.PhonePopup(options)),
  dispatch: ({ popup }, event, now) => popup.dispatch(event, now),
  view: ({ popup }) => popup.view,
  free: ({ popup }) => popup.free(),
};

/** What each step answers in V8. */
export function inV8(steps) {
  const scene = {};
  return steps.map(([name, ...values]) => {
    const answer = name in METHODS ? METHODS[name](scene, ...values) : glue[name](...values);
    return plain(answer ?? null);
  });
}

/** What each step answers in wasm3, and what was measured there; throws with the one line that the host says. */
export function inWasm3(python, { wasm = shipped, steps = [], rounds = 1 }) {
  const input = JSON.stringify({ wasm, steps, rounds, ...interfaceOf(wasm) });
  const env = { ...process.env, ...python.env };
  const options = { input, env, encoding: 'utf8', maxBuffer: Infinity };
  const { status, stdout, stderr, error } = spawnSync(python.command, [script], options);
  if (error) throw error;
  if (status !== 0) throw new Error(stderr.trim());
  return JSON.parse(stdout);
}

/** The functions that a module imports and exports. */
export function interfaceOf(wasm) {
  const module = compiled(wasm);
  const imports = WebAssembly.Module.imports(module).map((wanted) => ({ ...wanted, ...construction(wanted.name) }));
  const functions = WebAssembly.Module.exports(module).filter(({ kind }) => kind === 'function');
  return { imports, exports: functions.map(({ name }) => name) };
}

/** What a constructor of the glue constructs: its name does not say it. */
function construction(name) {
  if (!/^__wbg_new_[0-9a-f]{16}$/.test(name) || !(name in glue)) return {};
  // The glue hands out what is on its heap only as the answer of an export.
  const idle = createGlue();
  idle.__wbg_set_wasm({ version: idle[name] });
  return { constructs: idle.version().constructor.name };
}

/** Where two answers differ; what they hold stays out of what a test prints. */
export function differences(one, other, path = 'answers') {
  if (isDeepStrictEqual(one, other)) return [];
  if (!isObject(one) || !isObject(other)) return [path];
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const inside = keys.flatMap((key) => differences(one[key], other[key], `${path}.${key}`));
  return inside.length ? inside : [path];
}

function isObject(value) {
  return typeof value === 'object' && value !== null;
}
