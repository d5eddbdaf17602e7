/** The page that opens first, with the real cloud function: the number stays on the server, the session on the phone. */
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';

import { stage } from '../support/simulator/browser.mjs';
import { allowButton, authorize, loginButton, popup } from './popup-page.mjs';

const { open } = stage({ before, after });

/** The simulator as it is when nobody has chosen anything. */
const openFirst = (t) => open(t, { settings: '' });

const logOutButton = ({ phone }) => phone.getByRole('button', { name: '退出登录' });
const callsOf = async ({ log }) =>
  (await log('cloud')).filter(({ text }) => text === 'phoneLogin ←').map(({ detail }) => Object.keys(detail));

async function logIn(scene) {
  await authorize(scene, 'allow');
  await logOutButton(scene).waitFor();
}

const pages = async ({ log }) => (await log('page')).map(({ text }) => text);

test('who allows is logged in by phoneLogin, and the number does not come back', async (t) => {
  const scene = await openFirst(t);
  assert.deepEqual(await pages(scene), ['pages/login/login']);
  await logIn(scene);
  assert.equal(await popup(scene).count(), 0);
  await scene.phone.getByText('138****8000').waitFor();
  const { session, ...others } = await scene.storage();
  assert.deepEqual(Object.keys(session).toSorted(), ['maskedNumber', 'token', 'user']);
  assert.match(session.token, /^[\w-]+\.[\w-]+\.[\w-]+$/);
  assert.deepEqual(Object.keys(others), ['wx-phone-login.idempotent']);
  assert.doesNotMatch(JSON.stringify(await scene.log('cloud')), /"phoneNumber"|"purePhoneNumber"/);
  const seen = await scene.page.locator('main').innerText();
  for (const secret of [session.token, session.user.id]) assert.ok(!seen.includes(secret), 'the panel shows no secret');
});

test('who comes back is renewed without a code, and who logs out is nobody', async (t) => {
  const scene = await openFirst(t);
  await logIn(scene);
  await scene.page.getByTestId('leave-page').click();
  await scene.page.getByRole('button', { name: '重新进入' }).click();
  await logOutButton(scene).waitFor();
  await scene.logged('cloud', 5);
  assert.deepEqual(await callsOf(scene), [['code'], ['action']]);
  await logOutButton(scene).click();
  await loginButton(scene).waitFor();
  assert.equal((await scene.storage()).session, undefined);
});

test('a lost reply costs six seconds, and the second call brings the same login', async (t) => {
  const scene = await openFirst(t);
  await authorize(scene, 'allow', 'lost-success');
  await logOutButton(scene).waitFor({ timeout: 9000 });
  const calls = (await scene.log('cloud')).filter(({ text }) => text === 'phoneLogin ←');
  assert.equal(calls.length, 2);
  const wait = calls[1].time - calls[0].time;
  assert.ok(wait >= 5900 && wait < 8000, `${wait} ms`);
});

test('another page can be chosen, and the phone keeps its storage', async (t) => {
  const scene = await openFirst(t);
  await logIn(scene);
  await scene.page.getByTestId('verifier-page').click();
  await loginButton(scene).waitFor();
  assert.equal((await pages(scene)).at(-1), 'pages/index/index');
  assert.ok((await scene.storage()).session);
  await scene.page.getByTestId('verifier-login').click();
  await logOutButton(scene).waitFor();
});

test('an address chooses settings, and one that is wrong is told in the log', async (t) => {
  const scene = await open(t, { settings: '?verifier=popup&locale=en' });
  assert.deepEqual(await pages(scene), ['pages/index/index']);
  assert.ok(await scene.page.getByTestId('locale-en').isChecked());
  await loginButton(scene).click();
  assert.doesNotMatch(await allowButton(scene).innerText(), /\p{Script=Han}/u);
  const wrong = await open(t, { settings: '?verifier=nobody' });
  assert.deepEqual(await pages(wrong), ['pages/login/login']);
  assert.match((await wrong.log('error'))[0].text, /verifier nobody/);
});
