/** Values of any kind whatever: what is missing, of another type, or throws when read, was not said. */

/** The longest code, name or number taken, and how much of a longer text is read, in UTF-16 units. */
const SHORT_TEXT = 512;
const LONG_TEXT = 1024;

const WHOLE_NUMBER = /^\s*-?\d+\s*$/;

export const isObject = (value) => typeof value === 'object' && value !== null;
const isText = (value) => typeof value === 'string';

/** A field; `undefined` where it is missing, `null`, or throws. */
export function field(value, key) {
  try {
    const found = value[key];
    return found === null ? undefined : found;
  } catch (_) {
    return undefined;
  }
}

/** Whether there is such a field, whatever it holds. */
export const has = (value, key) => isObject(value) && key in value;

export const flag = (value, key) => field(value, key) === true;
export const shortText = (value) => (isText(value) && value.length <= SHORT_TEXT ? value : undefined);
export const longText = (value) => (isText(value) ? value.slice(0, LONG_TEXT) : undefined);
export const textOrNumber = (value) => (Number.isFinite(value) ? String(value) : shortText(value));

/** A short text in a field. */
export const text = (value, key) => shortText(field(value, key));

/** A whole number of 32 bits, or a text that is one. */
export function integer(value) {
  const number = isText(value) && WHOLE_NUMBER.test(value) ? Number(value) : value;
  if (typeof number !== 'number') return undefined;
  return (number | 0) === number ? number | 0 : undefined;
}

/** What a text of JSON holds, where that is an object, a list or a text. */
export function parsed(value) {
  if (!isText(value) || !'{["'.includes(value.charAt(0) || '-')) return undefined;
  try {
    return JSON.parse(value);
  } catch (_) {
    return undefined;
  }
}
