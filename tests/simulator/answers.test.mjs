/** Every answer of the platform and of the server, on the real mini-program. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { after, before } from 'node:test';

import { platformAnswers } from '../../simulator/answers.mjs';
import { serverAnswers } from '../../simulator/cloud/index.mjs';
import { repository, stage } from '../support/simulator/browser.mjs';
import { allowButton, authorize, logIn, popup, rejectButton, toastText } from './popup-page.mjs';

const { open } = stage({ before, after });

const SUCCESSES = ['allow', 'no-detail'];
const SERVER_TEXTS = {
  code_invalid: '授权已过期，请重新获取',
  invalid_appid: '授权已过期，请重新获取',
  rate_limited: '请求过于频繁，请稍后重试',
};

const SENTENCE = /^[\p{Script=Han}，。、]+(?:10秒再试)?$/u;

const hintsFile = join(repository, 'miniprogram/phone-login/hints.js');
/** The reasons that a setting mends. */
const fixable = Array.from((await readFile(hintsFile, 'utf8')).matchAll(/^ {2}(\w+): '/gm), ([, reason]) => reason);

const restart = ({ page }) => page.evaluate(() => window.simulator.startOver());
const failures = platformAnswers.filter(({ id, sheet }) => !sheet && !SUCCESSES.includes(id));

/** What the mini-program told the user, whichever way. */
async function notice(scene) {
  const { page } = scene;
  await page.getByTestId('toast-title').or(page.getByTestId('modal-content')).waitFor();
  if (!(await page.getByTestId('modal').isVisible())) return toastText(scene);
  const text = await page.getByTestId('modal-content').textContent();
  await page.getByTestId('modal-confirm').click();
  return text;
}

/** One line in the log where a setting mends it or nobody understood, and none where not. */
async function assertHint(scene) {
  const hints = (await scene.log('hint')).map(({ text }) => text);
  const [{ detail }] = (await scene.log('analytics')).filter(({ text }) => text === 'phone_number_error');
  const expected = [...fixable, 'unknown'].includes(detail.reason) ? 1 : 0;
  assert.equal(hints.length, expected, `${detail.reason}: ${hints}`);
  if (expected) assert.ok(hints[0].startsWith(`[wx-phone-login] ${detail.reason}: `), hints[0]);
}

/** The popup lets the user go on: by trying again, or at least by leaving. */
async function assertUsable(scene) {
  if (!(await popup(scene).isVisible())) return;
  if ((await allowButton(scene).getAttribute('aria-disabled')) !== 'true') return;
  await rejectButton(scene).click();
  await popup(scene).waitFor({ state: 'detached' });
}

test('whatever else WeChat answers, the user reads a Chinese sentence and can go on', async (t) => {
  const scene = await open(t);
  for (const { id } of failures) {
    await t.test(id, async () => {
      await restart(scene);
      await authorize(scene, id);
      assert.match(await notice(scene), SENTENCE);
      assert.deepEqual(await scene.storage(), {});
      assert.deepEqual(
        (await scene.log('cloud')).map(({ text }) => text),
        ['init'],
      );
      await assertHint(scene);
      await assertUsable(scene);
    });
  }
});

test('there are reasons that a setting mends', () => assert.ok(fixable.length > 0));

test('every way of saying yes logs in', async (t) => {
  const scene = await open(t);
  for (const id of SUCCESSES) {
    await t.test(id, async () => {
      await restart(scene);
      await authorize(scene, id);
      assert.equal(await notice(scene), '手机号获取成功');
      assert.deepEqual(await scene.storage(), { userPhone: '138****8000' });
    });
  }
});

test('whatever else the server answers, the user reads a Chinese sentence and can log in after it', async (t) => {
  const scene = await open(t);
  // A reply that is lost is no answer: retries.test.mjs.
  for (const id of Object.keys(serverAnswers).filter((answer) => !serverAnswers[answer].phoneInfo)) {
    await t.test(id, async () => {
      await restart(scene);
      await authorize(scene, 'allow', id);
      const text = await notice(scene);
      assert.match(text, SENTENCE);
      if (SERVER_TEXTS[id]) assert.equal(text, SERVER_TEXTS[id]);
      assert.deepEqual(await scene.storage(), {});
      await assertHint(scene);
      await logIn(scene);
    });
  }
});
