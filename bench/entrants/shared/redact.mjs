const WORD = /[\w-]+/g;
const DIGIT = /\d/g;

/** What was said, without words that can be a code, an openid or a number. */
export function redact(text) {
  return text.replace(WORD, (word) => (isSecret(word) ? '***' : word)).slice(0, 240);
}

function isSecret(word) {
  const digits = (word.match(DIGIT) || []).length;
  return word.length >= (digits ? 20 : 26) || digits >= 7;
}
