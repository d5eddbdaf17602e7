import binaryen from 'binaryen';

/** The name that binaryen gives to what stands in for `memory.copy`. */
const COPY = '__memory_copy';

/**
 * `memory.copy` as a function: sixteen bytes at a time where the copy runs into nothing of its own. binaryen's goes byte by byte, in which a client without a compiler would spend much of its time.
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
  const forward = (bytes, copies) => m.block(null, [...copies, move(TO, bytes), move(FROM, bytes), move(SIZE, -bytes)]);
  const copy = (type, offset) => type.store(offset, 1, to(), type.load(offset, 1, from()));
  const copyByte = (at) => m.i32.store8(0, 1, m.i32.add(to(), at()), m.i32.load8_u(0, 1, m.i32.add(from(), at())));
  const holds = (bytes) => m.i32.ge_u(size(), m.i32.const(bytes));
  const loop = (name, condition, step) => m.loop(name, m.if(condition, m.block(null, [step, m.br(name)])));
  const sixteens = loop('sixteens', holds(16), forward(16, [copy(m.i64, 0), copy(m.i64, 8)]));
  const eight = m.if(holds(8), forward(8, [copy(m.i64, 0)]));
  const four = m.if(holds(4), forward(4, [copy(m.i32, 0)]));
  const bytes = loop('bytes', size(), forward(1, [copyByte(() => m.i32.const(0))]));
  const backward = loop('backward', size(), m.block(null, [move(SIZE, -1), copyByte(size)]));
  const isClear = m.i32.ge_u(m.i32.sub(to(), from()), size());
  return m.if(isClear, m.block(null, [sixteens, eight, four, bytes]), backward);
}
