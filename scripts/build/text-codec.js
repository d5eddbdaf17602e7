// Stands in for TextEncoder and TextDecoder, which WeChat's phones do not have. The bundler puts it into
// the generated glue, which constructs both while it is being evaluated.

/**
 * The module's memory. A part of it is named, not made a view of its own: the codec below is the only one who is given
 * parts, and making a view takes longer than most texts take to be found.
 */
// biome-ignore lint/suspicious/noShadowRestrictedNames: it takes the place of the global in the glue.
export function Uint8Array(buffer) {
  /** @type {any} */
  const memory = new NativeUint8Array(buffer);
  memory.subarray = (start, end) => ({ memory, start, end, length: end - start });
  return memory;
}

/** Encodes JavaScript strings as UTF-8 (https://encoding.spec.whatwg.org/#interface-textencoder). */
export class TextEncoder {
  /** Writes `text` into `bytes`, as far as it fits. */
  encodeInto(text, { memory, start, end }) {
    let read = 0;
    let written = 0;
    while (read < text.length) {
      const point = scalarValue(text, read);
      const size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (start + written + size > end) break;
      writePoint(point, size, memory, start + written);
      written += size;
      read += size === 4 ? 2 : 1;
    }
    return { read, written };
  }
}

/** Half of a surrogate pair is no character: the standard puts U+FFFD in its place. */
function scalarValue(text, index) {
  const point = text.codePointAt(index);
  return point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
}

function writePoint(point, size, bytes, at) {
  if (size === 1) {
    bytes[at] = point;
    return;
  }
  for (let last = at + size - 1; last > at; last--) {
    bytes[last] = 0x80 | (point & 0x3f);
    point >>= 6;
  }
  bytes[at] = ((0xf00 >> size) & 0xff) | point;
}

/**
 * Texts that are part of the module, by where they stand: names of fields and states, words for the user. They never
 * change, so each is decoded once.
 */
const constants = new Map();

/** Decodes UTF-8 that Rust wrote, which is always well formed. */
export class TextDecoder {
  decode(part) {
    if (!part) return '';
    const { memory, start, end, length } = part;
    if (start < CONSTANTS_START || end > CONSTANTS_END || length >= 1024) return decoded(memory, start, end);
    const place = start * 1024 + length;
    let text = constants.get(place);
    if (text === undefined) constants.set(place, (text = decoded(memory, start, end)));
    return text;
  }
}

function decoded(bytes, start, end) {
  let text = '';
  for (let at = start; at < end; ) {
    const first = bytes[at++];
    let more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    let point = more ? first & (0x3f >> more) : first;
    while (more--) point = (point << 6) | (bytes[at++] & 0x3f);
    text += String.fromCodePoint(point);
  }
  return text;
}
