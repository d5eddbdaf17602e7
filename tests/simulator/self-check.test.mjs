/** The self-check in the simulator, switched on as its document says, with whole modules and with broken ones. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import test, { after, before } from 'node:test';

import { breakages } from '../support/self-check/breakages.mjs';
import { PAGE, selfCheckProject } from '../support/self-check/project.mjs';
import { stage } from '../support/simulator/browser.mjs';

/** The oldest base library of the simulator has no WXWebAssembly. */
const WITHOUT_WASM = '2.12.3';

/** The mini-program warns its developer where it runs as JavaScript, and the server has no file that is missing. */
const EXPECTED = /no-such-module|wx_phone_login_bg\.wasm|404|runs as JavaScript/;

/** A simulator for a mini-program with some damage. */
function staged(damage) {
  const project = selfCheckProject(damage);
  after(() => rm(project, { recursive: true }));
  return stage({ before, after }, project);
}

const whole = staged();
const stages = new Map(Object.entries(breakages).map(([name, { damage }]) => [name, damage ? staged(damage) : whole]));

async function openSelfCheck(t, { open }, { baseLibrary, delay } = {}) {
  const scene = await open(t, { settings: '?verifier=first', expected: EXPECTED });
  if (delay) await scene.page.route('**/*.wasm', (route) => setTimeout(() => route.continue(), delay));
  if (baseLibrary) await scene.set({ baseLibrary });
  if (delay) await scene.page.evaluate(() => window.simulator.startOver());
  return scene;
}

const act = ({ phone }, name) => phone.getByRole('button', { name, exact: true });

/** What the page says when it is done. */
async function checked(scene) {
  await act(scene, '开始自检').click();
  await act(scene, '复制结果').waitFor({ timeout: 30_000 });
  return scene.phone.locator('body').innerText();
}

test('the page that is switched on opens first, passes, and copies its result', async (t) => {
  const scene = await openSelfCheck(t, whole);
  assert.equal((await scene.log('page'))[0].text, PAGE);
  const text = await checked(scene);
  assert.match(text, /^通过\nWebAssembly 模块和 JavaScript 版都通过了全部检查。/);
  assert.match(text, /每个事件\s+\d+ µs\s+\d+ µs/, 'it measures');
  await act(scene, '复制结果').click();
  await scene.phone.getByText('已复制。').waitFor();
  const [{ detail }] = await scene.log('toast');
  assert.match(detail.data, /^wx-phone-login self-check\npackage: [\d.]+\nverdict: passed\nrunning: wasm\n/);
  assert.match(detail.data, /^client: platform ios; system iOS 17\.5; wechat [\d.]+$/m);
  assert.doesNotMatch(detail.data, /^ {2}refuted/m);
});

for (const [name, breakage] of Object.entries(breakages)) {
  test(`${name} is named`, async (t) => {
    const { delay, lacks, says } = breakage;
    const scene = await openSelfCheck(t, stages.get(name), { delay, baseLibrary: lacks && WITHOUT_WASM });
    const text = await checked(scene);
    assert.match(text, says instanceof RegExp ? says : new RegExp(says));
    assert.match(text, breakage.level === 'usable' ? /^可以使用/ : /^没有通过/);
  });
}

test('it asks for nothing but files of the package', async (t) => {
  const scene = await openSelfCheck(t, whole);
  const before = (await entries(scene)).length;
  const asked = [];
  scene.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await checked(scene);
  assert.deepEqual((await entries(scene)).slice(before), []);
  assert.ok(asked.length > 0 && asked.every((path) => /^\/package\/.*\.wasm$/.test(path)), asked.join());
});

/** What was called, sent, asked and kept. */
const entries = async ({ log }) =>
  (
    await Promise.all(['cloud', 'network', 'platform', 'analytics', 'storage', 'modal'].map((kind) => log(kind)))
  ).flat();
