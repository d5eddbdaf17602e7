/** phoneLogin as it is shipped: the number stays on the server, the client gets a user. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';

import { createDatabase } from '../../simulator/cloud/database.mjs';
import { createPhoneCodes } from '../../simulator/cloud/phone-codes.mjs';
import { logIn, openCloud, STAMP } from './cloud.mjs';

const NUMBER = '13800138000';
const APPID = 'wx0000000000000000';
const USERS = 'phone_login_users';

const codes = createPhoneCodes(Date.now);
const database = createDatabase();
const cloud = await openCloud({ codes, database });
const other = await openCloud({ codes, database });

let users = 0;
const newOpenid = () => `o-user-${++users}`;
const idOf = (openid) => createHmac('sha256', APPID).update(openid).digest('hex');
const records = () => database.contents()[USERS] ?? [];
const recordOf = (openid) => records().find(({ _id }) => _id === idOf(openid));

test('a login without a number: a masked one, and a user that is found again', async () => {
  const openid = newOpenid();
  const { reply, logs } = await logIn(cloud, { openid });
  const user = { id: idOf(openid), isNew: true };
  assert.deepEqual(reply, { success: true, maskedNumber: '138****8000', countryCode: '86', user, ...STAMP });
  assert.deepEqual(logs, []);
  const { reply: again } = await logIn(cloud, { openid });
  assert.deepEqual(again.user, { ...user, isNew: false });
});

test('neither the number nor the openid is in the database, in the reply or in a log', async () => {
  const openid = newOpenid();
  const texts = JSON.stringify([await logIn(cloud, { openid }), database.contents()]);
  for (const secret of [NUMBER, openid]) assert.ok(!texts.includes(secret), secret);
  assert.deepEqual(Object.keys(recordOf(openid)).sort(), ['_id', 'createdAt']);
  assert.ok(recordOf(openid).createdAt instanceof Date);
});

test('two users with one number are two users: a number that is given away opens nobody’s account', async () => {
  const [one, two] = [newOpenid(), newOpenid()];
  const replies = [await logIn(cloud, { openid: one }), await logIn(cloud, { openid: two })];
  assert.deepEqual(
    replies.map(({ reply }) => reply.user.isNew),
    [true, true],
  );
  assert.notEqual(replies[0].reply.user.id, replies[1].reply.user.id);
});

test('two first logins at once make one user, in one process and in two', async () => {
  const openid = newOpenid();
  const replies = await Promise.all([cloud, other, cloud, other].map((each) => logIn(each, { openid })));
  assert.deepEqual(replies.map(({ reply }) => reply.user.isNew).sort(), [false, false, false, true]);
  assert.equal(records().filter(({ _id }) => _id === idOf(openid)).length, 1);
});

test('the reply is lost, and the second call brings the same one, isNew included, from another process', async () => {
  const openid = newOpenid();
  const code = codes.issue(openid);
  const { reply: lost } = await logIn(cloud, { openid, data: { code }, answer: 'lost_reply' });
  const { reply } = await logIn(other, { openid, data: { code } });
  assert.deepEqual(reply, lost);
  assert.equal(reply.user.isNew, true);
  const { reply: stolen } = await logIn(other, { openid: newOpenid(), data: { code } });
  assert.equal(stolen.errCode, 40029);
});

test('a record that a client has written is no user, and a login takes its place', async () => {
  const openid = newOpenid();
  database.writeAsClient(USERS, { _id: idOf(openid), role: 'admin' }, openid);
  const { reply: renewed } = await logIn(cloud, { openid, data: { action: 'renew' } });
  assert.equal(renewed.reason, 'login_required');
  const { reply } = await logIn(cloud, { openid });
  assert.equal(reply.user.isNew, true);
  assert.deepEqual(Object.keys(recordOf(openid)).sort(), ['_id', 'createdAt']);
});

test('no record belongs to a client', () => {
  assert.ok(records().length > 0);
  for (const record of records()) assert.equal('_openid' in record, false);
});

test('deleteMe deletes the record of the caller, and no other', async () => {
  const [one, two] = [newOpenid(), newOpenid()];
  await logIn(cloud, { openid: one });
  await logIn(cloud, { openid: two });
  const deleteMe = async () => (await logIn(cloud, { openid: one, data: { action: 'deleteMe' } })).reply;
  assert.deepEqual(await deleteMe(), { success: true, deleted: true, ...STAMP });
  assert.equal(recordOf(one), undefined);
  assert.ok(recordOf(two));
  assert.deepEqual(await deleteMe(), { success: true, deleted: false, ...STAMP });
  assert.equal((await logIn(cloud, { openid: one })).reply.user.isNew, true);
});

test('renew without a record is login_required, and is no fault', async () => {
  const { reply, logs } = await logIn(cloud, { openid: newOpenid(), data: { action: 'renew' } });
  assert.deepEqual(reply, { success: false, errCode: 401, error: '请先登录', reason: 'login_required', ...STAMP });
  assert.deepEqual(logs, []);
});

test('renew finds the user without a code, and asks WeChat nothing', async () => {
  const openid = newOpenid();
  await logIn(cloud, { openid });
  cloud.requests.length = 0;
  const { reply } = await logIn(cloud, { openid, data: { action: 'renew' } });
  assert.deepEqual(reply, { success: true, user: { id: idOf(openid), isNew: false }, ...STAMP });
  assert.deepEqual(cloud.requests, []);
});

for (const action of ['constructor', 'delete', '', 0, null, {}]) {
  test(`the action ${JSON.stringify(action)} is refused, without asking WeChat`, async () => {
    cloud.requests.length = 0;
    const { reply } = await logIn(cloud, { data: { action, code: cloud.issueCode() } });
    assert.equal(reply.errCode, -501007);
    assert.deepEqual(cloud.requests, []);
  });
}

const failures = { code_invalid: 40029, rate_limited: 45011, openapi_permission: -604101, no_phone_info: -601001 };

for (const [answer, errCode] of Object.entries(failures)) {
  test(`${answer} fails as it does in decryptPhoneNumber, and makes no user`, async () => {
    const openid = newOpenid();
    const code = codes.issue(openid);
    const { reply } = await logIn(cloud, { openid, data: { code }, answer });
    const call = { name: 'decryptPhoneNumber', data: { code: codes.issue(openid) }, openid, answer };
    assert.deepEqual(reply, (await cloud.callFunction(call)).result);
    assert.equal(reply.errCode, errCode);
    assert.equal(recordOf(openid), undefined);
  });
}

test('where the database fails, the login fails, renew does not say login_required, and the code is of use after it', async () => {
  let fails = false;
  const broken = { code: 'DATABASE_REQUEST_FAILED', message: 'database request failed' };
  const shaky = { answer: (request) => (fails ? broken : database.answer(request)) };
  const failing = await openCloud({ codes, database: shaky });
  const openid = newOpenid();
  await logIn(failing, { openid });
  const code = codes.issue(openid);
  fails = true;
  assert.equal((await logIn(failing, { openid, data: { code } })).reply.errCode, -502001);
  const { reply } = await logIn(failing, { openid, data: { action: 'renew' } });
  assert.deepEqual([reply.success, reply.errCode, reply.reason], [false, -502001, undefined]);
  fails = false;
  assert.equal((await logIn(failing, { openid, data: { code } })).reply.success, true);
});
