/** The database is missing, fails or does not answer: the number comes as it did without one. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { openInstances } from './instances.mjs';

const stage = await openInstances();
const { codes, requests, database, reached } = stage;

/** How much later a login may be than one of a function without a database, in milliseconds. */
const PATIENCE = 1500;

beforeEach(() => {
  requests.length = 0;
  reached.answer = (request) => database.answer(request);
});

const missing = (request) =>
  request.action === 'database.addCollection'
    ? { code: 'DATABASE_PERMISSION_DENIED', message: 'permission denied' }
    : { code: 'DATABASE_COLLECTION_NOT_EXIST', message: 'Db or Table not exist' };

const troubles = {
  'is missing and may not be made': missing,
  fails: () => ({ code: 'DATABASE_REQUEST_FAILED', message: 'database request failed' }),
  'says what nobody understands': () => ({ data: 'nonsense' }),
  'does not answer': () => new Promise(() => {}),
};

for (const [what, answer] of Object.entries(troubles)) {
  test(`where the database ${what}, the number comes, once more on the same instance, and the log says so`, async () => {
    reached.answer = answer;
    const exchange = stage.start();
    const code = codes.issue();
    const before = stage.logs().length;
    const begin = performance.now();
    const reply = await exchange({ code });
    assert.ok(performance.now() - begin < PATIENCE);
    assert.equal(reply.success, true);
    assert.deepEqual(await exchange({ code }), reply);
    assert.equal(requests.length, 1);
    const logs = stage.logs().slice(before);
    assert.ok(logs.length > 0);
    for (const line of logs) assert.match(line, /^decryptPhoneNumber: database: (errCode -\d+|no answer in time)$/);
    assert.ok(!logs.join().includes(code));
  });

  test(`where the database ${what}, a refused code is refused as before`, async () => {
    reached.answer = answer;
    const code = codes.issue();
    codes.redeem(code);
    assert.equal((await stage.start()({ code })).errCode, 40029);
  });
}

test('where the claim takes too long, a used code leads to what the call before made of it', async () => {
  const [one, other] = [stage.start(), stage.start()];
  const code = codes.issue();
  const reply = await one({ code });
  const hangs = (request) => request.action === 'database.insertDocument';
  reached.answer = (request) => (hangs(request) ? new Promise(() => {}) : database.answer(request));
  assert.deepEqual(await other({ code }), reply);
});

test('a database that answers again is used again', async () => {
  const [one, other] = [stage.start(), stage.start()];
  reached.answer = missing;
  await one({ code: codes.issue() });
  reached.answer = (request) => database.answer(request);
  const code = codes.issue();
  const reply = await one({ code });
  assert.deepEqual(await other({ code }), reply);
});
