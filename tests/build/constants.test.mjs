import assert from 'node:assert/strict';
import { test } from 'node:test';
import binaryen from 'binaryen';

import { constantsOf } from '../../scripts/build/constants.mjs';

function assemble(fields) {
  const module = binaryen.parseText(`(module (memory 2) ${fields})`);
  module.setFeatures(binaryen.Features.All);
  const wasm = module.emitBinary();
  module.dispose();
  return wasm;
}

const text = (length) => 'x'.repeat(length);

test('constants are from the first byte of the first segment to the last of the last', () => {
  const fields = `(data (i32.const 70000) "${text(300)}") (data (i32.const 32768) "abc")`;
  assert.deepEqual(constantsOf(assemble(fields)), { start: 32768, end: 70300 });
});

test('what stands before the data is passed over', () => {
  const fields = `(data (i32.const 64) "a") (func (export "${text(200)}") (result i32) (i32.const 11))`;
  assert.deepEqual(constantsOf(assemble(fields)), { start: 64, end: 65 });
});

test('a module without data, or with data that is put somewhere by itself, is refused', () => {
  assert.throws(() => constantsOf(assemble('')), /no data/);
  assert.throws(() => constantsOf(assemble('(data "passive") (func (data.drop 0))')), /another kind/);
});
