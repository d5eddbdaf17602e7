/** The functions use nothing that the oldest Node of the cloud lacks. docs/platform.md says in which they were run. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { logIn, openCloud, verify } from './cloud.mjs';
import { deploy } from './deployed.mjs';

const preload = fileURLToPath(new URL('./old-node.cjs', import.meta.url));
const variables = {
  NODE_OPTIONS: `--require ${JSON.stringify(preload)}`,
  SESSION_SECRET: 'a secret that only this test knows, not a real one',
};

const cloud = await openCloud({ variables });

test('the functions do what they do', async () => {
  const { result } = await verify(cloud);
  assert.equal(result.success, true);
  const { reply } = await logIn(cloud);
  assert.equal(typeof reply.token, 'string');
  assert.equal((await logIn(cloud, { data: { action: 'renew' } })).reply.success, true);
  assert.equal((await logIn(cloud, { data: { action: 'deleteMe' } })).reply.deleted, true);
  assert.equal((await cloud.fireTimer({ name: 'phoneLoginReport' })).result.success, true);
});

for (const later of ['Object.hasOwn({}, "x")', '[].at(0)', 'require("node:crypto")', 'require("crypto").hkdfSync()']) {
  test(`${later} would be noticed`, async () => {
    const functionsRoot = await deploy({ 'login.js': `exports.login = async () => ({ success: true, x: ${later} });` });
    const { reply } = await logIn(await openCloud({ functionsRoot, variables }));
    assert.equal(reply.success, false);
  });
}
