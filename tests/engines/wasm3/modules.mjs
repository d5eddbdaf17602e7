/** Small modules that show what wasm3 and its host refuse, and what they keep. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import binaryen from 'binaryen';

const folder = mkdtempSync(join(tmpdir(), 'wx-phone-login-wasm3-'));

/** Writes a module; gives its path. */
export function assembled(name, text) {
  const module = binaryen.parseText(text);
  module.setFeatures(binaryen.Features.ReferenceTypes);
  const path = join(folder, `${name}.wasm`);
  writeFileSync(path, module.emitBinary());
  module.dispose();
  return path;
}

export function removeModules() {
  rmSync(folder, { recursive: true });
}

/** What only an engine with reference types can load. */
export const withExternref = '(module (func (export "f") (param externref)))';

/** An import that wasm-bindgen does not make of this package's code. */
export const withUnknownImport = `(module
  (import "./wx_phone_login_bg.js" "__wbg_fetch_0123456789abcdef" (func $fetch))
  (func (export "f") (call $fetch)))`;

/**
 * `classify` asks twice for the text it is given, and gives back 1 + 10 + 100 × the size of both. While the host has
 * `__wbindgen_malloc` called for it, the one waits on the operand stack and the ten in a local; the export fills as
 * many frames as it can with something else.
 */
export const withFramesThatWait = `(module
  (import "./wx_phone_login_bg.js" "__wbg___wbindgen_string_get_0123456789abcdef" (func $text (param i32 i32)))
  (import "./wx_phone_login_bg.js" "__wbindgen_generic_0000000000000001" (func $value (param f64) (result i32)))
  (memory (export "memory") 1)
  (data (i32.const 8) "\\01\\00\\00\\00\\0a\\00\\00\\00")
  (func $fill (param $depth i32) (result i32)
    (if (result i32) (local.get $depth)
      (then (i32.add (i32.const 7) (call $fill (i32.sub (local.get $depth) (i32.const 1)))))
      (else (i32.const 7))))
  (func (export "__wbindgen_malloc") (param i32 i32) (result i32)
    (drop (call $fill (i32.const 500)))
    (i32.const 64))
  (func $size (param $text i32) (result i32)
    (call $text (i32.const 16) (local.get $text))
    (i32.mul (i32.const 100) (i32.load (i32.const 20))))
  (func (export "classify") (param $text i32) (result i32)
    (local $ten i32)
    (local.set $ten (i32.load (i32.const 12)))
    (call $value (f64.convert_i32_s
      (i32.add
        (i32.load (i32.const 8))
        (i32.add
          (i32.add (call $size (local.get $text)) (call $size (local.get $text)))
          (local.get $ten)))))))`;
