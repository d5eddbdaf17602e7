const { randomBytes } = require('crypto');

const { createCollection, isDuplicate } = require('../database/collection');

/** A code works for five minutes, and its result is of use no longer. In milliseconds, as all times here. */
const LIFETIME = 5 * 60 * 1000;

/** How many results an instance remembers by itself. */
const MOST_REMEMBERED = 500;

const COLLECTION = 'phone_login_results';

/**
 * What came of a code: nothing as long as another call exchanges it, then the number, then the reply to the client.
 *
 * `refused` is the errCode with which WeChat refused the code.
 *
 * @typedef {{ phone?: import('./wechat').Phone, reply?: object, refused?: number }} Result
 */

/**
 * The word of a call that it exchanges a code. `token` tells it from others; `at` says when that call was last heard of,
 * by the clock of its instance; `result` is there where the claim is that of another call.
 *
 * @typedef {{ token: string, at: number, isOurs: boolean, isTakenOver?: boolean, result?: Result }} Claim
 */

/**
 * The results of the last five minutes, sealed, on this instance and in the database. Nothing here rejects: without a
 * database there are no claims, and an instance knows the results of its own.
 */
exports.createResults = ({ cloud, database: { access }, time }) => {
  const collection = createCollection(cloud, COLLECTION);
  const remembered = new Map();

  const lifetime = () => ({ until: time.now() + LIFETIME });

  const newClaim = () => ({ token: randomBytes(16).toString('hex'), at: time.now() });

  async function read({ id }) {
    const entry = await collection.read(id);
    return entry && entry.until > time.now() ? entry : undefined;
  }

  /** An entry without a result is the claim of a call that is under way. */
  function resultIn(seal, { sealed }) {
    return sealed === undefined ? {} : seal.open(sealed);
  }

  async function claimOfAnother(seal) {
    const entry = await read(seal);
    const result = entry && resultIn(seal, entry);
    if (!result) return undefined;
    const { token = '', at = time.now() } = entry;
    return { token, at, isOurs: false, result };
  }

  function remember(id, entry) {
    remembered.delete(id);
    remembered.set(id, entry);
    if (remembered.size > MOST_REMEMBERED) remembered.delete(remembered.keys().next().value);
  }

  return {
    /** @returns {Result | undefined} what this instance knows */
    recall(seal) {
      const entry = remembered.get(seal.id);
      return entry && entry.until > time.now() ? resultIn(seal, entry) : undefined;
    },

    /** @returns {Promise<Result | undefined>} what the database knows; nothing where there is no entry any more */
    find: (seal, longest) =>
      access(async () => {
        const entry = await read(seal);
        return entry && resultIn(seal, entry);
      }, longest),

    /** @returns {Promise<Claim | undefined>} ours, or that of the call that came first; nothing without a database */
    claim: (seal) =>
      access(async () => {
        const claim = newClaim();
        try {
          await collection.use((entries) => entries.add({ data: { _id: seal.id, ...claim, ...lifetime() } }));
          return { ...claim, isOurs: true };
        } catch (error) {
          if (isDuplicate(error)) return claimOfAnother(seal);
          throw error;
        }
      }),

    /** Claims a code whose claim has brought nothing, unless somebody else was faster. */
    takeOver: (seal, { token }) =>
      access(async () => {
        const claim = newClaim();
        const data = { ...claim, ...lifetime() };
        const { stats } = await collection.use((entries) => entries.where({ _id: seal.id, token }).update({ data }));
        return { ...claim, isOurs: stats.updated > 0, isTakenOver: true };
      }),

    /** Gives up a claim, so that the next call asks at once. */
    release: (seal, { token, isOurs }) =>
      isOurs && access(() => collection.use((entries) => entries.where({ _id: seal.id, token }).remove())),

    /**
     * Takes the place of a claim whose code WeChat has refused, unless a number has come meanwhile. This instance goes by
     * it only where nobody else has asked: else there may be a number yet.
     */
    async refuse(seal, { token, isOurs, isTakenOver }, refused) {
      if (!isOurs) return;
      const data = { sealed: seal.close({ refused }), at: time.now(), ...lifetime() };
      if (!isTakenOver) remember(seal.id, data);
      await access(() => collection.use((entries) => entries.where({ _id: seal.id, token }).update({ data })));
    },

    /** Takes the place of the claim. */
    async keep(seal, result) {
      const data = { sealed: seal.close(result), at: time.now(), ...lifetime() };
      remember(seal.id, data);
      const write = () => collection.use((entries) => entries.doc(seal.id).set({ data }));
      await access(() => Promise.all([write(), collection.removeExpired(time.now())]));
    },
  };
};
