/** The token of a login, made by the shipped function and verified by the shipped session.js. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeEach, test } from 'node:test';

import { root } from '../../scripts/command.mjs';
import { functionsRoot, logIn, openCloud } from './cloud.mjs';
import { deploy } from './deployed.mjs';

const SECRET = 'a secret that only this test knows, not a real one';
const SEVEN_DAYS = 7 * 24 * 60 * 60;

const { sessionFor, userOf } = createRequire(`${functionsRoot}/phoneLogin/index.js`)('./session.js');

const cloud = await openCloud({ variables: { SESSION_SECRET: SECRET } });

beforeEach(() => {
  process.env.SESSION_SECRET = SECRET;
});

const part = (token, at) => JSON.parse(Buffer.from(token.split('.')[at], 'base64url'));

/** A token by hand, for what the library would not make. */
function forge(header, payload, sign) {
  const text = [header, payload].map((value) => Buffer.from(JSON.stringify(value)).toString('base64url')).join('.');
  return `${text}.${sign(text)}`;
}

const hmac = (algorithm, secret) => (text) => createHmac(algorithm, secret).update(text).digest('base64url');

test('a login brings a token of seven days, HS256, that names the user and nothing else of theirs', async () => {
  const { reply } = await logIn(cloud);
  const { header, payload } = { header: part(reply.token, 0), payload: part(reply.token, 1) };
  assert.deepEqual(header, { alg: 'HS256', typ: 'JWT' });
  assert.deepEqual(Object.keys(payload).sort(), ['exp', 'iat', 'iss', 'sub']);
  assert.equal(payload.sub, reply.user.id);
  assert.equal(payload.exp - payload.iat, SEVEN_DAYS);
  const [head, body, signature] = reply.token.split('.');
  assert.equal(signature, hmac('sha256', SECRET)(`${head}.${body}`));
  assert.equal(userOf(reply.token), reply.user.id);
});

test('renew brings a new token without a code', async () => {
  await logIn(cloud);
  const { reply } = await logIn(cloud, { data: { action: 'renew' } });
  assert.equal(userOf(reply.token), reply.user.id);
});

test('without a secret there is no token, and the login works', async () => {
  const { reply } = await logIn(await openCloud());
  assert.equal(reply.success, true);
  assert.equal('token' in reply, false);
});

test('a short secret is a fault that the log names, without the secret', async () => {
  const { reply, logs } = await logIn(await openCloud({ variables: { SESSION_SECRET: 'too short' } }));
  assert.deepEqual([reply.success, reply.errCode], [false, -404011]);
  assert.match(logs.join('\n'), /login in login\.js: SESSION_SECRET has fewer than 32 characters/);
  assert.ok(!logs.join().includes('too short'));
});

const claims = { sub: 'someone', iss: 'phoneLogin', exp: Math.floor(Date.now() / 1000) + 60 };
const HS256 = { alg: 'HS256', typ: 'JWT' };

test('what is forged by hand is taken where it is right, so that the refusals below say something', () => {
  assert.equal(userOf(forge(HS256, claims, hmac('sha256', SECRET))), 'someone');
});

const forgeries = {
  'of another secret': forge(HS256, claims, hmac('sha256', 'x'.repeat(32))),
  'without a signature': forge({ alg: 'none' }, claims, () => ''),
  'of another algorithm': forge({ alg: 'HS384' }, claims, hmac('sha384', SECRET)),
  'of another issuer': forge(HS256, { ...claims, iss: 'else' }, hmac('sha256', SECRET)),
  'that is too old': forge(HS256, { ...claims, exp: claims.exp - 120 }, hmac('sha256', SECRET)),
  'that was changed': forge(HS256, claims, hmac('sha256', SECRET)).replace(/\.[^.]+\./, (body) =>
    body.replace('s', 't'),
  ),
};

for (const [what, token] of Object.entries({
  ...forgeries,
  'that is none': 'no token',
  'that is missing': undefined,
})) {
  test(`a token ${what} is nobody's`, () => assert.equal(userOf(token), undefined));
}

test('nobody is verified without a secret', () => {
  delete process.env.SESSION_SECRET;
  assert.throws(() => userOf('x'), /SESSION_SECRET is missing/);
  assert.deepEqual(sessionFor('someone'), {});
});

for (const name of ['server.md', 'server.zh-CN.md']) {
  test(`another function verifies a token as docs/${name} shows it`, () => verifiesAsIn(name));
}

async function verifiesAsIn(name) {
  const document = readFileSync(join(root, 'docs', name), 'utf8');
  const [, snippet] = /```js\n([^]*?)```/.exec(document);
  const ownRoot = await deploy({ 'login.js': undefined });
  await writeFile(join(ownRoot, 'phoneLogin', 'index.js'), snippet);
  const { reply } = await logIn(cloud);
  const own = await openCloud({ functionsRoot: ownRoot, variables: { SESSION_SECRET: SECRET } });
  assert.equal((await logIn(own, { data: { token: reply.token } })).reply.success, true);
  assert.equal((await logIn(own, { data: { token: `${reply.token}x` } })).reply.reason, 'login_required');
}
