/** A course that is recorded in the browser can be played, sent as a link, and run as a scenario of the tests. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';

import { scenarioOf } from '../../simulator/web/host/course/scenario.js';
import { MOST_STEPS, stepsIn, textOf } from '../../simulator/web/host/course/steps.js';
import { stage } from '../support/simulator/browser.mjs';
import { address, exported, file } from './kept-course.mjs';
import { againButton, agreementToggle, allowButton, loginButton, reached, rejectButton } from './popup-page.mjs';

const { open } = stage({ before, after });

const RUNNER = fileURLToPath(new URL('run-scenario.mjs', import.meta.url));
const RUNNERS = ['wasm', 'fallback', 'component', 'own component'];

test('a course reads as it was written', () => {
  const steps = [
    { after: 0, action: 'set', what: 'baseLibrary-2.24.3' },
    { after: 120, action: 'tap', what: 'agreement-2' },
    { after: 3, action: 'platform', what: 'deny-old-android' },
    { after: 0, action: 'server', what: 'code_invalid' },
    { after: 60000, action: 'leave', what: '' },
  ];
  const text = textOf(steps);
  assert.deepEqual(stepsIn(text), steps);
  assert.equal(new URLSearchParams({ course: text }).toString(), `course=${text}`, 'an address keeps it as it is');
  assert.deepEqual(stepsIn(''), []);
});

for (const text of [
  'x',
  '1',
  '1-',
  '1-nothing',
  '-1-tap-login',
  '1-tap-login*',
  '1-toString',
  '1-tap-<b>',
  '1.5-tap-a',
]) {
  test(`${text} is no course`, () => assert.throws(() => stepsIn(text), RangeError));
}

test('a course that is too long for an address is refused', () => {
  const steps = Array.from({ length: MOST_STEPS + 1 }, () => ({ after: 1, action: 'tap', what: 'login' }));
  assert.throws(() => stepsIn(textOf(steps)), /300/);
});

const press = ({ page }, id) => page.getByTestId(id).click();
const courseOf = ({ page }) => page.evaluate(() => window.simulator.choices.course);
const toasts = async (scene) => (await scene.log('toast')).map(({ text }) => text);
const played = ({ page }) =>
  page.waitForFunction(
    () =>
      window.simulator.course.mode === 'idle' &&
      window.simulator.course.played === window.simulator.course.steps.length,
    undefined,
    { timeout: 60_000 },
  );

/** Records what is done, with the buttons of the page. */
async function record(scene, act) {
  await press(scene, 'record');
  await scene.page.waitForFunction(() => window.simulator.course.mode === 'recording');
  await act(scene);
  await press(scene, 'record');
  await scene.page.waitForFunction(() => window.simulator.course.mode === 'idle');
}

/** Runs a scenario through everything that tests/scenarios runs. */
function run(scenario) {
  const { stdout, stderr } = spawnSync(process.execPath, [RUNNER], {
    input: JSON.stringify(scenario),
    encoding: 'utf8',
  });
  assert.deepEqual(stdout.trim().split('\n'), RUNNERS, stderr);
}

/** What users of the simulator do. */
const COURSES = {
  'a refusal, then a network that fails once': {
    query: '',
    async act(scene) {
      await loginButton(scene).click();
      await allowButton(scene).click();
      await press(scene, 'sheet-deny');
      await reached(scene, 'rejected');
      await scene.page.getByTestId('pick-server').selectOption('network-success');
      await allowButton(scene).click();
      await press(scene, 'sheet-allow');
      await scene.phone.getByRole('button', { name: '退出登录' }).click();
    },
  },
  'a server of one’s own that is not in the list, and a box to tick': {
    query: '?verifier=own-server&agreement=wechat&server=domain-success&platform=allow&latency=slow',
    expected: /url not in domain list/,
    async act(scene) {
      await loginButton(scene).click();
      await agreementToggle(scene).click();
      await allowButton(scene).click();
      await reached(scene, 'failed');
      await againButton(scene).click();
      await reached(scene, 'verified');
    },
  },
  'a page that exchanges the code itself, and a user who leaves': {
    query: '?verifier=page&platform=allow&server=code_invalid&mode=realtime',
    async act(scene) {
      await loginButton(scene).click();
      await allowButton(scene).click();
      await reached(scene, 'failed');
      await rejectButton(scene).click();
      await press(scene, 'leave-page');
      await scene.page.getByRole('button', { name: '重新进入' }).click();
      await loginButton(scene).click();
    },
  },
  'a privacy agreement that the popup asks for, and the background': {
    query: '?privacy=popup&privacyState=needed&platform=cancel&locale=en',
    async act(scene) {
      await loginButton(scene).click();
      await scene.page.waitForFunction(() => window.simulator.state.openType === 'agreePrivacyAuthorization');
      await allowButton(scene).press('Enter');
      await scene.page.waitForFunction(() => window.simulator.state.openType === 'getPhoneNumber');
      await scene.page.locator('#to-background').click();
      await scene.page.locator('#to-foreground').click();
      await allowButton(scene).click();
      await reached(scene, 'rejected');
    },
  },
};

for (const [name, { query, act, expected }] of Object.entries(COURSES)) {
  test(`${name}: recorded, exported, run by every runner, and sent as a link`, async (t) => {
    const scene = await open(t, { settings: query, expected });
    await record(scene, act);
    const before = { toasts: await toasts(scene), state: await scene.state() };
    const link = new URL(scene.page.url()).search;
    const scenario = await exported(scene.page, name);
    assert.ok(scenario.steps.length > 4);
    assert.doesNotMatch(JSON.stringify(scenario), /[0-9a-f]{32}|eyJ/, 'no code and no token');
    run(scenario);

    const other = await open(t, { settings: link, expected });
    await played(other);
    assert.equal(await courseOf(other), await courseOf(scene));
    assert.deepEqual({ toasts: await toasts(other), state: await other.state() }, before);
    assert.deepEqual(await exported(other.page, name), scenario);
  });
}

test('a scenario that says something else than what happens is seen by the runners', async (t) => {
  const scene = await open(t, { settings: '' });
  await record(scene, async () => {
    await loginButton(scene).click();
    await rejectButton(scene).click();
  });
  const scenario = await exported(scene.page, 'a refusal');
  run(scenario);
  delete scenario.steps.at(-1).events;
  assert.throws(() => run(scenario), /events: expected/);
});

test('the scenario that is kept among the tests is what its course exports today', async (t) => {
  const scene = await open(t, { settings: address });
  await played(scene);
  const kept = JSON.parse(await readFile(file, 'utf8'));
  assert.deepEqual([await exported(scene.page)], kept, 'node tests/simulator/kept-course.mjs writes it anew');
});

test('a course that goes another way than it was recorded stops, and says at which step', async (t) => {
  const scene = await open(t, { settings: '?course=10-tap-login*10-tap-other*10-tap-allow' });
  await scene.page.getByTestId('log-error').waitFor();
  assert.match((await scene.log('error'))[0].text, /第 2 步.*other/);
  await loginButton(scene).waitFor();
});

test('a course that is stopped stays where it is, the phone can be used again, and time goes on', async (t) => {
  const scene = await open(t, { settings: '?course=100-tap-login*60000-tap-allow' });
  await reached(scene, 'prompting');
  await allowButton(scene).click();
  assert.equal((await scene.log('tap')).length, 1, 'while it plays nobody else does');
  await press(scene, 'play');
  await scene.page.waitForFunction(() => window.simulator.course.mode === 'idle');
  await scene.platform('allow');
  await scene.server('network-success');
  await allowButton(scene).click();
  await reached(scene, 'verified');
  assert.deepEqual(await scene.log('error'), []);
});

test('while a course is recorded the page says so, and to start over ends it', async (t) => {
  const scene = await open(t, { settings: '' });
  await press(scene, 'record');
  await scene.page.getByTestId('record').getByText('停止 0 步').waitFor();
  await loginButton(scene).click();
  await scene.page.getByTestId('record').getByText('停止 1 步').waitFor();
  assert.equal(new URL(scene.page.url()).search, '', 'the address does not change with every step');
  await press(scene, 'start-over');
  await scene.page.getByTestId('play').getByText('回放 1 步').waitFor();
  assert.match(new URL(scene.page.url()).search, /^\?course=\d+-tap-login$/);
  await press(scene, 'reset');
  await scene.page.getByTestId('play').waitFor({ state: 'hidden' });
  assert.equal(new URL(scene.page.url()).search, '');
});

test('what no scenario can say is refused with its reason', () => {
  const made = { popup: 1, made: { options: {}, view: {} } };
  const event = (type) => ({ popup: 1, at: 1, event: { type }, patch: {}, effects: [] });
  assert.throws(() => scenarioOf([], 'x'), /没有弹窗/);
  assert.throws(() => scenarioOf([made, { popup: 2, made: made.made }], 'x'), /两个弹窗/);
  assert.throws(() => scenarioOf([made, event('show'), {}], 'x'), /重启/);
  assert.throws(() => scenarioOf([made, event('show'), event('recovered')], 'x'), /recovered/);
});
