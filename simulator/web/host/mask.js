const SECRET_KEYS = new Set(['code', 'encryptedData', 'iv', 'cloudID']);
const PHONE_NUMBER = /(?<!\d)(1\d{2})\d{4}(\d{4})(?!\d)/g;
const TOKEN = /[0-9a-f]{32,}|\beyJ[\w-]+\.[\w-]+\.[\w-]+/gi;
const SHOWN = 4;
/** The name of an error, such as INVALID_HOST, which servers call a code, too. */
const ERROR_NAME = /^[A-Z][A-Z_]+$/;

const cut = (secret) => `${secret.slice(0, SHOWN)}****`;

/**
 * @param {string} text
 * @returns {string} without phone numbers, codes and signed tokens
 */
export const maskText = (text) => text.replace(PHONE_NUMBER, '$1****$2').replace(TOKEN, cut);

/**
 * @param {unknown} value  plain data
 * @returns {unknown} a copy that may be shown
 */
export function maskSecrets(value) {
  if (value === undefined) return undefined;
  return JSON.parse(JSON.stringify(value, maskField));
}

function maskField(key, value) {
  if (typeof value !== 'string') return value;
  return SECRET_KEYS.has(key) && !ERROR_NAME.test(value) ? cut(value) : maskText(value);
}
