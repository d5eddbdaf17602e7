/** How often WeChat is asked. With several processes, keep these counts in your Redis or database. */
import { DAILY_LIMIT, RATE_LIMITED } from './errors.mjs';

const { EXCHANGES_PER_USER_MINUTE = '10', REFUSED_CODES_PER_USER_DAY = '20' } = process.env;
const MOST_IN_MINUTE = Number(EXCHANGES_PER_USER_MINUTE);
const MOST_REFUSED = Number(REFUSED_CODES_PER_USER_DAY);

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const BEIJING = 8 * 60 * MINUTE;

const endOfMinute = (now) => now - (now % MINUTE) + MINUTE;
const endOfDay = (now) => now - ((now + BEIJING) % DAY) + DAY;

/** Counts that begin anew with each minute or day. */
class Counts {
  #counts = new Map();
  #end = 0;

  constructor(endOf) {
    this.endOf = endOf;
  }

  /** @returns {Map<string, number>} user → count, of this minute or day */
  get now() {
    if (Date.now() >= this.#end) {
      this.#counts.clear();
      this.#end = this.endOf(Date.now());
    }
    return this.#counts;
  }

  add(user, by) {
    this.now.set(user, (this.now.get(user) ?? 0) + by);
  }

  of(user) {
    return this.now.get(user) ?? 0;
  }
}

const inMinute = new Counts(endOfMinute);
const refused = new Counts(endOfDay);
let quota = { errCode: 0, until: 0 };

/** @returns {number} 0 where WeChat may be asked for a user; it then counts, and as refused until it is given back */
export function take(user) {
  if (Date.now() < quota.until) return quota.errCode;
  if (refused.of(user) >= MOST_REFUSED) return DAILY_LIMIT;
  if (inMinute.of(user) >= MOST_IN_MINUTE) return RATE_LIMITED;
  inMinute.add(user, 1);
  refused.add(user, 1);
  return 0;
}

/** WeChat has not refused the code. */
export function giveBack(user) {
  if (refused.of(user) > 0) refused.add(user, -1);
}

/** WeChat has said that the quota of the mini-program is used up: nobody asks it until that is over. */
export function hear(errCode) {
  const end = { [DAILY_LIMIT]: endOfDay, [RATE_LIMITED]: endOfMinute }[errCode];
  const until = end ? end(Date.now()) : 0;
  if (until > quota.until) quota = { errCode, until };
}
