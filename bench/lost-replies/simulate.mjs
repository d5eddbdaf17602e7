import { randomFrom } from '../../tests/support/random.mjs';
import { Clock } from '../../tests/support/realm/clock.mjs';
import { Phone } from '../../tests/support/realm/phone.mjs';
import { quantile } from '../statistics.mjs';
import { Cloud } from './cloud.mjs';
import { logIn } from './login.mjs';
import { between, pause, runToTheEnd } from './virtual-time.mjs';

/** What can go wrong with a call. */
export const FAULTS = ['network', 'timeout', 'silence', 'late'];

/** With which share of the calls it does. */
export const SHARES = [0.01, 0.02, 0.05];

/** Milliseconds from one login to the next. */
const BETWEEN_LOGINS = [0, 2000];

/**
 * Many logins, one after the other, of which each call can go wrong.
 *
 * @param {object} row
 * @param {string} row.fault one of `FAULTS`
 * @param {number} row.share of the calls
 * @param {boolean} row.isIdempotent whether the function remembers and the page says so; both were not so in 0.1
 * @param {number} row.logins
 * @param {number} [row.seed]
 * @returns {Promise<{ stored: number, lost: number, askedAgain: number, slowest: number, calls: number }>} how many
 *   logins had their number stored; of these, how many got none; how many were asked to pay again; what 99 of 100 waited
 *   at most, in milliseconds; how many calls there were
 */
export async function simulate({ fault, share, isIdempotent, logins, seed = 1 }) {
  const clock = new Clock();
  const random = randomFrom(seed);
  const phoneLogin = await new Phone().ready();
  const cloud = new Cloud({ clock, random, deaths: randomFrom(seed + 1), remembers: isIdempotent });
  const outcomes = [];

  async function come() {
    for (let n = 0; n < logins; n += 1) {
      const code = n.toString(16).padStart(64, '0');
      // The same goes wrong with the same login, whatever the function remembers.
      const luck = randomFrom(1_000_003 * seed + n);
      const call = () => cloud.call(code, luck() < share ? fault : undefined, luck);
      logIn({ phoneLogin, clock, code, isIdempotent, call }).then((outcome) => outcomes.push({ ...outcome, code }));
      await pause(clock, between(random, ...BETWEEN_LOGINS));
    }
  }

  come();
  await runToTheEnd(clock);
  if (outcomes.length !== logins) throw new Error(`${logins - outcomes.length} logins have no end`);
  const without = outcomes.filter(({ isLoggedIn }) => !isLoggedIn);
  return {
    stored: cloud.stored.size,
    lost: without.filter(({ code }) => cloud.stored.has(code)).length,
    askedAgain: without.length,
    slowest: quantile(
      outcomes.map(({ wait }) => wait),
      0.99,
    ),
    calls: outcomes.reduce((sum, { calls }) => sum + calls, 0),
  };
}

/** Every row, with the function and the page of 0.1, and with those of now. */
export async function simulateAll(logins) {
  const rows = [];
  for (const fault of FAULTS) {
    for (const share of SHARES) {
      const before = await simulate({ fault, share, isIdempotent: false, logins });
      const after = await simulate({ fault, share, isIdempotent: true, logins });
      rows.push({ fault, share, before, after });
    }
  }
  return rows;
}
