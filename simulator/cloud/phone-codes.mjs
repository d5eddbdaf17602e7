import { randomBytes } from 'node:crypto';

import { simulated } from './environment.mjs';

/** A code lives five minutes from the tap. */
export const CODE_LIFETIME = 5 * 60 * 1000;

const CODE_SHAPE = /^[0-9a-f]{64}$/;

/**
 * The codes that getPhoneNumber buttons hand out. Any 64 hexadecimal digits are taken for a code; one that was not
 * issued here counts as issued when it is first redeemed, to whoever redeems it.
 *
 * @param {() => number} now milliseconds
 */
export function createPhoneCodes(now) {
  const issued = new Map();
  const used = new Set();
  return {
    /**
     * @param {string} [openid] of the user who taps the button
     * @returns {string} a code
     */
    issue(openid = simulated.openid) {
      const code = randomBytes(32).toString('hex');
      issued.set(code, { at: now(), openid });
      return code;
    },
    /** Uses the code up; false when it is no code, another user's, was used before or is too old. */
    redeem(code, openid) {
      const { at = now(), openid: owner = openid } = issued.get(code) ?? {};
      if (!CODE_SHAPE.test(code) || used.has(code) || (openid && openid !== owner)) return false;
      used.add(code);
      return now() - at < CODE_LIFETIME;
    },
  };
}
