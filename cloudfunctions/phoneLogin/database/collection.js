/**
 * A collection that only functions use. It is made where it is missing. No client can write what is taken from it: what
 * a client writes carries an `_openid`, which a client can neither leave out nor choose.
 */

const NOT_THERE = -502005;

/** Records that are too old are removed while others are written, but not each time. In milliseconds. */
const BETWEEN_REMOVALS = 60 * 1000;

/**
 * @param {object} cloud an initialized wx-server-sdk
 * @param {string} name
 */
exports.createCollection = (cloud, name) => {
  let database;
  let removedAt = Number.NEGATIVE_INFINITY;

  // Not before it is needed: a function that never gets so far needs no database.
  function open() {
    database = database || cloud.database({ throwOnNotFound: false });
    return database;
  }

  /** Does something with the collection, and once more where it was missing. */
  async function use(operation) {
    const once = async () => operation(open().collection(name));
    try {
      return await once();
    } catch (error) {
      if (Object(error).errCode !== NOT_THERE) throw error;
      await open()
        .createCollection(name)
        .catch(() => {}); // somebody else was faster, or it may not be made: the second try tells
      return once();
    }
  }

  async function add(record) {
    try {
      await use((records) => records.add({ data: record }));
      return true;
    } catch (error) {
      if (exports.isDuplicate(error)) return false;
      throw error;
    }
  }

  async function change(id, condition, data) {
    const ours = { ...condition, _id: id, _openid: open().command.exists(false) };
    const { stats } = await use((records) => records.where(ours).update({ data }));
    return stats.updated > 0;
  }

  /** A client may have taken the place of a record. */
  async function replaceForged(id, record) {
    const { data } = await use((records) => records.doc(id).get());
    if (!data || !exports.isWrittenByClient(data)) return false;
    await use((records) => records.doc(id).set({ data: record }));
    return true;
  }

  return {
    get command() {
      return open().command;
    },

    get serverDate() {
      return open().serverDate;
    },

    use,

    /**
     * Makes a record, or changes the one that there is if it meets a condition: in steps of which each is one that no
     * other instance can come between.
     *
     * @param {string} id
     * @param {object} how
     * @param {object} how.fresh the record where there is none
     * @param {object} how.change
     * @param {object} [how.condition]
     * @param {boolean} [how.isLikelyThere] tries the change first
     * @returns {Promise<boolean>} false where there is a record that does not meet the condition
     */
    async put(id, { fresh, change: data, condition = {}, isLikelyThere = false }) {
      if (isLikelyThere && (await change(id, condition, data))) return true;
      if (await add({ _id: id, ...fresh })) return true;
      return (await change(id, condition, data)) || replaceForged(id, fresh);
    },

    /** @returns {Promise<object | undefined>} a record that a function has written */
    async read(id) {
      const { data } = await use((records) => records.doc(id).get());
      return data && !exports.isWrittenByClient(data) ? data : undefined;
    },

    /** Removes the records whose `until` has passed; does nothing within a minute after it did. */
    async removeExpired(now) {
      if (now - removedAt < BETWEEN_REMOVALS) return;
      removedAt = now;
      await use((records) => records.where({ until: open().command.lt(now) }).remove());
    },
  };
};

/** Whether a record was refused because there is one with its `_id`. The SDK has no code of its own for that. */
exports.isDuplicate = (error) => /\bE11000\b|duplicate key/i.test(String(Object(error).errMsg));

exports.isWrittenByClient = ({ _openid }) => _openid !== undefined;
