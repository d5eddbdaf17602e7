/** The sections of a module: https://webassembly.github.io/spec/core/binary/modules.html */
const HEADER_BYTES = 8;
const DATA_SECTION = 11;

/** Where a module's data is put when it starts: `start` is its first byte, `end` is behind its last. */
export function constantsOf(wasm) {
  const reader = new Reader(wasm, HEADER_BYTES);
  while (reader.byte() !== DATA_SECTION) reader.skip(reader.integer());
  reader.integer(); // The section's size.
  const places = Array.from({ length: reader.integer() }, () => segment(reader));
  return { start: Math.min(...places.map(({ start }) => start)), end: Math.max(...places.map(({ end }) => end)) };
}

/** An active segment of memory 0: `i32.const`, where it is put, `end`, and its bytes. */
function segment(reader) {
  const [kind, constant] = [reader.integer(), reader.byte()];
  const start = reader.integer();
  if (kind !== 0 || constant !== 0x41 || reader.byte() !== 0x0b) throw new Error('The module has data of another kind');
  const size = reader.integer();
  reader.skip(size);
  return { start, end: start + size };
}

class Reader {
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    if (this.at >= this.bytes.length) throw new Error('The module ends too early');
    return this.bytes[this.at++];
  }

  /** LEB128; places in memory are never negative. */
  integer() {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = this.byte();
      value += (byte & 0x7f) * shift;
      if (byte < 0x80) return value;
    }
  }

  skip(count) {
    this.at += count;
  }
}
