/** The page that opens first, where its popup verifies by a server of one's own or by a service of cloud hosting. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';

import { answerSequences } from '../../simulator/answer-sequences.mjs';
import { ownServerAnswers } from '../../simulator/own-server/index.mjs';
import { repository, stage } from '../support/simulator/browser.mjs';
import {
  allowButton,
  askButton,
  authorize,
  loginButton,
  popup,
  popupEvents,
  reached,
  statusLine,
} from './popup-page.mjs';

const { open } = stage({ before, after });

const REQUESTS = {
  'own-server': 'POST https://login.example.com/phone-login ←',
  'cloud-hosting': 'callContainer POST /phone-login ←',
};
const BACK_ENDS = Object.keys(REQUESTS);

/** Reason → what the user reads of it, where another way to log in is offered. */
const guidance = JSON.parse(readFileSync(join(repository, 'tests/guidance.json'), 'utf8'));

/** Answer → the reason that it has to come to. What is waited for a minute stands below. */
const OF_BOTH = {
  no_number: 'bad_reply',
  server_refused: 'server_refused',
  unauthorized: 'unknown',
  http_500: 'internal',
  http_502: 'internal',
  code_invalid: 'code_invalid',
  invalid_appid: 'invalid_appid',
  daily_limit: 'daily_limit',
  high_risk_user: 'high_risk_user',
  busy: 'busy',
  credential: 'credential',
  timeout: 'timeout',
  lost_reply: 'timeout',
  client_network: 'network',
};
const FAILURES = {
  'own-server': {
    ...OF_BOTH,
    http_404: 'function_missing',
    domain: 'function_missing',
    server_down: 'network',
  },
  'cloud-hosting': {
    ...OF_BOTH,
    path: 'function_missing',
    other_mini_program: 'environment',
  },
};
const WAITED_FOR = { 'own-server': ['rate_limited'], 'cloud-hosting': ['rate_limited', 'too_many_calls'] };
const SUCCESSES = ['success', 'success_number', 'success_enveloped'];

const logOutButton = ({ phone }) => phone.getByRole('button', { name: '退出登录' });

/** What was sent to the back end, in order. */
async function sent(scene, backEnd) {
  const entries = await scene.log('network');
  return entries.filter(({ text }) => text === REQUESTS[backEnd]).map(({ detail }) => detail);
}

/** Lets the clock of the phone run until the popup has come to rest. It never runs while the back end is at work. */
async function rest({ page, state, isAsking }) {
  for (let second = 0; second < 70; second += 1) {
    while (isAsking()) await page.waitForTimeout(10);
    if (['failed', 'verified'].includes((await state()).state)) return;
    await page.clock.runFor(1000);
  }
  assert.fail(`still ${(await state()).state}`);
}

async function openAt(t, backEnd) {
  const scene = await open(t, { settings: `?verifier=${backEnd}` });
  await scene.page.clock.install();
  const asking = new Set();
  scene.page.on('request', (request) => request.url().endsWith('/network/request') && asking.add(request));
  for (const end of ['requestfinished', 'requestfailed']) scene.page.on(end, (request) => asking.delete(request));
  return { ...scene, isAsking: () => asking.size > 0 };
}

async function startOver({ page }) {
  await page.evaluate(() => window.simulator.startOver());
}

for (const backEnd of BACK_ENDS) {
  test(`${backEnd}: every answer is expected here`, () => {
    const expected = [...SUCCESSES, ...Object.keys(FAILURES[backEnd]), ...WAITED_FOR[backEnd]];
    assert.deepEqual(expected.toSorted(), Object.keys(ownServerAnswers[backEnd]).toSorted());
  });

  test(`${backEnd}: who allows is logged in, by one request with the code, and stays so`, async (t) => {
    const scene = await open(t, { settings: `?verifier=${backEnd}` });
    await authorize(scene, 'allow');
    await logOutButton(scene).waitFor();
    assert.equal(await popup(scene).count(), 0);
    const requests = await sent(scene, backEnd);
    assert.deepEqual(requests.map(Object.keys), [['code', 'mode']]);
    assert.deepEqual(
      (await scene.log('cloud')).map(({ text }) => text),
      ['init'],
      'no cloud function',
    );
    const { session } = await scene.storage();
    assert.deepEqual([session.maskedNumber, session.user.isNew], ['138****8000', true]);
    assert.doesNotMatch(JSON.stringify(await scene.log('network')), /"phoneNumber"|13800138000/);
    await scene.page.getByTestId('leave-page').click();
    await scene.page.getByRole('button', { name: '重新进入' }).click();
    await logOutButton(scene).waitFor();
    await scene.page.waitForFunction(() => window.simulator.log.filter(({ kind }) => kind === 'cloud').length >= 3);
    assert.ok(await logOutButton(scene).isVisible(), 'a cloud function that is not there logs nobody out');
  });

  test(`${backEnd}: however a server says yes, the user is logged in`, async (t) => {
    const scene = await openAt(t, backEnd);
    for (const id of SUCCESSES) {
      await t.test(id, async () => {
        await startOver(scene);
        await authorize(scene, 'allow', id);
        await logOutButton(scene).waitFor();
        assert.equal((await scene.storage()).session.maskedNumber, '138****8000');
      });
    }
  });

  test(`${backEnd}: every failure has its reason and its words, and the next try logs in`, async (t) => {
    const scene = await openAt(t, backEnd);
    for (const [id, reason] of Object.entries(FAILURES[backEnd])) {
      await t.test(id, async () => {
        await startOver(scene);
        await authorize(scene, 'allow', id);
        await rest(scene);
        const [{ detail }] = (await scene.log('analytics')).filter(({ text }) => text === 'phone_number_error');
        assert.equal(detail.reason, reason);
        assert.equal(await statusLine(scene).textContent(), guidance[reason].status[0]);
        assert.deepEqual(await scene.log('toast'), []);
        const codes = new Set((await sent(scene, backEnd)).map(({ code }) => code));
        assert.equal(codes.size, 1, 'one code was paid for');
        await scene.server('success');
        await (await askButton(scene)).click();
        await rest(scene);
        assert.equal((await scene.state()).state, 'verified');
      });
    }
  });

  test(`${backEnd}: where a minute helps, the popup waits for it and sends the same code again`, async (t) => {
    const scene = await openAt(t, backEnd);
    for (const id of WAITED_FOR[backEnd]) {
      await t.test(id, async () => {
        await startOver(scene);
        await authorize(scene, 'allow', id);
        await scene.phone.getByText('60 秒后自动重试').waitFor();
        await scene.server('success');
        await rest(scene);
        assert.equal((await scene.state()).state, 'verified');
        const codes = (await sent(scene, backEnd)).map(({ code }) => code);
        assert.deepEqual([codes.length, new Set(codes).size], [2, 1]);
      });
    }
  });

  test(`${backEnd}: what fails once is sent again, with one code that is paid for once`, async (t) => {
    const scene = await openAt(t, backEnd);
    for (const [id, { label }] of Object.entries(answerSequences[backEnd])) {
      await t.test(id, async () => {
        await startOver(scene);
        await authorize(scene, 'allow', id);
        await rest(scene);
        const needsTap = label.includes('重试后成功');
        assert.equal((await scene.state()).state, needsTap ? 'failed' : 'verified');
        if (needsTap) await (await askButton(scene)).click();
        await reached(scene, 'verified');
        const codes = (await sent(scene, backEnd)).map(({ code }) => code);
        assert.deepEqual([codes.length, new Set(codes).size], [2, 1]);
        assert.equal((await scene.log('platform')).length, 1);
      });
    }
  });
}

test('the server’s own sentence is shown to the user where the page wants that', async (t) => {
  const scene = await open(t, { settings: '?verifier=own-server&serverMessage=shown' });
  await authorize(scene, 'allow', 'server_refused');
  await reached(scene, 'failed');
  assert.equal(await statusLine(scene).textContent(), '该账号已停用，请联系客服');
});

test('a base library without callContainer is told the developer, and the user is let go on', async (t) => {
  const scene = await open(t, {
    settings: '?verifier=cloud-hosting&baseLibrary=2.12.3',
    expected: /WXWebAssembly is missing/,
  });
  await authorize(scene, 'allow');
  await reached(scene, 'failed');
  assert.deepEqual(await sent(scene, 'cloud-hosting'), []);
  assert.equal((await scene.log('hint')).length, 1);
  assert.equal(await allowButton(scene).textContent(), '其他方式登录');
  await allowButton(scene).click();
  await popup(scene).waitFor({ state: 'detached' });
  assert.equal((await popupEvents(scene, 'other-login')).length, 1);
});

test('the back end is chosen on the panel, and the popup that is open asks it from then on', async (t) => {
  const scene = await open(t, { settings: '' });
  await scene.page.getByTestId('verifier-own-server').click();
  await loginButton(scene).click();
  await allowButton(scene).waitFor();
  await scene.page.getByTestId('verifier-cloud-hosting').click();
  await scene.platform('allow');
  await allowButton(scene).click();
  await logOutButton(scene).waitFor();
  assert.equal((await sent(scene, 'cloud-hosting')).length, 1);
  assert.deepEqual(await sent(scene, 'own-server'), []);
});
