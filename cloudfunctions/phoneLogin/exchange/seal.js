const { createCipheriv, createDecipheriv, createHmac, randomBytes } = require('crypto');

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** What is sealed is filled up to a multiple of this, so that its length says nothing of the number. */
const BLOCK = 512;

/**
 * Who has the code and is the user it was given to can find what is kept of it, and read it. Nobody else can: the name
 * and the key of the entry are made of the code, which has 256 random bits, and neither leads back to it.
 *
 * @typedef {{ id: string, close(value: object): string, open(text: string): object | undefined }} Seal
 */

/**
 * @param {string} code
 * @param {{ openid?: string, appid?: string }} caller
 * @returns {Seal}
 */
exports.sealFor = (code, { openid, appid }) => {
  const derive = (purpose) =>
    createHmac('sha256', code)
      .update(JSON.stringify(['wx-phone-login', purpose, appid, openid]))
      .digest();
  const id = derive('id').toString('hex');
  const key = derive('key');
  return {
    id,
    close: (value) => encrypt(key, id, value),
    open(text) {
      try {
        return decrypt(key, id, text);
      } catch (notOurs) {
        return undefined;
      }
    },
  };
};

function encrypt(key, id, value) {
  const text = Buffer.from(JSON.stringify(value));
  const filled = Buffer.alloc(Math.ceil(text.length / BLOCK) * BLOCK, ' ');
  text.copy(filled);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(id));
  return Buffer.concat([iv, cipher.update(filled), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

function decrypt(key, id, text) {
  const bytes = Buffer.from(text, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.slice(0, IV_BYTES)).setAAD(Buffer.from(id));
  decipher.setAuthTag(bytes.slice(-TAG_BYTES));
  const filled = Buffer.concat([decipher.update(bytes.slice(IV_BYTES, -TAG_BYTES)), decipher.final()]);
  return JSON.parse(filled.toString());
}
