/**
 * A stand-in for the cloud's database: answers the requests of `cloud.database()` of wx-server-sdk, in memory. What a
 * query or an update means is decided by mingo, MongoDB's query language in JavaScript. Transactions, aggregation and
 * watching are refused by name.
 */
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';

import { find, update } from 'mingo';

/** The SDK's own bson, wherever it was installed: what travels is Extended JSON. */
const { EJSON } = ['wx-server-sdk', '@cloudbase/node-sdk', '@cloudbase/database'].reduce(
  (require, name) => createRequire(require.resolve(name)),
  createRequire(import.meta.url),
)('bson');

/** The most documents that a query without a limit brings. */
const DEFAULT_LIMIT = 100;

/** What the cloud says, by the SDK's names: -502005, -1 and -502001 in the errors that it throws. */
const COLLECTION_MISSING = {
  code: 'DATABASE_COLLECTION_NOT_EXIST',
  message: '[ResourceNotFound] Db or Table not exist',
};
const COLLECTION_EXISTS = { code: 'SYS_ERR', message: '[ResourceUnavailable.ResourceExist] Table exist' };
const requestFailed = (message) => ({ code: 'DATABASE_REQUEST_FAILED', message });

/**
 * @typedef {{ action: string, collectionName: string, query?: string, data?: string | string[], multi?: boolean,
 *   merge?: boolean, upsert?: boolean, order?: string, projection?: string, offset?: number, limit?: number }} Request
 * what the SDK sends
 */

/**
 * @param {object} [options]
 * @param {() => number} [options.now] the clock of `serverDate()`, in milliseconds
 */
export function createDatabase({ now = Date.now } = {}) {
  /** @type {Map<string, Map<string, object>>} */
  const collections = new Map();

  const read = (text) => EJSON.deserialize(JSON.parse(text, (_, value) => withoutServerDate(value, now())));

  /** @type {(collection: Map<string, object>, request: Partial<Request>) => any[]} */
  function matching(collection, { query = '{}', order, offset = 0, limit = DEFAULT_LIMIT, projection }) {
    const cursor = find([...collection.values()], read(query || '{}'), projection ? read(projection) : undefined);
    return (order ? cursor.sort(read(order)) : cursor).skip(offset).limit(limit).all();
  }

  /** The documents that a change is for: one, or all. */
  const changed = (collection, { query, multi }) => matching(collection, { query, limit: multi ? Infinity : 1 });

  const actions = {
    'database.insertDocument'(collection, { data }) {
      const documents = [data].flat().map((text) => ({ _id: randomUUID().replaceAll('-', ''), ...read(text) }));
      const taken = documents.find(({ _id }) => collection.has(_id));
      if (taken) return duplicate(taken._id);
      for (const document of documents) collection.set(document._id, document);
      return { data: { insertedIds: documents.map(({ _id }) => _id), insertedNum: documents.length } };
    },

    'database.getDocument'(collection, request) {
      const list = matching(collection, request).map((document) => EJSON.stringify(document, { relaxed: false }));
      return { data: { list, limit: request.limit ?? DEFAULT_LIMIT, offset: request.offset ?? 0, total: list.length } };
    },

    'database.calculateDocument': (collection, { query }) => ({
      data: { total: matching(collection, { query, limit: Infinity }).length },
    }),

    'database.modifyDocument'(collection, request) {
      const found = changed(collection, request);
      const change = read(request.data);
      for (const { _id } of found) {
        const document = collection.get(_id);
        if (request.merge) update(document, change);
        else collection.set(_id, { ...change, _id });
      }
      if (found.length || !request.upsert) return { data: { updated: found.length, upsert_id: null } };
      const { _id } = read(request.query);
      collection.set(_id, { ...change, _id });
      return { data: { updated: 0, upsert_id: _id } };
    },

    'database.removeDocument'(collection, request) {
      const found = changed(collection, request);
      for (const { _id } of found) collection.delete(_id);
      return { data: { deleted: found.length } };
    },
  };

  function duplicate(id) {
    const index = `collection: tnt-simulated.documents index: _id_ dup key: { _id: ${JSON.stringify(id)} }`;
    return requestFailed(`[FailedOperation.Insert] bulk write error: [{E11000 duplicate key error ${index}}]`);
  }

  function addCollection({ collectionName }) {
    if (collections.has(collectionName)) return COLLECTION_EXISTS;
    collections.set(collectionName, new Map());
    return {};
  }

  function perform(request) {
    if (request.action === 'database.addCollection') return addCollection(request);
    const act = Object.hasOwn(actions, request.action) ? actions[request.action] : undefined;
    if (!act) return requestFailed(`the simulator does not answer ${request.action}`);
    const collection = collections.get(request.collectionName);
    return collection ? act(collection, request) : COLLECTION_MISSING;
  }

  return {
    /**
     * @param {Request} request
     * @returns {object} what the SDK gets: `data`, or `code` and `message`
     */
    answer(request) {
      try {
        return { requestId: randomUUID(), ...perform(request) };
      } catch (error) {
        return { requestId: randomUUID(), ...requestFailed(Object(error).message) };
      }
    },

    /** As a mini-program writes it, where the permission of the collection lets it: with the openid of its user. */
    writeAsClient(collectionName, document, openid) {
      addCollection({ collectionName });
      collections.get(collectionName)?.set(document._id, { ...document, _openid: openid });
    },

    /** @returns {Record<string, object[]>} the documents by the name of their collection */
    contents: () => Object.fromEntries([...collections].map(([name, documents]) => [name, [...documents.values()]])),
  };
}

/** `serverDate()` travels as an offset from the time of the server. */
function withoutServerDate(value, now) {
  const { $tcb_server_date: date } = Object(value);
  return date ? { $date: new Date(now + EJSON.deserialize(date).offset).toISOString() } : value;
}
