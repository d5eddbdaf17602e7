/** What is answered to requests that are wrong: a status, and one line that says nothing of the machine. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import test from 'node:test';

import { repository } from '../support/simulator/browser.mjs';
import { ask, call, copy, exchange, start } from './http.mjs';

const MEGABYTE = 1024 * 1024;
const ECHO = { name: 'echo', data: { n: 1 }, answer: 'success' };
const echo = () => ({ 'cloudfunctions/echo/index.js': 'exports.main = ({ n }) => n;' });

/** One line of JSON with one text, in which no path, no stack and nothing of Node's is. */
function assertOneLine({ headers, text }) {
  assert.equal(headers['content-type'], 'application/json; charset=utf-8');
  assert.match(text, /^\{"error":"[^"\n\\]+"\}$/);
  assert.doesNotMatch(text, /\bat |Error|node:|["\s]\/|E[A-Z]{4}/);
}

const noCalls = {
  'malformed JSON': '{"name":',
  'no JSON': 'name=echo',
  nothing: '',
  'JSON and more': `${JSON.stringify(ECHO)}]`,
  'bytes that are no UTF-8': Buffer.from('{"name":"echo","data":{"n":"\xff"}}', 'latin1'),
  null: 'null',
  'a number': '5',
  'a text': '"echo"',
  'a list': '[]',
  'no name': { data: {} },
  'a name that is none': { ...ECHO, name: '../echo' },
  'an empty name': { ...ECHO, name: '' },
  'a name that is a number': { ...ECHO, name: 5 },
  'a name that is a list': { ...ECHO, name: ['echo'] },
  'data that is a text': { ...ECHO, data: 'code' },
  'data that is a list': { ...ECHO, data: ['code'] },
  'data that is a number': { ...ECHO, data: 5 },
  'an unknown answer': { ...ECHO, answer: 'nope' },
  'an answer that every object has': { ...ECHO, answer: 'toString' },
  'an answer that is null': { ...ECHO, answer: null },
  'an answer that is a list with an id': { ...ECHO, answer: ['success'] },
  "an answer of one's own": { ...ECHO, answer: { body: 5 } },
  "another answer of one's own": { ...ECHO, answer: { phoneInfo: {} } },
};

for (const [what, value] of Object.entries(noCalls)) {
  test(`${what} is 400`, async (t) => {
    const { url, logged } = await start(t, await copy(t, echo()));
    const reply = await call(url, value);
    assert.equal(reply.status, 400);
    assertOneLine(reply);
    assert.deepEqual(logged, []);
  });
}

test('"answer":{"body":5} does not reach a function that asks WeChat, and the server goes on', async (t) => {
  const { url } = await start(t, repository);
  const name = 'decryptPhoneNumber';
  const body = `{"name":"${name}","data":{"code":"${'a'.repeat(64)}"},"answer":{"body":5}}`;
  assert.equal((await call(url, body)).status, 400);
  const { status, text } = await call(url, { name, data: { code: 'b'.repeat(64) }, answer: 'success' });
  assert.equal(status, 200);
  assert.equal(JSON.parse(text).result.success, true);
});

test('data and an answer may be left out', async (t) => {
  const { url } = await start(t, await copy(t, echo()));
  for (const value of [{ name: 'echo' }, { name: 'echo', data: null }]) {
    const { status, text } = await call(url, value);
    assert.equal(status, 200);
    assert.equal(JSON.parse(text).result, null);
  }
});

test('a function that is not there is an answer of the cloud', async (t) => {
  const { url } = await start(t, await copy(t));
  const { status, text } = await call(url, ECHO);
  assert.equal(status, 200);
  assert.equal(JSON.parse(text).failure.errCode, -501000);
});

for (const path of [
  '/nowhere',
  '/index.html.bak',
  '/host/main.js',
  '/package',
  '/package/',
  '/package/nowhere.js',
  '/package/lib',
  '//',
]) {
  test(`${path} is 404`, async (t) => {
    const { url } = await start(t);
    const reply = await ask(url, path);
    assert.equal(reply.status, 404);
    assertOneLine(reply);
  });
}

for (const path of [
  '/package/%',
  '/package/%ff',
  '/package/a%00.js',
  '/package/lib%5cnames.js',
  '*',
  'http://127.0.0.1/',
]) {
  test(`${path} is 400`, async (t) => {
    const { url } = await start(t);
    const reply = await ask(url, path);
    assert.equal(reply.status, 400);
    assertOneLine(reply);
  });
}

const methods = [
  ['POST', '/', 'GET, HEAD'],
  ['DELETE', '/project.json', 'GET, HEAD'],
  ['PUT', '/package/app.js', 'GET, HEAD'],
  ['OPTIONS', '/cloud/call', 'POST'],
  ['GET', '/cloud/call', 'POST'],
  ['HEAD', '/cloud/call', 'POST'],
  ['GET', '/network/request', 'POST'],
  ['GET', '/reset', 'POST'],
  ['POST', '/exchanged.json', 'GET, HEAD'],
];

for (const [method, path, allow] of methods) {
  test(`${method} ${path} is 405, and says that ${allow} is allowed`, async (t) => {
    const { url } = await start(t);
    const reply = await ask(url, path, { method });
    assert.equal(reply.status, 405);
    assert.equal(reply.headers.allow, allow);
    if (method !== 'HEAD') assertOneLine(reply);
  });
}

test('HEAD says what GET would', async (t) => {
  const { url } = await start(t);
  for (const path of ['/', '/host.js', '/project.json', '/package/app.js', '/package/lib/empty.wasm.br']) {
    const [got, head] = [await ask(url, path), await ask(url, path, { method: 'HEAD' })];
    assert.deepEqual([head.status, head.headers['content-type'], head.text], [200, got.headers['content-type'], '']);
  }
});

for (const type of [
  undefined,
  '',
  'text/plain',
  'text/plain;charset=UTF-8',
  'application/x-www-form-urlencoded',
  'application/jsonp',
]) {
  test(`a call of type ${type} is 415`, async (t) => {
    const { url } = await start(t, await copy(t, echo()));
    const headers = type === undefined ? {} : { 'content-type': type };
    for (const path of ['/cloud/call', '/network/request', '/reset']) {
      const reply = await ask(url, path, { method: 'POST', headers, body: JSON.stringify(ECHO) });
      assert.equal(reply.status, 415, path);
      assertOneLine(reply);
    }
  });
}

test('a type may name the charset', async (t) => {
  const { url } = await start(t, await copy(t, echo()));
  assert.equal((await call(url, ECHO, { 'content-type': 'Application/JSON; charset=utf-8' })).status, 200);
});

test('a call of more than a megabyte is 413', async (t) => {
  const { url } = await start(t, await copy(t, echo()));
  const reply = await call(url, { ...ECHO, data: { n: 'x'.repeat(MEGABYTE) } });
  assert.equal(reply.status, 413);
  assertOneLine(reply);
});

test('a call of just a megabyte is read', async (t) => {
  const { url } = await start(t, await copy(t, echo()));
  const rest = JSON.stringify({ ...ECHO, data: { n: '' } }).length;
  assert.equal((await call(url, { ...ECHO, data: { n: 'x'.repeat(MEGABYTE - rest) } })).status, 200);
});

const postTo = (port, header) =>
  `POST /cloud/call HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\n${header}\r\n\r\n`;

test('a call that says how large it will be is refused before it comes', { timeout: 10_000 }, async (t) => {
  const { port } = await start(t);
  assert.match(await exchange(port, postTo(port, `Content-Length: ${2 * MEGABYTE}`)), /^HTTP\/1\.1 413 /);
});

test('a call that turns out too large is refused, and the connection goes on', { timeout: 10_000 }, async (t) => {
  const { port } = await start(t);
  const chunk = `${(2 * MEGABYTE).toString(16)}\r\n${' '.repeat(2 * MEGABYTE)}\r\n0\r\n\r\n`;
  const next = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`;
  const text = await exchange(port, postTo(port, 'Transfer-Encoding: chunked') + chunk + next);
  assert.deepEqual(text.match(/(?<=HTTP\/1\.1 )\d+/g), ['413', '200']);
});

test('a call that never ends is refused, and cut', { timeout: 10_000 }, async (t) => {
  const { port } = await start(t);
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.on('data', (chunk) => (text += chunk)).on('error', () => undefined);
  socket.write(postTo(port, 'Transfer-Encoding: chunked'));
  const timer = setInterval(() => socket.write(`10000\r\n${' '.repeat(0x10000)}\r\n`), 5);
  await new Promise((resolve) => socket.on('close', resolve));
  clearInterval(timer);
  assert.match(text, /^HTTP\/1\.1 413 /);
});

test('a fault of the simulator is one line, and the terminal says more', async (t) => {
  const root = await copy(t, { ...echo(), 'cloudfunctions/echo/config.json': '{ "permissions": ' });
  const { url, logged } = await start(t, root);
  const reply = await call(url, ECHO);
  assert.equal(reply.status, 500);
  assertOneLine(reply);
  assert.deepEqual(JSON.parse(reply.text), { error: '模拟器出错了，原因在终端里' });
  assert.match(logged.join(), /POST \/cloud\/call: SyntaxError: /);
});

const broken = {
  'app.json': '{ "pages": [',
  'pages/index/index.json': '{\n  "usingComponents": \n}',
  'app.wxss': '@import "nowhere.wxss";',
};

for (const [path, text] of Object.entries(broken)) {
  test(`${path} that is broken is named in one line, without the folder that it is in`, async (t) => {
    const root = await copy(t);
    const { url, logged } = await start(t, root);
    await writeFile(join(root, 'miniprogram', path), text);
    const reply = await ask(url, '/project.json');
    assert.equal(reply.status, 500);
    const { error } = JSON.parse(reply.text);
    assert.match(error, /^(app|pages\/index\/index|nowhere)\.(json|wxss): [^\n]+$/);
    assert.doesNotMatch(error, /simulator-|ENOENT/);
    assert.deepEqual(logged, [`GET /project.json: ${error}`]);
  });
}

test('a project without pages says so', async (t) => {
  const { url } = await start(t, await copy(t, { 'miniprogram/app.json': 'null' }));
  assert.match((await ask(url, '/project.json')).text, /^\{"error":"app\.json: /);
});
