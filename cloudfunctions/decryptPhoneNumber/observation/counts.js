const { createCollection } = require('../database/collection');
const { bucketOf } = require('./buckets');
const { dayOf } = require('./clock');

const COLLECTION = 'phone_login_counts';

/** A batch is written after so many calls, or by the first call after so long. */
const MOST_CALLS = 50;
const LONGEST_WAIT = 10 * 1000;

/**
 * What is counted of a day and a function.
 *
 * @typedef {object} Counts
 * @property {string} day in Beijing, such as 2026-11-26
 * @property {string} function
 * @property {number} calls
 * @property {number} coldStarts
 * @property {number} paid numbers that WeChat gave
 * @property {Record<string, Record<string, number>>} outcomes who answered → success, or the reason or code of a failure
 * @property {Record<string, number>} durations bucket → calls in which WeChat was asked
 */

/**
 * Counts the calls of an instance, and adds them to those of the others in the database, many at once. What an instance
 * has counted since its last batch is lost with it.
 *
 * @param {object} options
 * @param {object} options.cloud an initialized wx-server-sdk
 * @param {string} options.name of the function
 * @param {ReturnType<import('../database/access').createAccess>} options.database
 * @param {{ now: Function }} options.time
 */
exports.createCounts = ({ cloud, name, database, time }) => {
  const collection = createCollection(cloud, COLLECTION);
  let batch = new Map();
  let calls = 0;
  let writtenAt = Number.NEGATIVE_INFINITY;

  function count(line) {
    const day = dayOf(time.now());
    const counts = batch.get(day) || {};
    add(counts, fieldsOf(line));
    batch.set(day, counts);
    calls += 1;
  }

  const isDue = () => calls >= MOST_CALLS || time.now() - writtenAt >= LONGEST_WAIT;

  async function write() {
    const written = batch;
    batch = new Map();
    calls = 0;
    writtenAt = time.now();
    await Promise.all([...written].map(([day, counts]) => database.access(() => writeDay(day, counts))));
  }

  function writeDay(day, counts) {
    const fresh = { day, function: name, ...counts };
    const change = mapNumbers(counts, (number) => collection.command.inc(number));
    return collection.put(`${day}-${name}`, { fresh, change, isLikelyThere: true });
  }

  /** @param {import('./call').Line} line */
  return async (line) => {
    count(line);
    if (isDue() && database.isHealthy()) await write();
  };
};

/** @returns {Promise<Counts[]>} those of a day, one for each function */
exports.readCounts = async (cloud, day) => {
  const collection = createCollection(cloud, COLLECTION);
  const ofFunctions = { day, _openid: collection.command.exists(false) };
  const { data } = await collection.use((records) => records.where(ofFunctions).get());
  return data;
};

/** Removes the counts of the days before one. */
exports.removeCountsBefore = (cloud, day) => {
  const collection = createCollection(cloud, COLLECTION);
  return collection.use((records) => records.where({ day: collection.command.lt(day) }).remove());
};

function fieldsOf({ by, outcome, reason, errCode, durationMs, coldStart, paid }) {
  const result = outcome === 'success' ? outcome : reason || `errCode ${errCode === undefined ? 'none' : errCode}`;
  return {
    calls: 1,
    coldStarts: coldStart ? 1 : 0,
    paid: paid ? 1 : 0,
    outcomes: { [by]: { [result]: 1 } },
    ...(by === 'wechat' && { durations: { [bucketOf(durationMs)]: 1 } }),
  };
}

/** Adds numbers to numbers of the same name, however deep. */
function add(sums, numbers) {
  for (const [name, value] of Object.entries(numbers)) {
    if (typeof value === 'number') sums[name] = (sums[name] || 0) + value;
    else add((sums[name] = sums[name] || {}), value);
  }
}

function mapNumbers(value, change) {
  if (typeof value === 'number') return change(value);
  const mapped = {};
  for (const [name, inner] of Object.entries(value)) mapped[name] = mapNumbers(inner, change);
  return mapped;
}
