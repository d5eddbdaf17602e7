/** Whatever a client sends to phoneLogin, it replies. */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { inspect } from 'node:util';

import { loadFunction } from './in-process.mjs';

const { main, requests, database } = await loadFunction({ name: 'phoneLogin' });
mock.method(console, 'error', () => {});

const throwing = {
  get action() {
    throw new Error('no action for you');
  },
};
const revoked = Proxy.revocable({}, {});
revoked.revoke();

const named = (value) => (value === revoked.proxy ? 'a revoked proxy' : inspect(value, { compact: true }));

for (const event of [undefined, null, 0, '', 'renew', Symbol('event'), [], {}, throwing, revoked.proxy]) {
  test(`the event ${named(event)} has no code`, async () => {
    assert.equal((await main(event)).errCode, 41008);
  });
}

for (const action of [Symbol('renew'), ['renew'], { toString: () => 'renew' }, 'RENEW', 'renew ', '__proto__', 10n]) {
  test(`the action ${named(action)} is none`, async () => {
    assert.equal((await main({ action })).errCode, -501007);
  });
}

test('a caller without an openid is no user, and no code is used up for one', async () => {
  process.env.WX_CONTEXT_KEYS = 'WX_APPID,WX_API_TOKEN';
  for (const event of [{ action: 'renew' }, { action: 'deleteMe' }, { code: 'a-code' }]) {
    assert.equal((await main(event)).reason, 'login_required');
  }
  const touched = Object.keys(database.contents()).filter((name) => name !== 'phone_login_counts');
  assert.deepEqual(touched, [], 'calls are counted, and nothing else is written');
});

test('none of that reached WeChat', () => assert.deepEqual(requests, []));
