const { isSpent } = require('./wechat');

/** How long a call is given for its exchange by others with the same code, in milliseconds. */
const LONGEST_EXCHANGE = 3000;

/** How long the database is given where the user would have to authorize once more. */
const LAST_RESORT = 1500;

const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 400;

/**
 * Makes a function that asks WeChat once for each code, also where calls come at once to several instances: who comes
 * first claims the code before it asks, who comes later waits for its result.
 *
 * @param {object} options
 * @param {ReturnType<import('./results').createResults>} options.results
 * @param {(result: import('./results').Result) => boolean} options.isComplete whether there is nothing left to wait for
 * @param {{ now: Function, setTimeout: Function }} options.time
 * @returns {(seal: import('./seal').Seal, ask: () => Promise<object>) => Promise<import('./results').Result>} rejects
 *   with what `ask` rejects with
 */
exports.createOnce = ({ results, isComplete, time }) => {
  async function once(seal, ask) {
    const known = results.recall(seal);
    if (known) return known;
    const end = time.now() + LONGEST_EXCHANGE;
    for (;;) {
      const claim = await results.claim(seal);
      if (!claim || claim.isOurs) return askUnder(claim, seal, ask);
      const found = await awaitResult(seal, claim, end);
      if (found) return found;
      const own = await results.takeOver(seal, claim);
      if (!own || own.isOurs || time.now() >= end) return askUnder(own, seal, ask);
    }
  }

  /** What the call that came first makes of the code; nothing where it gives up, or takes too long. */
  async function awaitResult(seal, { at, result }, end) {
    const last = Math.min(at + LONGEST_EXCHANGE, end);
    let found = result;
    for (let pause = FIRST_PAUSE; found && !isSettled(found) && time.now() < last; pause = longer(pause)) {
      await new Promise((wake) => time.setTimeout(wake, pause));
      found = await results.find(seal);
    }
    return isOfUse(found) ? found : undefined;
  }

  const isSettled = (result) => isRefused(result) || isComplete(result);

  /**
   * Where the code is used up and there may have been another call with it, that one has its number: it was late, or the
   * database was.
   */
  async function askUnder(claim, seal, ask) {
    try {
      const result = { phone: await ask() };
      // Before anything else is done with the number: that may fail, or outlive the time of the function.
      await results.keep(seal, result);
      return result;
    } catch (error) {
      const found = isSpent(error) && !isFirst(claim) ? await results.find(seal, LAST_RESORT) : undefined;
      if (hasNumber(found)) return found;
      if (claim && isSpent(error)) await results.refuse(seal, claim, error.errCode);
      else if (claim) await results.release(seal, claim);
      throw error;
    }
  }

  return once;
};

/** Nobody else has asked for a code before the call that claimed it. */
const isFirst = (claim) => Boolean(claim && claim.isOurs && !claim.isTakenOver);

const longer = (pause) => Math.min(2 * pause, LONGEST_PAUSE);

const hasNumber = (result) => Boolean(result && result.phone);

const isRefused = (result) => Boolean(result && result.refused);

const isOfUse = (result) => hasNumber(result) || isRefused(result);
