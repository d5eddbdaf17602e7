/** What has to go well on the login page of every example, whatever framework it is written in. */
import assert from 'node:assert/strict';

import { ALLOWED, CODE, DENIED, MASKED } from '../support/realm/samples.mjs';
import { settled } from './runner/client.mjs';
import { Visit } from './runner/visit.mjs';

const LOGIN = 'pages/login/login';
const SMS = 'pages/sms/sms';

/** The label of the page's own button. */
const OPEN = '手机号登录';

const TOKEN = 'header.claims.signature';

/** What the cloud function phoneLogin replies: no number, but a session. */
export const SESSION = {
  success: true,
  maskedNumber: MASKED,
  countryCode: '86',
  user: { id: 'u1', isNew: true },
  token: TOKEN,
  idempotent: true,
};

/** The login page of a compiled example. */
const visit = (folder) => Visit.start(folder, LOGIN);

/** The user taps the page's own button. */
export async function open(visited) {
  await visited.tapPage(OPEN);
  assert.ok(visited.isOpen, 'the sheet opens');
}

/** Nothing was said to the developer, and the wasm runs. */
export function assertQuiet({ client }) {
  assert.deepEqual(client.complaints, []);
  assert.ok(client.instances > 0, 'the core runs as wasm');
}

/** Each takes the folder of a compiled example. */
export const FLOWS = {
  async 'the module is found at the first or second path, and runs as wasm'(folder) {
    const visited = await visit(folder);
    assertQuiet(visited);
    assert.ok(visited.client.wasmPaths.length <= 2, visited.client.wasmPaths.join(', '));
  },

  async 'a page that imports the module alone runs it as wasm'(folder) {
    const visited = await Visit.start(folder, 'pages/module/module');
    assert.equal(visited.text, 'wasm');
    assertQuiet(visited);
    assert.ok(visited.client.wasmPaths.length <= 3, visited.client.wasmPaths.join(', '));
  },

  async 'open, refuse, log in otherwise, dismiss, allow: it closes each time, and stays closed after the login'(
    folder,
  ) {
    const visited = await visit(folder);
    const { asked } = visited;
    await open(visited);
    await visited.ask(DENIED);
    assert.ok(visited.isOpen, 'who refuses can still change their mind');
    await visited.tap('other-login');
    assert.ok(await visited.isClosed(), 'it closes for another login');
    assert.deepEqual(asked.navigations, ['/pages/sms/sms']);

    await open(visited);
    await visited.tap('reject');
    assert.ok(await visited.isClosed(), 'it closes by 暂不登录');

    await open(visited);
    await visited.dismiss();
    assert.ok(await visited.isClosed(), 'it closes by ×');

    await open(visited);
    await visited.ask(ALLOWED);
    assert.deepEqual(
      asked.calls.map(({ name, data }) => [name, data.code]),
      [['phoneLogin', CODE]],
    );
    await visited.answer(SESSION);
    assert.equal(asked.storage.get('session'), TOKEN, 'the page gets the token by `login`');
    assert.ok(visited.text.includes(MASKED), 'the page shows the masked number');
    assert.ok(await visited.isClosed(), 'it closes after the login');
    await settled(400);
    assert.ok(await visited.isClosed(), 'it stays closed');
    assert.deepEqual(asked.navigations, ['/pages/sms/sms'], 'nothing else was heard');
    assertQuiet(visited);
  },

  async 'a login that was left comes at the next opening'(folder) {
    const visited = await leftExchange(folder);
    await visited.tapPage(OPEN);
    await settled();
    assert.equal(visited.asked.storage.get('session'), TOKEN);
    assertQuiet(visited);
  },

  async 'after another login forget() drops what the sheet still holds'(folder) {
    const visited = await leftExchange(folder);
    const sms = await visited.open(SMS);
    await sms.tapPage('短信登录');
    assert.deepEqual(visited.asked.navigations, ['back']);
    await open(visited);
    assert.equal(visited.asked.storage.has('session'), false, 'nobody gets the login of somebody else');
    assertQuiet(visited);
  },
};

/** The user leaves while the code is exchanged, and the answer comes after that. */
async function leftExchange(folder) {
  const visited = await visit(folder);
  await open(visited);
  await visited.ask(ALLOWED);
  await visited.tap('reject');
  assert.ok(await visited.isClosed());
  await visited.answer(SESSION);
  assert.equal(visited.asked.storage.has('session'), false, 'a login that was left is not made');
  return visited;
}
