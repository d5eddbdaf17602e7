import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transform } from 'esbuild';

import { root, run, SetupError } from '../command.mjs';
import { shippedSyntax } from './syntax.mjs';

/** wasm2js of the npm package binaryen. */
const wasm2js = join(root, 'node_modules', 'binaryen', 'bin', 'wasm2js');

/** The shipped module → a CommonJS file that exports `(imports) => exports`, for clients without wasm. */
export async function convertToJavaScript(input, output) {
  const folder = mkdtempSync(join(tmpdir(), 'wx-phone-login-'));
  try {
    const converted = join(folder, 'module.js');
    await run(process.execPath, [wasm2js, input, '-O2', '-o', converted]);
    const { code } = await transform(asFactory(readFileSync(converted, 'utf8')), shippedSyntax);
    writeFileSync(output, `// @ts-nocheck: generated from the wasm by wasm2js.\n${code}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The most pages of 64 KB that the fallback may use; wasm itself has been seen to use two. */
const MEMORY_PAGES = 32;

/** wasm2js writes an ES module that makes one instance as it is evaluated: that part becomes the caller's. */
function asFactory(text) {
  const [, body] = written(
    text,
    /^import [^\n]*\n([^]*\nfunction asmFunc\(imports\) \{[^]*\n\}\n)\nvar retasmFunc = [^]*$/,
  );
  return `module.exports = function (imports) {${withSteadyMemory(body)}return asmFunc(imports);\n};`;
}

/**
 * Memory that grows within one buffer. wasm's buffer is detached when the memory grows, and by that wasm-bindgen's
 * glue knows that its views are old; wasm2js leaves the old buffer as it was, and the glue would write into it.
 */
function withSteadyMemory(body) {
  const [allocation, bytes] = written(body, /var buffer = new ArrayBuffer\((\d+)\);/);
  const [growth] = written(
    body,
    /function __wasm_memory_size\(\) \{[^]*?\n \}\s+function __wasm_memory_grow[^]*?\n \}/,
  );
  return body
    .replace(allocation, `var buffer = new ArrayBuffer(${MEMORY_PAGES * 65536}), pages = ${bytes / 65536};`)
    .replace(growth, () => steadyGrowth);
}

const steadyGrowth = `function __wasm_memory_size() { return pages; }
function __wasm_memory_grow(more) {
  if (pages + more > ${MEMORY_PAGES}) return -1;
  pages += more;
  return pages - more;
}`;

function written(text, pattern) {
  const found = pattern.exec(text);
  if (!found) throw new SetupError('wasm2js has changed what it writes: see scripts/build/fallback.mjs');
  return found;
}
