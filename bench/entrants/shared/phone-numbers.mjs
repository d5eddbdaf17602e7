/** How a phone number is written and shown. */
import { shortText } from './values.mjs';

/** A digit of ASCII, full-width, Arabic or Persian. */
export const DIGIT = '[0-9\uff10-\uff19\u0660-\u0669\u06f0-\u06f9]';

/** What people, and the apps they copy from, write between the digits of a number. */
export const SEPARATOR =
  '[ \\t\\-./()\u00a0\u00ad\u00b7\u2212\u3000\ufeff\u2000-\u2015\u2028-\u202f\u205f-\u206f\uff08\uff09\uff0d-\uff0f]';

const NUMBER = new RegExp(
  `^\\s*${SEPARATOR}*([+\uff0b]?)${SEPARATOR}*(${DIGIT}(?:${SEPARATOR}{0,3}${DIGIT})*)${SEPARATOR}*\\s*$`,
);
const EACH_DIGIT = new RegExp(DIGIT, 'g');
const BARE_NUMBER = /^(?:\+[1-9]\d{6,}|1[3-9]\d{9})$/;

/** The number that a text is, as `+` and digits or digits alone: 5 to 15 of them. */
export function phoneNumber(text) {
  const [, plus, written] = NUMBER.exec(text) || [];
  const digits = written ? written.match(EACH_DIGIT) : [];
  if (digits.length < 5 || digits.length > 15) return undefined;
  // The digits of every script begin at a multiple of 16.
  return (plus && '+') + digits.map((digit) => digit.charCodeAt(0) % 16).join('');
}

/** The same where nothing says that there is one: with a country code, or a mobile number of mainland China. */
export function barePhoneNumber(text) {
  const number = phoneNumber(text);
  return number && BARE_NUMBER.test(number) ? number : undefined;
}

/** Hides the four digits before the last four, and shows the last half of a shorter number; empty for what is no text. */
export function maskPhoneNumber(value) {
  const number = shortText(value) || '';
  const digits = number.replace(/\D/g, '').length;
  const end = digits - Math.min(digits >> 1, 4);
  let seen = 0;
  return number.replace(/[\u0080-\uffff]/g, '').replace(/\d/g, (digit) => {
    seen++;
    return seen > end - 4 && seen <= end ? '*' : digit;
  });
}
