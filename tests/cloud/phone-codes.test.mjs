import assert from 'node:assert/strict';
import { test } from 'node:test';

import { openCloud, verify } from './cloud.mjs';

const FIVE_MINUTES = 5 * 60 * 1000;

let clock = 0;
const cloud = await openCloud({ now: () => clock });

const OTHER = 'o-another-user';

const exchange = async (code, answer) => (await verify(cloud, answer, code)).result;

test('a code that was not issued here works, too', async () => {
  const code = 'e31968a7f94cc5ee25fafc2aef2773f0bb8c3937b22520eb8ee345274d00c144';
  assert.equal((await exchange(code)).success, true);
});

test('a code is of use to the user it was issued to, and stays so when another one tries it', async () => {
  const code = cloud.issueCode();
  const { result } = await cloud.callFunction({ name: 'decryptPhoneNumber', data: { code }, openid: OTHER });
  assert.equal(result.errCode, 40029);
  assert.equal((await exchange(code)).success, true);
});

test('the code of wx.login is not a code for a number', async () => {
  assert.equal((await exchange('0a3Xyz000AbCdE1fGh200IjKlM3Xyz0N')).errCode, 40029);
});

test('a code works until it is five minutes old', async () => {
  const [inTime, tooLate] = [cloud.issueCode(), cloud.issueCode()];
  clock += FIVE_MINUTES - 1;
  assert.equal((await exchange(inTime)).success, true);
  clock += 1;
  assert.equal((await exchange(tooLate)).errCode, 40029);
});

for (const answer of ['rate_limited', 'busy', 'openapi_permission', 'network']) {
  test(`${answer} leaves the code unused`, async () => {
    const code = cloud.issueCode();
    assert.equal((await exchange(code, answer)).success, false);
    assert.equal((await exchange(code)).success, true);
  });
}

for (const answer of ['no_phone_info', 'not_json']) {
  test(`${answer} uses the code up`, async () => {
    const code = cloud.issueCode();
    assert.equal((await exchange(code, answer)).success, false);
    assert.equal((await exchange(code)).errCode, 40029);
  });
}

test('a time-out after WeChat has seen the code uses it up', async () => {
  const code = cloud.issueCode();
  await assert.rejects(exchange(code, 'function_timeout'), { errCode: -504003 });
  assert.equal((await exchange(code)).errCode, 40029);
});
