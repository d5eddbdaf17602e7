/** What the codes have cost and what came of them, as the page says it and as WeChat's stand-in has counted it. */
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';

import { Ledger } from '../../simulator/web/host/ledger.js';
import { stage } from '../support/simulator/browser.mjs';
import { allowButton, authorize, openPopup, reached, rejectButton } from './popup-page.mjs';

const { open } = stage({ before, after });

test('a code is paid for when it is handed out, and again when the one before brought nothing', () => {
  const ledger = new Ledger();
  ledger.pay('getPhoneNumber', 'a');
  ledger.send('a');
  ledger.pay('getRealtimePhoneNumber', 'b');
  ledger.send('b')();
  ledger.pay('getPhoneNumber', 'c');
  assert.deepEqual(ledger.totals, { paid: 3, cost: 100, brought: 1, saved: 0, savings: 0, again: 1, waste: 40 });
  ledger.clear();
  assert.equal(ledger.totals.cost, 0);
});

test('a retry saves a code where an earlier call failed, and not where it only came first', () => {
  const ledger = new Ledger();
  for (const code of ['a', 'b']) ledger.pay('getPhoneNumber', code);
  ledger.send('a');
  const second = ledger.send('a');
  second();
  second();
  const first = ledger.send('b');
  ledger.send('b')();
  first();
  assert.deepEqual([ledger.totals.brought, ledger.totals.saved, ledger.totals.savings], [2, 2, 60]);
  ledger.pay('getPhoneNumber', 'c');
  const early = ledger.send('c');
  const late = ledger.send('c');
  early();
  late();
  assert.deepEqual([ledger.totals.brought, ledger.totals.saved], [3, 2]);
});

test('what is sent that was not paid for here, and a success without a code, are no logins', () => {
  const ledger = new Ledger();
  ledger.send('unknown')();
  ledger.pay('getPhoneNumber', undefined);
  ledger.pay('getPhoneNumber', undefined);
  assert.deepEqual([ledger.totals.paid, ledger.totals.brought, ledger.totals.again], [2, 0, 1]);
});

const shown = async ({ page }) =>
  Object.fromEntries(
    await page
      .locator('[data-total]')
      .evaluateAll((nodes) => nodes.map((node) => [node.dataset.total, node.textContent])),
  );
const exchanged = async ({ page }) =>
  page.evaluate(async () => (await (await fetch('/exchanged.json')).json()).exchanged);
const logOut = (scene) => scene.phone.getByRole('button', { name: '退出登录' }).click();

for (const verifier of ['login', 'own-server', 'cloud-hosting']) {
  test(`${verifier}: a course of logins costs what the ledger says, and WeChat has exchanged what it counts`, async (t) => {
    const scene = await open(t, { settings: '?time=fast' });
    await scene.page.getByTestId('reset').click();
    await scene.page.evaluate(() => window.simulator.ready);
    await scene.set({ verifier, time: 'fast' });
    await authorize(scene, 'allow', 'success');
    await logOut(scene);
    await authorize(scene, 'allow', 'network-success');
    await logOut(scene);
    await authorize(scene, 'allow', 'lost-success');
    await logOut(scene);
    assert.deepEqual(await shown(scene), { paid: '3 · ¥0.09', brought: '3', saved: '2 · ¥0.06', again: '0 · ¥0.00' });
    assert.equal(await exchanged(scene), 3);
    await authorize(scene, 'deny');
    await rejectButton(scene).click();
    await authorize(scene, 'allow', 'code_invalid');
    await reached(scene, 'failed');
    await scene.set({ mode: 'realtime' });
    await scene.server('success');
    await allowButton(scene).click();
    await logOut(scene);
    assert.deepEqual(await shown(scene), {
      paid: '5 · ¥0.16',
      brought: '4',
      saved: '2 · ¥0.06',
      again: '1 · ¥0.04',
    });
    assert.equal(await exchanged(scene), 4, 'a refusal exchanges nothing');
    await scene.page.getByTestId('start-over').click();
    await openPopup(scene);
    assert.deepEqual(await shown(scene), { paid: '0 · ¥0.00', brought: '0', saved: '0 · ¥0.00', again: '0 · ¥0.00' });
  });
}
