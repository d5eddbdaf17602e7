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
  const { timestamp, authorizationDuration } = reportOf(phoneLogin, number);
  same(timestamp, Number.isFinite(number) ? number : 0, 'a time');
  same(authorizationDuration, asDuration(number), 'what passed since the time 0');
}

/** What is no whole number of 32 bits is no code. */
function asInteger(number) {
  return (number | 0) === number ? number + 0 : undefined;
}

/** 32 bits of milliseconds; a clock that was set back says nothing of what passed. */
function asDuration(number) {
  if (!Number.isFinite(number)) return 0;
  return Math.trunc(Math.min(Math.max(number, 0), 2 ** 32 - 1)) + 0;
}

/** What is reported of a refusal at a time, after a tap at 0. */
function reportOf({ PhonePopup }, now) {
  const popup = new PhonePopup({});
  popup.dispatch({ type: 'show' }, 0);
  popup.dispatch({ type: 'tap' }, 0);
  const event = { detail: { errMsg: 'getPhoneNumber:fail user deny' } };
  const { effects } = popup.dispatch({ type: 'authorized', event }, now);
  popup.free();
  return effects.find(({ type }) => type === 'report').data;
}
