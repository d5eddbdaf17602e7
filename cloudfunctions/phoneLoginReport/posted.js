const { createCollection } = require('./database/collection');

const COLLECTION = 'phone_login_reports';

/**
 * What was posted of a day, so that nothing is said twice.
 *
 * @param {object} cloud an initialized wx-server-sdk
 */
exports.createPosted = (cloud) => {
  const collection = createCollection(cloud, COLLECTION);
  return {
    /** @returns {Promise<{ alarms: string[], isComplete: boolean }>} the names of the alarms; whether the whole day was */
    async read(day) {
      const { alarms = [], isComplete = false } = (await collection.read(day)) || {};
      return { alarms, isComplete };
    },

    /** @param {string} day @param {{ alarms: string[], isComplete: boolean }} posted */
    write: (day, posted) => collection.use((records) => records.doc(day).set({ data: { day, ...posted } })),

    removeBefore: (day) => collection.use((records) => records.where({ day: collection.command.lt(day) }).remove()),
  };
};
