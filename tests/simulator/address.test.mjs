/** What is chosen stands in the address: a reload keeps it, a link brings it, and a reset takes it away. */
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';

import { choicesIn, firstChoices, queryOf } from '../../simulator/web/host/address.js';
import { stage } from '../support/simulator/browser.mjs';
import { allowButton, authorize, loginButton, openPopup } from './popup-page.mjs';

const { open } = stage({ before, after });

const CHOSEN = '?verifier=own-server&locale=en&platform=allow&server=domain&phone=large';

const logOutButton = ({ phone }) => phone.getByRole('button', { name: '退出登录' });
const choicesOf = ({ page }) => page.evaluate(() => window.simulator.choices);
const marked = ({ page }) =>
  page
    .locator('.column input:checked, #phones input:checked')
    .evaluateAll((inputs) => inputs.map(({ value }) => value));
const ready = ({ page }) => page.evaluate(() => window.simulator.ready);

async function reload(scene) {
  await scene.page.reload();
  await scene.page.waitForFunction(() => window.simulator?.ready);
  await ready(scene);
}

test('an address says what differs from the first choices, and reads as it was written', () => {
  assert.equal(queryOf(firstChoices()), '');
  assert.deepEqual(choicesIn(''), firstChoices());
  const { settings, ...others } = choicesIn(CHOSEN);
  assert.deepEqual([settings.verifier, settings.locale, settings.mode], ['own-server', 'en', 'quick']);
  assert.deepEqual(others, { platform: 'allow', server: 'domain', phone: 'large', course: '' });
  assert.equal(queryOf({ settings, ...others }), CHOSEN);
});

for (const query of [
  '?nobody=1',
  '?locale=xx',
  '?platform=nobody',
  '?phone=nobody',
  '?toString=1',
  '?constructor=quick',
  '?course=1-nothing',
  '?course=0-platform-nobody',
]) {
  test(`${query} is refused`, () => assert.throws(() => choicesIn(query), RangeError));
}

test('what is chosen with the mouse is in the address, and a link to it opens the same in another browser', async (t) => {
  const scene = await open(t, { settings: '' });
  const { page } = scene;
  for (const id of ['verifier-own-server', 'locale-en', 'platform-answer-allow', 'server-answer-domain'])
    await page.getByTestId(id).click();
  await page.getByTestId('pick-phone').selectOption('large');
  const { search } = new URL(page.url());
  assert.equal(search, CHOSEN);
  const other = await open(t, { settings: search });
  assert.deepEqual(await choicesOf(other), await choicesOf(scene));
  assert.deepEqual(await marked(other), await marked(scene));
  assert.deepEqual(await other.storage(), {}, 'another phone');
  await loginButton(other).click();
  await allowButton(other).click();
  await other.logged('hint');
  const [{ detail }] = (await other.log('analytics')).filter(({ text }) => text === 'phone_number_error');
  assert.equal(detail.reason, 'function_missing');
});

test('a reload keeps the choices and the phone’s storage, and not the log', async (t) => {
  const scene = await open(t, { settings: '?phone=small' });
  await authorize(scene, 'allow', 'lost-success');
  await logOutButton(scene).waitFor({ timeout: 9000 });
  const before = { choices: await choicesOf(scene), storage: await scene.storage() };
  await reload(scene);
  assert.deepEqual(await choicesOf(scene), before.choices);
  assert.deepEqual((await scene.storage()).session.user.id, before.storage.session.user.id);
  await logOutButton(scene).waitFor();
  assert.deepEqual(await scene.log('event'), []);
});

test('an answer that the back end has not is told in the log, and nothing is chosen', async (t) => {
  const scene = await open(t, { settings: '?verifier=cloud-hosting&server=domain' });
  assert.deepEqual(await choicesOf(scene), firstChoices());
  assert.match((await scene.log('error'))[0].text, /domain/);
});

for (const verifier of ['login', 'own-server', 'cloud-hosting']) {
  test(`a reset of ${verifier} takes everything back: choices, address, storage, log, and what the server knows`, async (t) => {
    const scene = await open(t, { settings: `?verifier=${verifier}&phone=large&locale=en` });
    const { page } = scene;
    await authorize(scene, 'allow', 'success');
    await logOutButton(scene).waitFor();
    await page.getByTestId('reset').click();
    await loginButton(scene).waitFor();
    await ready(scene);
    assert.deepEqual(await choicesOf(scene), firstChoices());
    assert.equal(new URL(page.url()).search, '');
    assert.deepEqual(await scene.storage(), {});
    assert.deepEqual([await scene.log('event'), await scene.log('toast')], [[], []]);
    await scene.set({ verifier });
    await authorize(scene, 'allow', 'success');
    await logOutButton(scene).waitFor();
    assert.equal((await scene.storage()).session.user.isNew, true, 'nobody is known');
  });
}

test('to start over keeps what is chosen and what the server knows, and empties the phone', async (t) => {
  const scene = await open(t, { settings: '?phone=small' });
  await authorize(scene, 'allow');
  await logOutButton(scene).waitFor();
  await scene.page.getByTestId('start-over').click();
  await loginButton(scene).waitFor();
  assert.deepEqual([(await choicesOf(scene)).phone, await scene.storage()], ['small', {}]);
  await openPopup(scene);
  await allowButton(scene).click();
  await logOutButton(scene).waitFor();
  assert.equal((await scene.storage()).session.user.isNew, false);
});
