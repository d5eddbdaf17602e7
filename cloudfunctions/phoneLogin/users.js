/**
 * The users, in a collection that no client reads: its records have no `_openid`, so that they belong to no client, and
 * its permission in the console is to be 所有用户不可读写 (docs/server.md).
 */
const { createHmac } = require('crypto');
const cloud = require('wx-server-sdk');

const { createCollection, isDuplicate, isWrittenByClient } = require('./database/collection');

const users = createCollection(cloud, 'phone_login_users');

/** The same user has the same id in one mini-program, and the id does not tell the openid. */
const idOf = ({ openid, appid }) => createHmac('sha256', appid).update(openid).digest('hex');

async function read(id) {
  const { data } = await users.use((records) => records.doc(id).get());
  return data && !isWrittenByClient(data) ? data : undefined;
}

/** Two logins at once make one user: the `_id` is given once. */
async function create(id, fields) {
  const record = { createdAt: users.serverDate(), ...fields };
  try {
    await users.use((records) => records.add({ data: { _id: id, ...record } }));
    return true;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  if (await read(id)) return false;
  // A client has written a record in the user's place.
  await users.use((records) => records.doc(id).set({ data: record }));
  return true;
}

async function update(id, fields) {
  if (Object.keys(fields).length === 0) return;
  await users.use((records) => records.doc(id).update({ data: fields }));
}

/**
 * @param {{ openid: string, appid: string }} caller
 * @param {object} [fields] what else is kept in the record
 * @returns {Promise<{ id: string, isNew: boolean }>} rejects where the database fails
 */
exports.findOrCreateUser = async (caller, fields = {}) => {
  const id = idOf(caller);
  if (!(await read(id)) && (await create(id, fields))) return { id, isNew: true };
  await update(id, fields);
  return { id, isNew: false };
};

/**
 * @param {{ openid: string, appid: string }} caller
 * @returns {Promise<{ id: string, record: object } | undefined>} rejects where the database fails
 */
exports.findUser = async (caller) => {
  const id = idOf(caller);
  const record = await read(id);
  return record && { id, record };
};

/** @returns {Promise<boolean>} whether there was a record; rejects where the database fails */
exports.deleteUser = async (caller) => {
  const { stats } = await users.use((records) => records.doc(idOf(caller)).remove());
  return stats.removed > 0;
};
