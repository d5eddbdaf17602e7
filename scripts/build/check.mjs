/** Refuses a module that a client could refuse. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import binaryen from 'binaryen';

import { run, SetupError } from '../command.mjs';
import { wasmOpt } from './lower.mjs';

/** What no module may hold, by its word in the text format. */
const forbidden = {
  externref: 'it holds an externref, which clients below Chrome 96 refuse',
  trunc_sat: 'it holds a trunc_sat, which the MVP does not have and which cannot be lowered faithfully',
};

/** What is wrong with a module, a line each; an empty list for a good one. */
export function faults(wasm) {
  const module = new WebAssembly.Module(wasm);
  const globals = WebAssembly.Module.exports(module).filter(({ kind }) => kind === 'global');
  const text = disassemble(wasm);
  return [
    ...globals.map(({ name }) => `it exports the global ${name}, which iOS does not support`),
    ...Object.keys(forbidden)
      .filter((word) => text.includes(word))
      .map((word) => forbidden[word]),
  ];
}

function disassemble(wasm) {
  const module = binaryen.readBinary(wasm);
  try {
    return module.emitText();
  } finally {
    module.dispose();
  }
}

/** Rejects, naming every fault, unless the module at `path` is one that every client takes. */
export async function check(path) {
  const found = faults(readFileSync(path));
  if (found.length) throw new SetupError(`${path}: ${found.join('; ')}`);
  await validateAsMvp(path);
}

async function validateAsMvp(path) {
  const folder = mkdtempSync(join(tmpdir(), 'wx-phone-login-'));
  try {
    await run(process.execPath, [wasmOpt, path, '--mvp-features', '-O1', '-o', join(folder, 'mvp.wasm')], {
      quiet: true,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
