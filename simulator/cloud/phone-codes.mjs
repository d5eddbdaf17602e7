import { randomBytes } from 'node:crypto';

/** A code lives five minutes from the tap. */
export const CODE_LIFETIME = 5 * 60 * 1000;

const CODE_SHAPE = /^[0-9a-f]{64}$/;

/**
 * The codes that getPhoneNumber buttons hand out. Any 64 hexadecimal digits are taken for a code; one that was not
 * issued here counts as issued when it is first redeemed.
 *
 * @param {() => number} now milliseconds
 */
export function createPhoneCodes(now) {
  const issuedAt = new Map();
  const used = new Set();
  return {
    /** @returns {string} a code, as a tap on the button would give it */
    issue() {
      const code = randomBytes(32).toString('hex');
      issuedAt.set(code, now());
      return code;
    },
    /** Uses the code up; false when it is no code, was used before or is too old. */
    redeem(code) {
      if (!CODE_SHAPE.test(code) || used.has(code)) return false;
      used.add(code);
      return now() - (issuedAt.get(code) ?? now()) < CODE_LIFETIME;
    },
  };
}
