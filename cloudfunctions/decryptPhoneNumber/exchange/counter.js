const { createTally } = require('./tally');

/**
 * Counters with an upper limit, which all instances share by the database. Where the database is away, each instance has
 * its own.
 *
 * @typedef {{ id: string, most: number, until: number }} Counter `until`: when the record is of no use any more
 */

/**
 * @param {object} options
 * @param {ReturnType<import('../database/access').createAccess>} options.database
 * @param {ReturnType<import('../database/collection').createCollection>} options.collection
 */
exports.createCounters = ({ database, collection }) => {
  const tally = createTally();

  async function takeFromDatabase({ id, most, until }) {
    if (!database.isHealthy()) return true;
    const { command } = collection;
    const step = {
      fresh: { count: 1, until },
      change: { count: command.inc(1) },
      condition: { count: command.lt(most) },
    };
    const taken = await database.access(() => collection.put(id, step));
    return taken !== false; // without an answer the count of this instance has to do
  }

  const isFull = ({ id, most }) => tally.get(id) >= most;

  function takeHere(counter) {
    if (isFull(counter)) return false;
    tally.add(counter.id);
    return true;
  }

  return {
    /** Whether this instance knows that there is nothing left to take. */
    isFull,

    /** @returns {Promise<boolean>} whether there was one left to take */
    async take(counter) {
      if (!takeHere(counter)) return false;
      const taken = await takeFromDatabase(counter);
      if (!taken) tally.set(counter.id, counter.most);
      return taken;
    },

    /** Takes from the count of this instance alone. */
    takeHere,

    async giveBack({ id }) {
      tally.add(id, -1);
      if (!database.isHealthy()) return;
      const { command } = collection;
      const taken = { _id: id, count: command.gt(0), _openid: command.exists(false) };
      await database.access(() =>
        collection.use((records) => records.where(taken).update({ data: { count: command.inc(-1) } })),
      );
    },
  };
};
