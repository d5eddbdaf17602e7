/**
 * What an owner sees of a function: one line of the log for each call, and the counts of the day. This folder stands in
 * each function: edit it in `phoneLogin`, `npm run functions` copies it.
 */
const { lineOf, newCall } = require('./call');
const { createCounts } = require('./counts');
const { writeLine } = require('./log');

/**
 * @param {object} options
 * @param {object} options.cloud an initialized wx-server-sdk
 * @param {{ name: string, version: string }} options.manifest the package.json of the function
 * @param {ReturnType<import('../database/access').createAccess>} options.database
 * @param {{ now: Function }} options.time
 * @param {(event: any, call: import('./call').Call) => Promise<object>} handle must not reject
 * @returns {(event: any) => Promise<object>} what `handle` replies
 */
exports.observe = ({ cloud, manifest, database, time }, handle) => {
  const count = createCounts({ cloud, name: manifest.name, database, time });
  let isCold = true;

  return async (event) => {
    const begin = time.now();
    const coldStart = isCold;
    isCold = false;
    const call = newCall();
    const reply = await handle(event, call);
    const line = lineOf({ manifest, call, reply, coldStart, durationMs: time.now() - begin });
    writeLine(cloud, line);
    await count(line);
    return reply;
  };
};
