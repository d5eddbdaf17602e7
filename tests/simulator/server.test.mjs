/** The server and the command that starts it. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { get, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

import { startSimulator } from '../../simulator/server.mjs';
import { repository, stage } from './browser.mjs';

const cli = join(repository, 'simulator/cli.mjs');
const fixture = fileURLToPath(new URL('./fixture/', import.meta.url));

async function start(t, root = fixture, options = {}) {
  const simulator = await startSimulator({ port: 0, root, ...options });
  t.after(() => simulator.close());
  return simulator;
}

/** A copy of the fixture that a test may change. */
async function copy(t) {
  const root = await mkdtemp(join(tmpdir(), 'simulator-'));
  t.after(() => rm(root, { recursive: true }));
  await cp(fixture, root, { recursive: true });
  return root;
}

/** Runs the command to its end. */
async function run(...args) {
  const child = spawn(process.execPath, [cli, ...args]);
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (text) => (output.stdout += text));
  child.stderr.on('data', (text) => (output.stderr += text));
  const [code] = await once(child, 'close');
  return { code, ...output };
}

/** Starts the command and waits until it says where it serves. */
async function serve(t, ...args) {
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(() => child.kill('SIGKILL'));
  const [text] = await once(child.stdout, 'data');
  return { child, url: /http:\/\/\S+?\//.exec(String(text))[0] };
}

/** The status of a path that is sent as it is written. */
function statusOf(url, path) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    get({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject);
  });
}

function post(url, body) {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST' }, async (response) => {
      const chunks = await response.toArray();
      resolve(JSON.parse(Buffer.concat(chunks)));
    });
    sent.on('error', reject).end(JSON.stringify(body));
  });
}

const lines = (text) => text.split('\n').filter((line) => line !== '');

test('a taken port is an error with its code', async (t) => {
  const { url } = await start(t);
  const port = Number(new URL(url).port);
  await assert.rejects(startSimulator({ port, root: fixture }), { code: 'EADDRINUSE' });
});

test('a taken port is one line that says what to do', async (t) => {
  const { url } = await start(t);
  const { port } = new URL(url);
  const { code, stdout, stderr } = await run('--port', port);
  assert.equal(code, 1);
  assert.equal(stdout, '');
  assert.deepEqual(lines(stderr), [`端口 ${port} 已被占用：换一个，例如 npm start -- --port ${Number(port) + 1}`]);
});

for (const args of [['--port', 'http'], ['--port', '65536'], ['--port', '-1'], ['--port'], ['--prot', '1']]) {
  test(`${args.join(' ')} is one line and exit code 2`, async () => {
    const { code, stdout, stderr } = await run(...args);
    assert.equal(code, 2);
    assert.equal(stdout, '');
    assert.equal(lines(stderr).length, 1, stderr);
  });
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  test(`${signal} ends the command with exit code 0 while a request is open and a function has run`, {
    timeout: 15_000,
  }, async (t) => {
    const { child, url } = await serve(t, '--port', '0');
    const call = { name: 'decryptPhoneNumber', data: { code: 'no code' }, answer: 'success' };
    const { result } = await post(`${url}cloud/call`, call);
    assert.equal(typeof result, 'object');
    const unfinished = request(`${url}cloud/call`, { method: 'POST', headers: { expect: '100-continue' } });
    unfinished.on('error', () => undefined);
    unfinished.flushHeaders();
    await once(unfinished, 'continue');
    child.kill(signal);
    assert.deepEqual(await once(child, 'exit'), [0, null]);
    await assert.rejects(statusOf(url, '/'), { code: 'ECONNREFUSED' });
  });
}

test('only files of the code package are served', async (t) => {
  const { url } = await start(t);
  assert.equal(await statusOf(url, '/package/app.js'), 200);
  for (const up of ['../../', '%2e%2e/%2e%2e/', '..%2f..%2f']) {
    assert.equal(await statusOf(url, `/package/${up}server.test.mjs`), 404, up);
  }
});

test('a path that is not a URL is refused, not a crash', async (t) => {
  const { url } = await start(t);
  assert.equal(await statusOf(url, '/package/%'), 400);
  assert.equal(await statusOf(url, '/'), 200);
});

test('a file that is broken is named', async (t) => {
  const root = await copy(t);
  const said = [];
  const { url } = await start(t, root, { log: (line) => said.push(line) });
  await writeFile(join(root, 'miniprogram/app.json'), '{ "pages": [');
  assert.equal(await statusOf(url, '/project.json'), 500);
  assert.match(said[0], /app\.json: /);
});

test('a reload shows a page that was edited, and a broken one says what is wrong', async (t) => {
  const root = await copy(t);
  const { before, after, ready } = hooks(t);
  const { open } = stage({ before, after }, root);
  await ready();
  const { page, phone } = await open(t, { expected: /app\.json|500/ });
  const path = join(root, 'miniprogram/pages/index/index.wxml');
  await writeFile(path, `${await readFile(path, 'utf8')}<view>刚写上的一行</view>`);
  await page.reload();
  await phone.getByText('刚写上的一行').waitFor();
  await writeFile(join(root, 'miniprogram/app.json'), '{ "pages": [');
  await page.reload();
  await page.getByTestId('failure').waitFor();
  assert.match(await page.getByTestId('failure').innerText(), /app\.json: /);
});

/** The hooks of a file, for one test. */
function hooks(t) {
  const starts = [];
  return {
    before: (run) => starts.push(run),
    after: (run) => t.after(run),
    ready: () => Promise.all(starts.map((run) => run())),
  };
}
