/** What stands in for `memory.copy` copies as it does. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import binaryen from 'binaryen';

import { lowerMemoryCopy } from '../../scripts/build/memory-copy.mjs';

const FILLED = Uint8Array.from({ length: 160 }, (_, at) => at + 1);

const COPY = `(func (export "copy") (param i32 i32 i32)
  (memory.copy (local.get 0) (local.get 1) (local.get 2)))`;

/** A module with a memory and a copy, and the same lowered. */
function open({ lowered }) {
  const module = binaryen.parseText(`(module (memory (export "memory") 1) ${COPY})`);
  module.setFeatures(binaryen.Features.BulkMemory | binaryen.Features.BulkMemoryOpt);
  if (lowered) lowerMemoryCopy(module);
  assert.equal(/memory\.copy/.test(module.emitText()), !lowered);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module.emitBinary()));
  module.dispose();
  return { copy: exports.copy, memory: new Uint8Array(exports.memory.buffer) };
}

const [meant, lowered] = [open({ lowered: false }), open({ lowered: true })];

/** Both memories after the same copy within the same bytes. */
function after(to, from, size) {
  return [meant, lowered].map(({ copy, memory }) => {
    memory.set(FILLED);
    copy(to, from, size);
    return Buffer.from(memory.slice(0, FILLED.length));
  });
}

test('every copy within some bytes gives the same, apart or overlapping, aligned or not', () => {
  for (let to = 0; to < 24; to++) {
    for (let from = 0; from < 24; from++) {
      for (const size of [0, 1, 3, 4, 7, 8, 9, 15, 16, 17, 31, 64, 100]) {
        const [expected, found] = after(to, from, size);
        assert.ok(found.equals(expected), `${size} bytes from ${from} to ${to}`);
      }
    }
  }
});

test('a copy beyond the memory traps', () => {
  const end = lowered.memory.length;
  for (const [to, from] of [
    [end - 4, 0],
    [0, end - 4],
  ]) {
    assert.throws(() => lowered.copy(to, from, 8), WebAssembly.RuntimeError);
  }
});
