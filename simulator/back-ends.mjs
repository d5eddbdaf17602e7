import { createCloud } from './cloud/index.mjs';
import { createPhoneCodes } from './cloud/phone-codes.mjs';
import { createOwnServer } from './own-server/index.mjs';

/** @typedef {Awaited<ReturnType<typeof start>>} Running */

/**
 * Starts all that a popup can verify by: the cloud, and the servers of one's own. They share the codes: one that is used
 * anywhere is used.
 *
 * @param {Omit<Parameters<typeof createCloud>[0], 'codes'>} options  of the cloud
 */
export async function createBackEnds(options) {
  let running = await start(options);
  let begun = Promise.resolve();

  async function begin() {
    const ended = running;
    running = await start(options);
    await ended.close();
  }

  return {
    /** The cloud that runs at the time of a call. */
    cloud: /** @type {Running['cloud']} */ (lasting(() => running.cloud)),
    /** Likewise. */
    ownServer: /** @type {Running['ownServer']} */ (lasting(() => running.ownServer)),
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

/** An object that goes on where others take each other's place. */
const lasting = (current) => new Proxy({}, { get: (_, name) => current()[name] });

async function start(options) {
  const codes = counted(createPhoneCodes(Date.now));
  const [cloud, ownServer] = await Promise.all([createCloud({ ...options, codes }), createOwnServer({ codes })]);
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
