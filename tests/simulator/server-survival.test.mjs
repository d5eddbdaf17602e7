/** No request ends the server, nor does what it makes a function do. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import test from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { ask, call, copy } from './http.mjs';
import { oddRequests } from './odd-requests.mjs';

const program = fileURLToPath(new URL('./server-process.mjs', import.meta.url));
const SEED = 20240229;
const COUNT = 500;
const AT_A_TIME = 10;
/** What a function does after its answer is over by then, on a busy machine too; in milliseconds. */
const AFTERMATH = 500;
/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 60;

const functions = {
  echo: 'exports.main = ({ n }) => n;',
  late: 'exports.main = () => { setTimeout(() => { throw new Error("late"); }); return 1; };',
  rejecting: 'exports.main = () => { Promise.reject(new Error("nobody waits")); return 1; };',
  odd: 'exports.main = () => { setTimeout(() => { throw { toString: 5, valueOf: 5 }; }); return 1; };',
  exit: 'exports.main = () => process.exit(0);',
  abort: 'exports.main = () => process.abort();',
  kill: 'exports.main = () => process.kill(process.pid, "SIGKILL");',
  cycle: 'exports.main = () => { const all = {}; return (all.all = all); };',
  bigint: 'exports.main = () => 1n;',
  deep: 'exports.main = () => { let all = []; for (let n = 0; n < 1e5; n += 1) all = [all]; return all; };',
  large: 'exports.main = () => "x".repeat(1e7);',
  hungry: 'exports.main = () => { const all = []; for (;;) all.push(Array(1e5).fill(0.5)); };',
  unasked: 'exports.main = () => { process.send(null); process.send(5); process.send({ log: {} }); return 1; };',
  chatty: 'exports.main = () => { for (let n = 0; n < 1e5; n += 1) console.log("x".repeat(100)); return 1; };',
};

/** A server in a process of its own. */
async function serve(t) {
  const files = Object.entries(functions).map(([name, text]) => [`cloudfunctions/${name}/index.js`, text]);
  const root = await copy(t, Object.fromEntries(files));
  const child = spawn(process.execPath, [program, root]);
  t.after(() => child.kill('SIGKILL'));
  const said = { text: '' };
  child.stderr.on('data', (text) => (said.text += text));
  const [url] = String((await once(child.stdout, 'data'))[0]).split('\n');
  return { url, child, said };
}

async function assertServes({ url, child, said }) {
  assert.equal(child.exitCode ?? child.signalCode, null, said.text);
  assert.equal((await ask(url, '/')).status, 200);
  assert.equal((await ask(url, '/project.json')).status, 200);
  const { text } = await call(url, { name: 'echo', data: { n: 7 } });
  assert.equal(JSON.parse(text).result, 7);
}

/** Sends a request in pieces, and leaves as it says. */
async function send(port, { bytes, pieces, ending }) {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  const closed = new Promise((resolve) => socket.on('close', resolve));
  let text = '';
  socket.on('data', (chunk) => (text += chunk)).on('error', () => undefined);
  const size = Math.ceil(bytes.length / pieces) || 1;
  for (let start = 0; start < bytes.length; start += size) {
    socket.write(bytes.subarray(start, start + size));
    await sleep(1);
  }
  if (ending === 'half-close') socket.end();
  if (ending === 'reset') socket.resetAndDestroy();
  if (ending === 'cut') socket.destroy();
  await Promise.race([closed, sleep(PATIENCE)]);
  socket.destroy();
  return text;
}

async function sendAll(port, requests) {
  const waiting = [...requests];
  const answers = [];
  const sendNext = async () => {
    while (waiting.length > 0) answers.push(await send(port, waiting.shift()));
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, sendNext));
  return answers;
}

test(`${COUNT} odd requests do not end the server, and none is its fault`, { timeout: 120_000 }, async (t) => {
  const server = await serve(t);
  const port = Number(new URL(server.url).port);
  const answers = await sendAll(port, oddRequests({ seed: SEED, count: COUNT, port }));
  await assertServes(server);
  const statuses = new Set(answers.join('').match(/(?<=HTTP\/1\.1 )\d+/g));
  for (const expected of ['200', '400', '403', '404', '405', '415', '431']) assert.ok(statuses.has(expected), expected);
  assert.deepEqual(
    [...statuses].filter((status) => status >= '500'),
    [],
  );
  assert.equal(server.said.text, '');
});

for (const name of Object.keys(functions).filter((each) => each !== 'echo')) {
  test(`a function that is ${name} does not end the server, and can be called again`, {
    timeout: 60_000,
  }, async (t) => {
    const server = await serve(t);
    const first = JSON.parse((await call(server.url, { name })).text);
    await sleep(AFTERMATH);
    const second = JSON.parse((await call(server.url, { name })).text);
    assert.deepEqual([second.result, second.failure?.errCode], [first.result, first.failure?.errCode]);
    assert.ok(first.result === 1 || first.failure.errCode === -404011, JSON.stringify(first));
    await assertServes(server);
  });
}
