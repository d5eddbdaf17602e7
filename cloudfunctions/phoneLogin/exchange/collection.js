/**
 * A collection that only functions use. It is made where it is missing. No client can write what is taken from it: what
 * a client writes carries an `_openid`, which a client can neither leave out nor choose.
 */

const NOT_THERE = -502005;

/**
 * @param {object} cloud an initialized wx-server-sdk
 * @param {string} name
 */
exports.createCollection = (cloud, name) => {
  let database;

  // Not before it is needed: a function that never gets so far needs no database.
  function open() {
    database = database || cloud.database({ throwOnNotFound: false });
    return database;
  }

  return {
    get command() {
      return open().command;
    },

    get serverDate() {
      return open().serverDate;
    },

    /** Does something with the collection, and once more where it was missing. */
    async use(operation) {
      const use = async () => operation(open().collection(name));
      try {
        return await use();
      } catch (error) {
        if (Object(error).errCode !== NOT_THERE) throw error;
        await open()
          .createCollection(name)
          .catch(() => {}); // somebody else was faster, or it may not be made: the second try tells
        return use();
      }
    },
  };
};

/** Whether a record was refused because there is one with its `_id`. The SDK has no code of its own for that. */
exports.isDuplicate = (error) => /\bE11000\b|duplicate key/i.test(String(Object(error).errMsg));

exports.isWrittenByClient = ({ _openid }) => _openid !== undefined;
