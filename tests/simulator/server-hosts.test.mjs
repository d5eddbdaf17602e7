/** Who may ask: the simulator's own page, and no page of another site. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import test from 'node:test';

import { launchChromium } from '../../scripts/chromium.mjs';
import { createDatabase } from '../../simulator/cloud/database.mjs';
import { createPhoneCodes } from '../../simulator/cloud/phone-codes.mjs';
import { startSdkServer } from '../../simulator/cloud/sdk-server.mjs';
import { ask, call, copy, exchange, start } from './http.mjs';

const PATHS = [
  '/',
  '/host.js',
  '/phone.html',
  '/project.json',
  '/server-answers.json',
  '/exchanged.json',
  '/package/app.js',
  '/nowhere',
];
/** A function that leaves a trace. */
const MARK = 'exports.main = ({ path }) => require("fs").writeFileSync(path, "ran");';

const markCall = (path) => JSON.stringify({ name: 'mark', data: { path } });

/** A server whose function leaves a trace, and whether it has. */
async function startMarked(t) {
  const root = await copy(t, { 'cloudfunctions/mark/index.js': MARK });
  const path = join(root, 'mark');
  return { ...(await start(t, root)), body: markCall(path), hasRun: () => existsSync(path) };
}

async function assertRefused({ url, body, hasRun }, headers) {
  for (const path of PATHS) assert.equal((await ask(url, path, { headers })).status, 403, path);
  for (const path of ['/network/request', '/reset'])
    assert.equal((await ask(url, path, { method: 'POST', headers, body: '{}' })).status, 403, path);
  const { status, text } = await call(url, body, headers);
  assert.equal(status, 403);
  assert.match(text, /^\{"error":"[^"\n]+"\}$/);
  assert.equal(hasRun(), false);
}

for (const name of ['127.0.0.1', 'localhost', '[::1]']) {
  test(`${name} is this machine`, async (t) => {
    const { url, port, body, hasRun } = await startMarked(t);
    const host = `${name}:${port}`;
    assert.equal((await ask(url, '/project.json', { headers: { host, origin: `http://${host}` } })).status, 200);
    assert.equal((await call(url, body, { host, origin: `http://${host}` })).status, 200);
    assert.equal(hasRun(), true);
  });
}

const foreignHosts = {
  'another name': (port) => `evil.example:${port}`,
  'a name that begins like ours': (port) => `localhost.evil.example:${port}`,
  'a name that ends like ours': (port) => `evil-localhost:${port}`,
  'another address of this machine': (port) => `127.0.0.2:${port}`,
  'another port': (port) => `127.0.0.1:${port + 1}`,
  'no port': () => 'localhost',
  'two names': (port) => `localhost:${port}, evil.example`,
  'a user': (port) => `evil.example@127.0.0.1:${port}`,
};

for (const [what, hostAt] of Object.entries(foreignHosts)) {
  test(`a Host with ${what} is refused`, async (t) => {
    const marked = await startMarked(t);
    await assertRefused(marked, { host: hostAt(marked.port) });
  });
}

test('a request without Host is refused', async (t) => {
  const { port } = await start(t);
  assert.match(await exchange(port, 'GET /project.json HTTP/1.0\r\n\r\n'), /^HTTP\/1\.1 403 /);
  assert.match(await exchange(port, 'GET /project.json HTTP/1.0\r\nHost:\r\n\r\n'), /^HTTP\/1\.1 403 /);
  assert.match(await exchange(port, 'GET /project.json HTTP/1.1\r\n\r\n'), /^HTTP\/1\.1 400 /);
});

const foreignOrigins = {
  'another site': () => 'http://evil.example',
  'a sandboxed frame or a file': () => 'null',
  'another port': (port) => `http://127.0.0.1:${port + 1}`,
  'another name of this machine': (port) => `http://localhost:${port}`,
  'another scheme': (port) => `https://127.0.0.1:${port}`,
};

for (const [what, originAt] of Object.entries(foreignOrigins)) {
  test(`the Origin of ${what} is refused`, async (t) => {
    const marked = await startMarked(t);
    await assertRefused(marked, { origin: originAt(marked.port) });
  });
}

for (const site of ['cross-site', 'same-site']) {
  test(`Sec-Fetch-Site: ${site} is refused`, async (t) => {
    await assertRefused(await startMarked(t), { 'sec-fetch-site': site });
  });
}

for (const site of ['same-origin', 'none']) {
  test(`Sec-Fetch-Site: ${site} is our own page, or nobody's`, async (t) => {
    const { url } = await start(t);
    assert.equal((await ask(url, '/project.json', { headers: { 'sec-fetch-site': site } })).status, 200);
  });
}

test('a link from another site opens the simulator, and nothing else', async (t) => {
  const { url } = await start(t);
  const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  assert.equal((await ask(url, '/', { headers: link })).status, 200);
  assert.equal((await ask(url, '/project.json', { headers: link })).status, 403);
  assert.equal((await ask(url, '/', { headers: { ...link, 'sec-fetch-dest': 'iframe' } })).status, 403);
  assert.equal((await ask(url, '/', { method: 'POST', headers: link })).status, 403);
});

test('whatever is answered says that no other site may embed, frame or keep it', async (t) => {
  const { url } = await start(t);
  for (const path of PATHS) {
    const { headers } = await ask(url, path);
    assert.equal(headers['cache-control'], 'no-store', path);
    assert.equal(headers['content-security-policy'], "frame-ancestors 'self'", path);
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin', path);
    assert.equal(headers['x-content-type-options'], 'nosniff', path);
    assert.equal('access-control-allow-origin' in headers, false, path);
  }
});

test('a page of another site in a browser reads nothing and runs nothing', async (t) => {
  const { url, body, hasRun } = await startMarked(t);
  const foreign = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<!doctype html>'));
  foreign.listen(0, '127.0.0.1');
  await once(foreign, 'listening');
  const browser = await launchChromium();
  t.after(() => Promise.all([browser.close(), foreign.close()]));
  const page = await browser.newPage();
  await page.goto(`http://localhost:${foreign.address().port}/`);
  const read = await page.evaluate(attack, { url, body });
  assert.deepEqual(read, { fetched: false, posted: false, script: false, framed: false });
  assert.equal(hasRun(), false);
});

/** What a page of another site can try. Runs in the browser. */
async function attack({ url, body }) {
  const attempt = (request) =>
    request.then(
      () => true,
      () => false,
    );
  const load = (tag, attributes) =>
    new Promise((resolve) => {
      const element = Object.assign(document.createElement(tag), attributes);
      element.onload = () => resolve(tag === 'script' || element.contentDocument !== null);
      element.onerror = () => resolve(false);
      document.body.append(element);
    });
  const json = { 'content-type': 'application/json' };
  const fetched = await attempt(fetch(`${url}project.json`));
  await attempt(fetch(`${url}cloud/call`, { method: 'POST', mode: 'no-cors', body }));
  const posted = await attempt(fetch(`${url}cloud/call`, { method: 'POST', headers: json, body }));
  const script = await load('script', { src: `${url}package/app.js` });
  const framed = await load('iframe', { src: url });
  return { fetched, posted, script, framed };
}

test("the stand-in for the cloud's server answers this machine alone, too", async (t) => {
  const seen = [];
  const wechat = await startSdkServer({
    codes: createPhoneCodes(Date.now),
    database: createDatabase(),
    onRequest: (request) => seen.push(request),
  });
  t.after(() => wechat.close());
  const headers = { 'content-type': 'multipart/form-data; boundary=x', origin: 'http://evil.example' };
  const { status } = await ask(wechat.url, '/admin', { method: 'POST', headers, body: '--x--\r\n' });
  assert.equal(status, 403);
  assert.deepEqual(seen, []);
});
