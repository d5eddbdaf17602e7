// Stands in for TextEncoder and TextDecoder, which WeChat's phones do not have. The bundler puts it into
// the generated glue, which constructs both while it is being evaluated.

/** Encodes JavaScript strings as UTF-8 (https://encoding.spec.whatwg.org/#interface-textencoder). */
export class TextEncoder {
  /** Writes `text` into `bytes`, as far as it fits. */
  encodeInto(text, bytes) {
    let read = 0;
    let written = 0;
    while (read < text.length) {
      const point = scalarValue(text, read);
      const size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (written + size > bytes.length) break;
      writePoint(point, size, bytes, written);
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

/** Decodes UTF-8 that Rust wrote, which is always well formed. */
export class TextDecoder {
  decode(bytes = []) {
    const text = String.fromCharCode.apply(null, bytes);
    return /[^\0-\x7f]/.test(text) ? decoded(bytes) : text;
  }
}

function decoded(bytes) {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at++];
    let more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    let point = more ? first & (0x3f >> more) : first;
    while (more--) point = (point << 6) | (bytes[at++] & 0x3f);
    text += String.fromCodePoint(point);
  }
  return text;
}
