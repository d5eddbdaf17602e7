const HEADER_BYTES = 8;

/** Reads a module from its first section on: https://webassembly.github.io/spec/core/binary/modules.html */
export class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = HEADER_BYTES;
  }

  get isAtEnd() {
    return this.at >= this.bytes.length;
  }

  byte() {
    if (this.isAtEnd) throw new Error('The module ends too early');
    return this.bytes[this.at++];
  }

  /** LEB128 without a sign. */
  integer() {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  }

  /** What stands behind its count, one after the other. */
  list(read) {
    return Array.from({ length: this.integer() }, read);
  }

  /** Passes over what stands behind its size, and gives the size. */
  skipped() {
    const size = this.integer();
    this.at += size;
    return size;
  }

  text() {
    const size = this.skipped();
    return Buffer.from(this.bytes.subarray(this.at - size, this.at)).toString('utf8');
  }
}
