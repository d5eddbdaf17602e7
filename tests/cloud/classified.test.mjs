/** What the functions reply when they fail is what the module understands, the same from both. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Phone } from '../support/realm/phone.mjs';
import { exchanging, logIn, openCloud } from './cloud.mjs';

const cloud = await openCloud();
const phoneLogin = await new Phone().ready();

const REASONS = {
  code_invalid: 'code_invalid',
  invalid_appid: 'invalid_appid',
  rate_limited: 'rate_limited',
  daily_limit: 'daily_limit',
  high_risk_user: 'high_risk_user',
  busy: 'busy',
  credential: 'credential',
  api_unauthorized: 'api_unauthorized',
  openapi_permission: 'openapi_permission',
  no_phone_info: 'bad_reply',
  not_json: 'bad_reply',
  network: 'network',
};

for (const name of exchanging) {
  for (const [answer, reason] of Object.entries(REASONS)) {
    test(`${name}, ${answer}: ${reason}`, async () => {
      const { result } = await cloud.callFunction({ name, data: { code: cloud.issueCode() }, answer });
      const { kind, reason: understood } = phoneLogin.classifyReply({ result });
      assert.deepEqual([kind, understood], ['reject', reason]);
    });
  }
}

test('who is no user has failed to log in, for a reason of no popup', async () => {
  const { reply } = await logIn(cloud, { openid: 'o-nobody', data: { action: 'renew' } });
  assert.equal(phoneLogin.classifyReply({ result: reply }).kind, 'reject');
});
