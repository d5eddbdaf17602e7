import { Reader } from './reader.mjs';

const DATA_SECTION = 11;
const I32_CONST = 0x41;
const END = 0x0b;

/** Where a module's data is put when it starts: `start` is its first byte, `end` is behind its last. */
export function constantsOf(wasm) {
  const reader = new Reader(wasm);
  while (reader.byte() !== DATA_SECTION) reader.skipped();
  reader.integer(); // The section's size.
  const places = reader.list(() => segment(reader));
  return { start: Math.min(...places.map(({ start }) => start)), end: Math.max(...places.map(({ end }) => end)) };
}

/** An active segment of memory 0: a constant place, which is never negative, and the bytes that are put there. */
function segment(reader) {
  const [kind, constant] = [reader.integer(), reader.byte()];
  const start = reader.integer();
  if (kind !== 0 || constant !== I32_CONST || reader.byte() !== END)
    throw new Error('The module has data of another kind');
  return { start, end: start + reader.skipped() };
}
