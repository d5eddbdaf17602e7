/** The stand-in for the cloud's database, asked by the real SDK. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { loadFunction } from './in-process.mjs';

const { cloud, database } = await loadFunction();
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const db = cloud.database();
const notes = db.collection('notes');

test('a collection is missing until it is made, and is made once', async () => {
  await assert.rejects(notes.add({ data: { _id: 'a' } }), { errCode: -502005 });
  await db.createCollection('notes');
  await assert.rejects(db.createCollection('notes'), /Table exist/);
  await notes.add({ data: { _id: 'a', at: db.serverDate() } });
  assert.ok((await notes.doc('a').get()).data.at instanceof Date);
});

test('an _id is given once, and the refusal says so in its text', async () => {
  await assert.rejects(notes.add({ data: { _id: 'a' } }), { errCode: -502001, errMsg: /E11000 duplicate key error/ });
});

test('an _id that is left out is made', async () => {
  const { _id } = await notes.add({ data: { n: 1 } });
  assert.equal((await notes.doc(_id).get()).data.n, 1);
});

test('a document that is not there is an error, or null where the owner says so', async () => {
  await assert.rejects(notes.doc('nowhere').get(), /does not exist/);
  const quiet = cloud.database({ throwOnNotFound: false });
  assert.equal((await quiet.collection('notes').doc('nowhere').get()).data, null);
});

test('set replaces or makes, update changes what is there', async () => {
  assert.deepEqual((await notes.doc('b').set({ data: { n: 1, m: 1 } })).stats, { updated: 0, created: 1 });
  assert.deepEqual((await notes.doc('b').set({ data: { n: 2 } })).stats, { updated: 1, created: 0 });
  assert.deepEqual((await notes.doc('b').get()).data, { _id: 'b', n: 2 });
  assert.equal((await notes.doc('b').update({ data: { n: db.command.inc(5), o: { p: 1 } } })).stats.updated, 1);
  assert.deepEqual((await notes.doc('b').get()).data, { _id: 'b', n: 7, o: { p: 1 } });
  assert.equal((await notes.doc('nowhere').update({ data: { n: 1 } })).stats.updated, 0);
});

test('a query finds, counts, sorts, changes and removes what it means', async () => {
  const { command } = db;
  await db.createCollection('numbers');
  const numbers = db.collection('numbers');
  for (const n of [3, 1, 2]) await numbers.add({ data: { n, until: 1e12 + n } });
  const large = numbers.where({ until: command.gt(1e12 + 1) });
  assert.equal((await large.count()).total, 2);
  assert.deepEqual(
    (await large.orderBy('n', 'asc').get()).data.map(({ n }) => n),
    [2, 3],
  );
  assert.equal((await large.update({ data: { large: true } })).stats.updated, 2);
  assert.equal((await numbers.where({ large: true }).remove()).stats.removed, 2);
  assert.deepEqual(
    database.contents().numbers.map(({ n }) => n),
    [1],
  );
});

test('what it does not know is refused by name', async () => {
  await assert.rejects(db.startTransaction(), /startTransaction/);
});

test('what a client writes carries its openid', () => {
  database.writeAsClient('notes', { _id: 'c' }, 'o-client');
  assert.deepEqual(database.contents().notes.at(-1), { _id: 'c', _openid: 'o-client' });
});
