import assert from 'node:assert/strict';
import { test } from 'node:test';

import { serverAnswers } from '../../simulator/cloud/index.mjs';
import { exchanging, openCloud } from './cloud.mjs';

const NUMBER = '13800138000';
const OPENID = 'o-simulated-user';
const RID = '6705edf9-02858692-146b48b3';

const cloud = await openCloud();

/** Everything that leaves the function when it fails: its result and its logs. */
async function traceOf(answer, code = cloud.issueCode(), name = 'decryptPhoneNumber') {
  const { result, logs, lines } = await cloud.callFunction({ name, data: { code }, answer });
  assert.equal(result.success, false);
  const fields = Object.keys(result).filter((field) => field !== 'reason');
  assert.deepEqual(fields, ['success', 'errCode', 'error', 'idempotent', 'version']);
  assert.equal(lines.length, 1);
  return { text: JSON.stringify([result, logs, lines]), code, line: lines[0] };
}

function assertClean({ text, code }) {
  for (const secret of [code, NUMBER, OPENID]) assert.ok(!text.includes(secret), `${secret} in ${text}`);
}

const failures = Object.keys(serverAnswers).filter((id) => !serverAnswers[id].phoneInfo && !serverAnswers[id].client);

for (const name of exchanging) {
  for (const id of failures.filter((id) => !serverAnswers[id].late)) {
    test(`${name}, ${id}: it gives away neither code, number nor openid`, async () => {
      assertClean(await traceOf(id, cloud.issueCode(), name));
    });
  }
}

test('an error message that repeats the code, the openid and the number is not passed on', async () => {
  const code = cloud.issueCode();
  const errmsg = `invalid code hint: [${code}] ${OPENID} ${NUMBER} rid: ${RID}`;
  const trace = await traceOf({ errcode: 40029, errmsg }, code);
  assertClean(trace);
  assert.deepEqual([trace.line.errCode, trace.line.rid], ['40029', RID]);
});

test('an unreadable body that holds the number is not passed on', async () => {
  const body = `<phone>${NUMBER}</phone><openid>${OPENID}</openid>`;
  assertClean(await traceOf({ body, contentType: 'application/json' }));
});

test('a number of another app is not passed on', async () => {
  assertClean(await traceOf({ phoneInfo: { watermark: { appid: 'wx1111111111111111' } } }));
});

test('the body of a text reply is not passed on', async () => {
  assertClean(await traceOf({ body: `${NUMBER} ${OPENID}`, contentType: 'text/plain' }));
});

const numbers = `${NUMBER}-${NUMBER}-${NUMBER}`;
const noRids = [NUMBER, numbers, `${RID} ${OPENID}`, RID.toUpperCase(), RID.slice(1)];

for (const rid of noRids) {
  test(`"rid: ${rid}" is not logged as a request id`, async () => {
    const { line } = await traceOf({ errcode: 45011, errmsg: `slower rid: ${rid}` });
    assert.deepEqual([line.errCode, line.rid], ['45011', undefined]);
  });
}

test('a refused code is not logged', async () => {
  assertClean(await traceOf('success', 'x'.repeat(600)));
});
