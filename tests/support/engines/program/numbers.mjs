import { same } from './same.mjs';

/** Around the limits of Rust's types, and beyond them. */
const NUMBERS = [
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  1.9,
  -1.9,
  102,
  45011,
  -501000,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 31 + 0.5,
  -(2 ** 31),
  -(2 ** 31) - 1,
  2 ** 32 - 1,
  2 ** 32,
  2 ** 32 + 102,
  2 ** 53 - 1,
  2 ** 53,
  -(2 ** 53),
  2 ** 62,
  2 ** 63,
  2 ** 63 - 1024,
  -(2 ** 63),
  -(2 ** 63) - 2048,
  2 ** 64,
  1e20,
  -1e20,
  1e300,
  -1e300,
  5e-324,
  Number.MAX_VALUE,
  1700000000000,
  1700000000000.75,
  NaN,
  Infinity,
  -Infinity,
];

/** Rust's casts keep within the type, cut off what is behind the point, and make zero of what is no number. */
export function numbers(phoneLogin) {
  return NUMBERS.map((number) => [`number: ${Object.is(number, -0) ? '-0' : number}`, () => check(phoneLogin, number)]);
}

function check(phoneLogin, number) {
  const { classify, classifyReply } = phoneLogin;
  const errMsg = 'getPhoneNumber:fail something';
  same(classify({ detail: { errMsg, errno: number } }).errno, asInteger(number), 'errno');
  const { errCode } = classifyReply({ success: false, errCode: number });
  same(errCode, asInteger(number) || undefined, 'errCode, of which 0 is none');
  same(stampOf(phoneLogin, number), asMillis(number), 'a time');
}

/** What is no whole number of 32 bits is no code. */
function asInteger(number) {
  return (number | 0) === number ? number + 0 : undefined;
}

function asMillis(number) {
  if (Number.isNaN(number)) return 0;
  return Math.trunc(Math.min(Math.max(number, -(2 ** 63)), 2 ** 63)) + 0;
}

/** The time that a report is stamped with. */
function stampOf({ PhonePopup }, now) {
  const popup = new PhonePopup({});
  popup.dispatch({ type: 'show' }, now);
  const event = { detail: { errMsg: 'getPhoneNumber:fail user deny' } };
  const { effects } = popup.dispatch({ type: 'authorized', event }, now);
  popup.free();
  return effects.find(({ type }) => type === 'report').data.timestamp;
}
