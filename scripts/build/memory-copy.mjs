import binaryen from 'binaryen';

/** The name that binaryen gives to what stands in for `memory.copy`. */
const COPY = '__memory_copy';

/**
 * `memory.copy` as a function: eight bytes at a time where both places are aligned and the copy runs into nothing of
 * its own. binaryen's goes byte by byte, in which a client without a compiler would spend much of its time.
 */
export function lowerMemoryCopy(module) {
  module.runPasses(['llvm-memory-copy-fill-lowering']);
  module.removeFunction(COPY);
  const { i32 } = binaryen;
  module.addFunction(COPY, binaryen.createType([i32, i32, i32]), binaryen.none, [], body(module));
}

const [TO, FROM, SIZE] = [0, 1, 2];

function body(m) {
  const [to, from, size] = [TO, FROM, SIZE].map((index) => () => m.local.get(index, binaryen.i32));
  const move = (index, by) => m.local.set(index, m.i32.add(m.local.get(index, binaryen.i32), m.i32.const(by)));
  const loop = (name, condition, steps) => m.loop(name, m.if(condition, m.block(null, [...steps, m.br(name)])));
  const forward = (bytes, copy) => [copy, move(TO, bytes), move(FROM, bytes), move(SIZE, -bytes)];
  const copyByte = (at) => m.i32.store8(0, 1, m.i32.add(to(), at()), m.i32.load8_u(0, 1, m.i32.add(from(), at())));
  const isAligned = m.i32.eqz(m.i32.and(m.i32.or(to(), from()), m.i32.const(3)));
  const words = loop(
    'words',
    m.i32.ge_u(size(), m.i32.const(8)),
    forward(8, m.i64.store(0, 4, to(), m.i64.load(0, 4, from()))),
  );
  const bytes = loop(
    'bytes',
    size(),
    forward(
      1,
      copyByte(() => m.i32.const(0)),
    ),
  );
  const backward = loop('backward', size(), [move(SIZE, -1), copyByte(size)]);
  const isClear = m.i32.ge_u(m.i32.sub(to(), from()), size());
  return m.if(isClear, m.block(null, [m.if(isAligned, words), bytes]), backward);
}
