/** Texts of every kind of character, and what is left of them after a way through UTF-8. */
const TEXTS = {
  'one byte a character': 'abc 123',
  'two bytes': 'é߿ñ',
  'three bytes': '手机号ࠀ\uffff',
  'four bytes': '😀𠮷\u{10ffff}',
  'all of them': 'a é 手 😀 z',
  'ASCII, then not': `${'x'.repeat(100)}手`,
  'control characters': '\u0000\u0001\u007f\u0080',
  'a byte order mark': '\ufeffx\ufeff',
  'a high surrogate alone': 'a\ud83d',
  'a low surrogate alone': '\ude00b',
  'surrogates the wrong way round': '\ude00\ud83d',
  'a high surrogate before a pair': '\ud83d😀',
};

/** The texts with what the Encoding standard makes of them; the engines under test need not know it. */
export function standardTexts() {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return Object.entries(TEXTS).map(([name, text]) => ({ name, text, expected: decoder.decode(encoder.encode(text)) }));
}
