/** A number that is kept: encrypted under the environment variable PHONE_NUMBER_KEY, 64 hexadecimal digits. */
const { createCipheriv, createDecipheriv, randomBytes } = require('crypto');

const { ConfigurationError } = require('./describe-error');

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Numbers have as many digits as their country has; encrypted they are all so long, in bytes. */
const LENGTH = 32;

function key() {
  const { PHONE_NUMBER_KEY = '' } = process.env;
  if (!/^[0-9a-f]{64}$/i.test(PHONE_NUMBER_KEY)) {
    throw new ConfigurationError('PHONE_NUMBER_KEY is not 64 hexadecimal digits');
  }
  return Buffer.from(PHONE_NUMBER_KEY, 'hex');
}

/**
 * @param {string} phoneNumber
 * @returns {string} what may be kept
 * @throws where there is no key
 */
exports.sealNumber = (phoneNumber) => {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key(), iv);
  const bytes = [iv, cipher.update(phoneNumber.padEnd(LENGTH), 'utf8'), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat(bytes).toString('base64');
};

/**
 * @param {string} sealed what `sealNumber` returned
 * @returns {string} the number
 * @throws where there is no key, or another one, or the text was changed
 */
exports.openNumber = (sealed) => {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key(), bytes.slice(0, IV_BYTES));
  decipher.setAuthTag(bytes.slice(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.slice(IV_BYTES, -TAG_BYTES)), decipher.final()])
    .toString()
    .trimEnd();
};
