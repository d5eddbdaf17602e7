import { createCloud } from './cloud/index.mjs';
import { createPhoneCodes } from './cloud/phone-codes.mjs';
import { createOwnServer } from './own-server/index.mjs';

/** What an owner sets for the functions in the console. The secret is none: whoever has this file has it. */
const VARIABLES = { SESSION_SECRET: 'the-simulator-has-no-secret-of-its-own' };

/**
 * Starts all that a popup can verify by: the cloud, and the servers of one's own. They share the codes: one that is used
 * anywhere is used.
 *
 * @param {string} functionsRoot  the folder that holds one folder per cloud function
 */
export async function createBackEnds(functionsRoot) {
  let running = await start(functionsRoot);
  let begun = Promise.resolve();

  async function begin() {
    const ended = running;
    running = await start(functionsRoot);
    await ended.close();
  }

  return {
    /** @returns {Awaited<ReturnType<typeof createCloud>>} */
    get cloud() {
      return running.cloud;
    },
    /** @returns {Awaited<ReturnType<typeof createOwnServer>>} */
    get ownServer() {
      return running.ownServer;
    },
    /** How many codes WeChat has exchanged. */
    get exchanged() {
      return running.codes.exchanged;
    },
    /** Starts all of them anew: no user, no record, no result is left. */
    reset() {
      begun = begun.then(begin);
      return begun;
    },
    async close() {
      await begun;
      await running.close();
    },
  };
}

async function start(functionsRoot) {
  const codes = counted(createPhoneCodes(Date.now));
  const [cloud, ownServer] = await Promise.all([
    createCloud({ functionsRoot, variables: VARIABLES, codes }),
    createOwnServer({ codes }),
  ]);
  return {
    cloud,
    ownServer,
    codes,
    async close() {
      ownServer.close();
      await cloud.close();
    },
  };
}

/** The same codes, and how many of them were exchanged. */
function counted(codes) {
  let exchanged = 0;
  return {
    ...codes,
    get exchanged() {
      return exchanged;
    },
    redeem(code, openid) {
      const isGood = codes.redeem(code, openid);
      if (isGood) exchanged += 1;
      return isGood;
    },
  };
}
