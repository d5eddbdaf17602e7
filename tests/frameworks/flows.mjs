/** What has to go well on the login page of every example, whatever framework it is written in. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '../../scripts/command.mjs';
import { filesBelow } from '../../scripts/files.mjs';
import { ALLOWED, CODE, DENIED, MASKED } from '../support/realm/samples.mjs';
import { settled, until } from './runner/client.mjs';
import { urlOf, Visit } from './runner/visit.mjs';

const LOGIN = 'pages/login/login';
const SMS = 'pages/sms/sms';
const SHEET = 'miniprogram/components/login-popup-system/login-popup-system.wxss';

/** The style sheet as it is called, or as mpx calls that of a component that it has compiled from `src/`. */
const SHEET_WXSS = /login-popup-system(?:[0-9a-f]{8}\/index)?\.wxss$/;

/** The label of the page's own button. */
const OPEN = '手机号登录';

export const TOKEN = 'header.claims.signature';

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
export const visit = (app) => Visit.start(app, LOGIN);

/** The user taps the page's own button. */
export async function open(visited) {
  await visited.tapPage(OPEN);
  assert.ok(await visited.opens(), 'the sheet opens');
}

/** Nothing was said to the developer, and the wasm runs. */
export function assertQuiet({ client }) {
  assert.deepEqual(client.complaints, []);
  assert.ok(client.instances > 0, 'the core runs as wasm');
}

/** Lengths that grow with the screen; a build that knows nothing of the sheet makes them of its pixels. */
const screenLengths = (wxss) => new Set(wxss.match(/[\d.]+rpx/g));

/** @type {Record<string, (app: import('./runner/visit.mjs').App) => Promise<void>>} */
export const FLOWS = {
  async 'the module is found at the first or second path, and runs as wasm'(app) {
    const visited = await visit(app);
    assertQuiet(visited);
    assert.ok(visited.client.wasmPaths.length <= 2, visited.client.wasmPaths.join(', '));
  },

  async 'the sheet is as large as it was made'({ folder }) {
    const path = filesBelow(folder).find((file) => SHEET_WXSS.test(file));
    const [built, shipped] = [path, join(root, SHEET)].map((file) => screenLengths(readFileSync(file, 'utf8')));
    assert.deepEqual(
      [...built].filter((length) => !shipped.has(length)),
      [],
    );
  },

  async 'a page that imports the module alone runs it as wasm'(app) {
    const visited = await Visit.start(app, 'pages/module/module');
    await until(() => visited.text);
    assert.equal(visited.text, 'wasm');
    assertQuiet(visited);
    // Three below the root, and three below that of a subpackage.
    assert.ok(visited.client.wasmPaths.length <= (app.root ? 6 : 3), visited.client.wasmPaths.join(', '));
  },

  async 'refuse, log in otherwise, leave, dismiss, allow: the sheet closes each time, and after the login for good'(
    app,
  ) {
    const visited = await visit(app);
    const { asked } = visited;
    await open(visited);
    await visited.ask(DENIED);
    assert.equal(visited.isOpen, true, 'who refuses can still change their mind');
    await visited.tap('other-login');
    assert.ok(await visited.closes(), 'it closes for another login');
    await until(() => asked.navigations.length);
    assert.deepEqual(asked.navigations, [urlOf(app, SMS)]);

    await open(visited);
    await visited.tap('reject');
    assert.ok(await visited.closes(), 'it closes by 暂不登录');

    await open(visited);
    await visited.dismiss();
    assert.ok(await visited.closes(), 'it closes by ×');

    await open(visited);
    await visited.ask(ALLOWED);
    await until(() => asked.calls.length);
    assert.deepEqual(
      asked.calls.map(({ name, data }) => [name, data.code]),
      [['phoneLogin', CODE]],
    );
    await visited.answer(SESSION);
    await until(() => asked.storage.has('session'));
    assert.equal(asked.storage.get('session'), TOKEN, 'the page gets the token by `login`');
    assert.ok(await until(() => visited.text.includes(MASKED)), 'the page shows the masked number');
    assert.ok(await visited.closes(), 'it closes after the login');
    await settled(400);
    assert.equal(visited.isOpen, false, 'it stays closed');
    assert.deepEqual(asked.navigations, [urlOf(app, SMS)], 'nothing else was heard');
    assertQuiet(visited);
  },

  async 'a login that was left comes at the next opening'(app) {
    const visited = await leftExchange(app);
    await visited.tapPage(OPEN);
    await until(() => visited.asked.storage.has('session'));
    assert.equal(visited.asked.storage.get('session'), TOKEN);
    assertQuiet(visited);
  },

  async 'after another login forget() drops what the sheet still holds'(app) {
    const visited = await leftExchange(app);
    const sms = await visited.open(SMS);
    await sms.tapPage('短信登录');
    await until(() => visited.asked.navigations.length);
    assert.deepEqual(visited.asked.navigations, ['back']);
    await open(visited);
    await settled(200);
    assert.equal(visited.asked.storage.has('session'), false, 'nobody gets the login of somebody else');
    assertQuiet(visited);
  },
};

/** Those of an app whose page with the sheet is all that uses the package. */
export const FLOWS_OF_THE_SHEET = Object.fromEntries(
  Object.entries(FLOWS).filter(([name]) => !name.includes('module alone')),
);

/** The user leaves while the code is exchanged, and the answer comes after that. */
async function leftExchange(app) {
  const visited = await visit(app);
  await open(visited);
  await visited.ask(ALLOWED);
  await visited.tap('reject');
  assert.ok(await visited.closes());
  await visited.answer(SESSION);
  await settled(200);
  assert.equal(visited.asked.storage.has('session'), false, 'a login that was left is not made');
  return visited;
}
