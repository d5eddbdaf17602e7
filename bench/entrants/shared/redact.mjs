/** What a log may hold of what was said. */
import { DIGIT, SEPARATOR } from './phone-numbers.mjs';

/** The most that is kept of a text, in bytes. */
const LOGGED = 240;

const NUMBER = new RegExp(`${DIGIT}(?:${SEPARATOR}{0,3}${DIGIT}){6,}`, 'g');
const WORD = /[\w-]+|[^]/uy;
const TOKEN = /[\w.%+/=@-]*/y;
const REQUEST_ID = /^(?:[\da-f]{8}-){2}[\da-f]{8}$/i;

/**
 * WeChat's text without what belongs to a user: words that can be a code, an openid or a token, addresses of e-mail, and
 * numbers in any spelling are `***`. The id under which WeChat files a request stays.
 */
export function redact(text) {
  let redacted = '';
  let at = 0;
  while (at < text.length && bytesOf(redacted) < LOGGED) {
    const word = matchAt(WORD, text, at);
    const isFiled = REQUEST_ID.test(word) && redacted.slice(-8).includes('rid');
    const [from, to] = isFiled ? [word.length, word.length] : secretOf(text, at, word);
    redacted += text.slice(at, at + from) + (from < to ? '***' : '');
    at += to;
  }
  while (bytesOf(redacted) > LOGGED) redacted = redacted.replace(/[^]$/u, '');
  return redacted;
}

/** Where the secret of a word begins and ends, from the word's beginning; it can end behind the word. */
function secretOf(text, at, word) {
  NUMBER.lastIndex = at;
  const number = NUMBER.exec(text);
  const from = number ? number.index - at : word.length;
  const isNumber = from < word.length;
  const end = isNumber ? Math.max(word.length, from + number[0].length) : word.length;
  const token = matchAt(TOKEN, text, at);
  if (isSecretToken(token)) return [0, Math.max(end, token.length)];
  if (isSecretWord(word)) return [0, end];
  return [isNumber ? from : end, end];
}

function matchAt(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text)[0];
}

function isSecretWord(word) {
  const digits = word.replace(/[^0-9]/g, '').length;
  return word.length >= (digits ? 20 : 26) || digits >= 7;
}

/** An address, or what is as mixed as base64 and no path is. */
function isSecretToken(token) {
  const isMixed = /\d/.test(token) && /[A-Z]/.test(token) && /[a-z]/.test(token);
  return token.includes('@') || (token.length >= 20 && (token.endsWith('==') || isMixed));
}

const bytesOf = (text) =>
  text.length +
  text.replace(/[^\u0080-\uffff]/g, '').length +
  text.replace(/[^\u0800-\ud7ff\ue000-\uffff]/g, '').length;
