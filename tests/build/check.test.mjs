import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import binaryen from 'binaryen';

import { check, faults } from '../../scripts/build/check.mjs';
import { inspect } from '../../scripts/build/inspect.mjs';
import { root, SetupError } from '../../scripts/command.mjs';

const folder = mkdtempSync(join(tmpdir(), 'wx-phone-login-check-'));
after(() => rmSync(folder, { recursive: true }));

const shipped = join(root, 'miniprogram', 'phone-login', 'wx_phone_login_bg.wasm');

/** A module with some fields beside a memory of one page. */
function assemble(fields, memory = '(memory 1)') {
  const module = binaryen.parseText(`(module ${memory} ${fields})`);
  // With bulk memory binaryen counts the data in a section of its own, which is no MVP.
  module.setFeatures(fields.includes('(data') ? binaryen.Features.MVP : binaryen.Features.All);
  const wasm = module.emitBinary();
  module.dispose();
  return wasm;
}

function written(wasm) {
  const path = join(folder, 'module.wasm');
  writeFileSync(path, wasm);
  return path;
}

/** What `npm run check` says of a file, and how it ends. */
function show(path) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts', 'check.mjs'), path], {
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

const HEADER = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const FUNCTION_OF_TYPE_0 = [3, 2, 1, 0];

/** Written byte by byte, as the specification has them, so that no tool of ours can leave out what it does not know. */
const beyondTheMvp = {
  'a DataCount section': [[12, 1, 0], /invalid section code: 12 \(bulk_memory\)/],
  'a sign extension': [
    [1, 6, 1, 0x60, 1, 0x7f, 1, 0x7f, ...FUNCTION_OF_TYPE_0, 10, 7, 1, 5, 0, 0x20, 0, 0xc0, 0x0b],
    /opcode: 0xc0 \(sign_extension\)/,
  ],
  'an externref': [
    [1, 5, 1, 0x60, 1, 0x6f, 0, ...FUNCTION_OF_TYPE_0, 10, 4, 1, 2, 0, 0x0b],
    /param type.* \(.*reference_types\)/,
  ],
};

const names = (count) => [...Array(count).keys()].map((at) => `(export "f${at}" (func $f))`).join(' ');
const plain = assemble('(func $f (export "f") (result i32) (i32.const 1))');
const refused = {
  'a trunc_sat': [
    '(func (export "f") (param f64) (result i32) (i32.trunc_sat_f64_s (local.get 0)))',
    /opcode: 0xfc.* \(sat_float_to_int\)/,
  ],
  'a bulk copy': [
    '(func (export "f") (memory.copy (i32.const 0) (i32.const 1) (i32.const 2)))',
    /opcode: 0xfc.* \(bulk_memory\)/,
  ],
  'two results': ['(func (export "f") (result i32 i32) (i32.const 0) (i32.const 1))', /multiple .*\(multi_value\)/],
  'a path of a home folder': [
    '(data (i32.const 0) "not a code/home/somebody/project/src/lib.rs")',
    /path of the machine.*somebody/,
  ],
  'a path of another system': [
    '(data (i32.const 0) "C:\\\\Users\\\\somebody\\\\lib.rs")',
    /path of the machine.*somebody/,
  ],
  'an exported global': ['(global (export "g") i32 (i32.const 1))', /exports the global g/],
  'a function to start it': ['(func (export "__wbindgen_start"))', /wants to be started/],
  'a function of four names': [`(func $f) ${names(4)}`, /more than three names/],
  'a 64-bit parameter': ['(func $big (export "big") (param i64))', /64-bit integer/],
  'an import of its own': ['', /more than the glue/, '(import "env" "f" (func)) (memory 1)'],
  'a memory of three pages': ['', /2 pages/, '(memory 3)'],
};

test('a plain module has no fault', () => {
  assert.deepEqual(faults(inspect(plain)), []);
  check(written(plain));
});

test('a function of three names is no fault', () => {
  assert.deepEqual(faults(inspect(assemble(`(func $f) ${names(3)}`))), []);
});

for (const [what, [fields, why, memory]] of Object.entries(refused)) {
  test(`a module with ${what} is refused`, () => {
    const wasm = assemble(fields, memory);
    assert.match(faults(inspect(wasm)).join('; '), why);
    assert.throws(
      () => check(written(wasm)),
      (error) => error instanceof SetupError && why.test(error.message),
    );
  });
}

for (const [what, [sections, why]] of Object.entries(beyondTheMvp)) {
  test(`a module with ${what} is refused by its name`, () => {
    const wasm = Uint8Array.from([...HEADER, ...sections]);
    assert.match(faults(inspect(wasm)).join(), why);
    assert.deepEqual(
      faults(inspect(Uint8Array.from(HEADER))),
      ['its memory is not of 2 pages at most'],
      'the header is none',
    );
  });
}

test('paths that every machine writes alike are no fault', () => {
  const paths = [
    `/rustc/${'a1'.repeat(20)}/library/alloc/src/raw_vec/mod.rs`,
    'src/mask.rs',
    'crates/talc-5.1.1/src/lib.rs',
  ];
  const wasm = assemble(`(data (i32.const 0) "${paths.join('')}")`);
  assert.deepEqual(faults(inspect(wasm)), []);
});

test('what a module declares to need is not taken for granted', () => {
  const compiled = join(root, 'target', 'wasm-pack', 'wx_phone_login_bg.wasm');
  assert.match(faults(inspect(readFileSync(compiled))).join(), /more than the MVP/);
});

test('the shipped module is accepted, and the table says what it asks for', () => {
  const { status, said } = show(shipped);
  assert.equal(status, 0, said);
  assert.match(said, /beyond the MVP +nothing, says wabt/);
  assert.match(said, /paths of a machine +none/);
  assert.match(said, /imports +\d+ from \.\/wx_phone_login_bg\.js\n/);
  assert.match(said, /exports .*\bclassify\b/);
  assert.match(said, /exported: none/);
  assert.match(said, /memory +[12] pages/);
});

test('the script refuses what the check refuses, and says so of a missing file', () => {
  const { status, said } = show(written(assemble('(global (export "g") i32 (i32.const 1))')));
  assert.equal(status, 1);
  assert.match(said, /✗ Not every client takes it: it exports the global g/);
  assert.match(show(join(folder, 'missing.wasm')).said, /✗ .*missing\.wasm is missing/);
});
