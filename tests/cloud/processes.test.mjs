/** The shipped function in processes of its own, as the cloud starts and ends them, with one database between them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createDatabase } from '../../simulator/cloud/database.mjs';
import { createPhoneCodes } from '../../simulator/cloud/phone-codes.mjs';
import { openCloud, verify } from './cloud.mjs';

const codes = createPhoneCodes(Date.now);
const database = createDatabase();
/** Two clouds with the same codes and the same database: their functions never share a process. */
const [one, other] = await Promise.all([openCloud({ codes, database }), openCloud({ codes, database })]);

test('the reply is lost, and the second call brings the number, in the same process and in another one', async () => {
  const code = codes.issue();
  const lost = await verify(one, 'lost_reply', code);
  assert.equal(lost.isLost, true);
  const again = await verify(one, 'success', code);
  assert.equal(again.result.phoneNumber, '13800138000');
  assert.deepEqual((await verify(other, 'success', code)).result, again.result);
  assert.equal(one.requests.length, 1);
  assert.equal(other.requests.length, 0);
});

test('calls at once in several processes are one exchange', async () => {
  const asked = one.requests.length + other.requests.length;
  const code = codes.issue();
  const replies = await Promise.all([one, other, one, other].map((cloud) => verify(cloud, 'success', code)));
  assert.deepEqual(
    replies.map(({ result }) => result.success),
    [true, true, true, true],
  );
  assert.equal(one.requests.length + other.requests.length, asked + 1);
});

test('a process that dies while WeChat has the code loses the number, and nobody waits for it', async () => {
  const code = codes.issue();
  await assert.rejects(verify(one, 'function_timeout', code), { errCode: -504003 });
  const begin = performance.now();
  assert.equal((await verify(other, 'success', code)).result.errCode, 40029);
  assert.ok(performance.now() - begin < 2500);
});
