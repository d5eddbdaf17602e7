const { createCollection } = require('./database/collection');
const { removeCountsBefore } = require('./observation/counts');
const { createPosted } = require('./posted');

/** What the other functions leave behind for minutes or a day. */
const TEMPORARY = ['phone_login_results', 'phone_login_limits'];

/**
 * Removes what is of no use any more: results and counters that have expired, and the counts of days long ago.
 *
 * @param {object} cloud an initialized wx-server-sdk
 * @param {{ now: number, firstDay: string }} times the day from which on counts are kept
 */
exports.clean = ({ cloud, now, firstDay }) =>
  Promise.all([
    ...TEMPORARY.map((name) => createCollection(cloud, name).removeExpired(now)),
    removeCountsBefore(cloud, firstDay),
    createPosted(cloud).removeBefore(firstDay),
  ]);
