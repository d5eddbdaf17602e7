/** The owner's login.js: what it gets, what of it reaches the client, and what becomes of its faults. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';

import { functionFolder } from '../../scripts/function-modules.mjs';
import { createDatabase } from '../../simulator/cloud/database.mjs';
import { logIn, openCloud, STAMP } from './cloud.mjs';
import { deploy } from './deployed.mjs';

const NUMBER = '13800138000';
const OPENID = 'o-simulated-user';
const KEY = 'ab'.repeat(32);

const shipped = readFileSync(join(functionFolder('phoneLogin'), 'login.js'), 'utf8');

/** A cloud whose owner has written login.js, and its database. */
async function cloudWith(login, options = {}) {
  const database = createDatabase();
  const functionsRoot = await deploy({ 'login.js': login });
  return { ...(await openCloud({ functionsRoot, database, ...options })), database };
}

test('login.js gets the number, who calls and where, and its reply goes to the client', async () => {
  const cloud = await cloudWith('exports.login = async (given) => ({ success: true, given: Object.entries(given) });');
  const { reply } = await logIn(cloud);
  assert.deepEqual(reply, {
    success: true,
    given: [
      ['phoneNumber', NUMBER],
      ['purePhoneNumber', NUMBER],
      ['countryCode', '86'],
      ['openid', OPENID],
      ['unionid', null], // JSON's word for undefined: this user has none
      ['appid', 'wx0000000000000000'],
    ],
    ...STAMP,
  });
});

const counting = 'let n = 0; exports.login = async () => ({ success: true, n: (n += 1) });';

test('login.js is not run again for a call that repeats another one', async () => {
  const cloud = await cloudWith(counting);
  const code = cloud.issueCode();
  assert.equal((await logIn(cloud, { data: { code } })).reply.n, 1);
  assert.equal((await logIn(cloud, { data: { code } })).reply.n, 1);
  assert.equal((await logIn(cloud)).reply.n, 2);
});

test('a reply that is long is not remembered, but its number is', async () => {
  const cloud = await cloudWith(counting.replace('n: (n', "text: 'x'.repeat(20_000), n: (n"));
  const code = cloud.issueCode();
  assert.equal((await logIn(cloud, { data: { code } })).reply.n, 1);
  assert.equal((await logIn(cloud, { data: { code } })).reply.n, 2);
  assert.equal(cloud.requests.length, 1);
});

const FAULTS = {
  throws: 'throw new Error(number.phoneNumber + number.openid)',
  'throws what is no error': 'throw number.phoneNumber',
  'returns nothing': 'return undefined',
  refuses: "return { success: false, errCode: 1, error: 'no' }",
};

for (const [what, fault] of Object.entries(FAULTS)) {
  test(`where login.js ${what}, the next call with the code tries the same number again`, async () => {
    const cloud = await cloudWith(
      `let n = 0; exports.login = async (number) => { n += 1; if (n === 1) { ${fault}; } return { success: true, n }; };`,
    );
    const code = cloud.issueCode();
    const { reply, logs } = await logIn(cloud, { data: { code } });
    assert.equal(reply.success, false);
    for (const secret of [NUMBER, OPENID, code]) assert.ok(!JSON.stringify([reply, logs]).includes(secret), secret);
    assert.deepEqual((await logIn(cloud, { data: { code } })).reply, { success: true, n: 2, ...STAMP });
    assert.equal(cloud.requests.length, 1);
  });
}

test('where login.js throws, the log says where, and the client gets -404011', async () => {
  const cloud = await cloudWith('exports.login = async () => {\n  throw new TypeError("secret access_token");\n};');
  const { reply, logs } = await logIn(cloud);
  assert.deepEqual([reply.errCode, reply.reason], [-404011, undefined]);
  assert.match(logs[0], /^phoneLogin: login in login\.js: TypeError at .*login\.js:2:9/);
  assert.ok(!logs.join().includes('secret'));
});

test('a reply that is no object is named in the log', async () => {
  const { logs } = await logIn(await cloudWith('exports.login = async () => {};'));
  assert.equal(logs[0], 'phoneLogin: login in login.js: it returned no object');
});

test('words that look like a place are not logged either', () => {
  const { describeError } = createRequire(`${functionFolder('phoneLogin')}/index.js`)('./describe-error.js');
  const described = describeError(new Error(`x\n    at ${NUMBER} (login.js:1:1)`));
  assert.match(described, /^Error at .*login\.test\.mjs:\d+:\d+/);
  assert.ok(!described.includes(NUMBER));
});

test('a login that outlives the time of the function leaves the number to the next call', async () => {
  const slow = 'exports.login = async () => new Promise(() => {});';
  const database = createDatabase();
  const root = await deploy({ 'login.js': slow });
  const cloud = await openCloud({ functionsRoot: root, database, timeLimit: 1000 });
  const code = cloud.issueCode();
  await assert.rejects(logIn(cloud, { data: { code } }), { errCode: -504003 });
  const mended = await openCloud({ database });
  const { reply } = await logIn(mended, { data: { code } });
  assert.equal(reply.success, true);
  assert.deepEqual(mended.requests, []);
});

test('as shipped the number is not kept', () => assert.match(shipped, /^const KEEPS_NUMBER = false;$/m));

const keeping = shipped.replace('KEEPS_NUMBER = false', 'KEEPS_NUMBER = true');

test('where login.js says so the number is kept, encrypted under the key, and number.js reads it', async () => {
  const cloud = await cloudWith(keeping, { variables: { PHONE_NUMBER_KEY: KEY } });
  assert.equal((await logIn(cloud)).reply.success, true);
  assert.ok(!JSON.stringify(cloud.database.contents()).includes(NUMBER));
  const [record] = cloud.database.contents().phone_login_users;
  const { openNumber } = createRequire(`${functionFolder('phoneLogin')}/index.js`)('./number.js');
  process.env.PHONE_NUMBER_KEY = KEY;
  assert.equal(openNumber(record.phoneNumber), NUMBER);
  process.env.PHONE_NUMBER_KEY = 'cd'.repeat(32);
  assert.throws(() => openNumber(record.phoneNumber));
});

test('a number that has changed is kept in the place of the old one', async () => {
  const cloud = await cloudWith(keeping, { variables: { PHONE_NUMBER_KEY: KEY } });
  await logIn(cloud);
  const [{ phoneNumber: before }] = cloud.database.contents().phone_login_users;
  await logIn(cloud, { answer: { phoneInfo: { phoneNumber: '+85261234567' } } });
  const [{ phoneNumber }, ...others] = cloud.database.contents().phone_login_users;
  assert.deepEqual(others, []);
  assert.notEqual(phoneNumber, before);
  assert.equal(phoneNumber.length, before.length);
});

test('without a key nothing is kept: the login fails, and the log names the key', async () => {
  const cloud = await cloudWith(keeping);
  const { reply, logs } = await logIn(cloud);
  assert.equal(reply.success, false);
  assert.match(logs[0], /PHONE_NUMBER_KEY is not 64 hexadecimal digits/);
  assert.deepEqual(cloud.database.contents().phone_login_users ?? [], []);
});
