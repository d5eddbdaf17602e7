import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import binaryen from 'binaryen';

import { check, faults } from '../../scripts/build/check.mjs';
import { SetupError } from '../../scripts/command.mjs';

const folder = mkdtempSync(join(tmpdir(), 'wx-phone-login-check-'));
after(() => rmSync(folder, { recursive: true }));

function assemble(text) {
  const module = binaryen.parseText(text);
  module.setFeatures(binaryen.Features.All);
  const wasm = module.emitBinary();
  module.dispose();
  return wasm;
}

function written(wasm) {
  const path = join(folder, 'module.wasm');
  writeFileSync(path, wasm);
  return path;
}

const plain = assemble('(module (func (export "f") (result i32) (i32.const 1)))');
const refused = {
  'an externref': '(module (func (export "f") (param externref)))',
  'a trunc_sat': '(module (func (export "f") (param f64) (result i32) (i32.trunc_sat_f64_s (local.get 0))))',
  'an exported global': '(module (global (export "g") i32 (i32.const 1)))',
};

test('a plain module has no fault', async () => {
  assert.deepEqual(faults(plain), []);
  await check(written(plain));
});

for (const [what, text] of Object.entries(refused)) {
  test(`a module with ${what} is refused`, async () => {
    const wasm = assemble(text);
    assert.equal(faults(wasm).length, 1);
    await assert.rejects(check(written(wasm)), SetupError);
  });
}

test('a module that only validates beyond the MVP is refused', async () => {
  const wasm = assemble('(module (func (export "f") (param i32) (result i32) (i32.extend8_s (local.get 0))))');
  assert.deepEqual(faults(wasm), []);
  await assert.rejects(check(written(wasm)), SetupError);
});

test('the shipped module is accepted', async () => {
  const path = new URL('../../miniprogram/phone-login/wx_phone_login_bg.wasm', import.meta.url).pathname;
  assert.deepEqual(faults(readFileSync(path)), []);
  await check(path);
});
