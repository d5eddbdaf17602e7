/** Users are made once, however many logins come at once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { loadFunction } from './in-process.mjs';

const { database, require: load } = await loadFunction({ name: 'phoneLogin' });
const { deleteUser, findOrCreateUser, findUser } = load('./users');

const caller = (openid) => ({ openid, appid: 'wx0000000000000000' });

test('first logins at once, before there is a collection, make one user', async () => {
  const users = await Promise.all(Array.from({ length: 20 }, () => findOrCreateUser(caller('o-one'))));
  assert.equal(users.filter(({ isNew }) => isNew).length, 1);
  assert.equal(new Set(users.map(({ id }) => id)).size, 1);
  assert.equal(database.contents().phone_login_users.length, 1);
});

test('a user is another one in another mini-program', async () => {
  const [here, there] = [caller('o-two'), { openid: 'o-two', appid: 'wx1111111111111111' }];
  await findOrCreateUser(here);
  assert.equal(await findUser(there), undefined);
});

test('what is kept of a user is found again, until the user is deleted', async () => {
  const { id } = await findOrCreateUser(caller('o-three'), { level: 1 });
  assert.equal((await findUser(caller('o-three'))).record.level, 1);
  await findOrCreateUser(caller('o-three'), { level: 2 });
  assert.deepEqual(Object.keys((await findUser(caller('o-three'))).record).sort(), ['_id', 'createdAt', 'level']);
  assert.equal((await findUser(caller('o-three'))).record.level, 2);
  assert.equal((await findUser(caller('o-three'))).id, id);
  assert.equal(await deleteUser(caller('o-three')), true);
  assert.equal(await findUser(caller('o-three')), undefined);
});
