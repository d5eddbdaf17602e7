/** The server and the command that starts it. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import test from 'node:test';

import { startSimulator } from '../../simulator/server.mjs';
import { repository, stage } from '../support/simulator/browser.mjs';
import { ask, call, copy, fixture, start } from './http.mjs';

const cli = join(repository, 'simulator/cli.mjs');

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

test('--project serves the mini-program of another folder', async (t) => {
  const { url } = await serve(t, '--port', '0', '--project', join(fixture, 'miniprogram'));
  const { pages } = JSON.parse((await ask(url, '/project.json')).text);
  assert.deepEqual(pages, JSON.parse(await readFile(join(fixture, 'miniprogram', 'app.json'), 'utf8')).pages);
});

test('--project with a folder that is no mini-program is one line and exit code 2', async () => {
  const { code, stderr } = await run('--port', '0', '--project', join(fixture, 'miniprogram', 'lib'));
  assert.equal(code, 2);
  assert.match(stderr, /^.*找不到 app\.json\n$/);
});

for (const signal of ['SIGINT', 'SIGTERM']) {
  test(`${signal} ends the command with exit code 0 while a request is open and a function has run`, {
    timeout: 15_000,
  }, async (t) => {
    const { child, url } = await serve(t, '--port', '0');
    const { text } = await call(url, { name: 'decryptPhoneNumber', data: { code: 'no code' }, answer: 'success' });
    assert.equal(typeof JSON.parse(text).result, 'object');
    const headers = { 'content-type': 'application/json', expect: '100-continue' };
    const unfinished = request(`${url}cloud/call`, { method: 'POST', headers });
    unfinished.on('error', () => undefined);
    unfinished.flushHeaders();
    await once(unfinished, 'continue');
    child.kill(signal);
    assert.deepEqual(await once(child, 'exit'), [0, null]);
    await assert.rejects(ask(url, '/'), { code: 'ECONNREFUSED' });
  });
}

test('phoneLogin is there: a user and a token, and the number stays on the server', async (t) => {
  const { url } = await start(t, repository);
  const { text } = await call(url, { name: 'phoneLogin', data: { code: 'a'.repeat(64) } });
  const { result } = JSON.parse(text);
  assert.deepEqual([result.success, result.maskedNumber, result.user.isNew], [true, '138****8000', true]);
  assert.match(result.token, /^[\w-]+\.[\w-]+\.[\w-]+$/);
  const renewed = JSON.parse((await call(url, { name: 'phoneLogin', data: { action: 'renew' } })).text).result;
  assert.deepEqual(renewed.user, { id: result.user.id, isNew: false });
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
