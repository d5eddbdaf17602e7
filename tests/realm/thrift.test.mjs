import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { root } from './package-files.mjs';
import { ALLOWED, CODE, DENIED, EXPIRED, MASKED, NO_QUOTA, NUMBER, VERIFIED } from './samples.mjs';
import { openIndex, openOwnPage } from './scene.mjs';

const FIVE_MINUTES = 5 * 60_000;

/** Everything that can happen to a popup, in an order that leads through every state. */
const course = [
  (scene) => scene.show(),
  (scene) => scene.show(),
  (scene) => scene.tapAllow(),
  (scene) => scene.deliver(DENIED),
  (scene) => scene.tapAllow(),
  (scene) => scene.phone.clock.pass(FIVE_MINUTES),
  (scene) => scene.tapReject(),
  (scene) => scene.show(),
  (scene) => scene.deliver(ALLOWED),
  (scene) => scene.deliver(ALLOWED),
  (scene) => scene.wx.answer(EXPIRED),
  (scene) => scene.tapAllow(),
  (scene) => scene.deliver({ ...ALLOWED, code: `${CODE}2` }),
  (scene) => scene.phone.clock.pass(FIVE_MINUTES),
  (scene) => scene.tapAllow(),
  (scene) => scene.deliver({ ...ALLOWED, code: `${CODE}3` }),
  (scene) => scene.wx.answer(VERIFIED),
  (scene) => scene.show(),
  (scene) => scene.tapAllow(),
  (scene) => scene.deliver(NO_QUOTA),
  (scene) => scene.tapReject(),
];

const scenes = {
  'where the page verifies': () => openIndex(),
  'where the page verifies, in an engine that passes on what is the same': () => openIndex({ passesOnTheSame: true }),
  'where the popup verifies': () => openOwnPage('cloud-function="decryptPhoneNumber"'),
};

for (const [where, open] of Object.entries(scenes)) {
  test(`${where} an event sets data once at most, and only what changes`, async () => {
    const scene = await open();
    const { setDataCalls } = scene.popup;
    for (const [index, happen] of course.entries()) {
      const before = setDataCalls.length;
      happen(scene);
      const calls = setDataCalls.slice(before);
      assert.ok(calls.length <= 1, `${calls.length} setData at step ${index}`);
      assert.deepEqual(calls.flatMap(({ unchanged }) => unchanged), [], `step ${index}`);
      assert.ok(calls.every(({ patch }) => Object.keys(patch).length > 0), `step ${index}`);
    }
    assert.ok(setDataCalls.length > course.length / 2, 'the course leads through states');
    assert.deepEqual(scene.phone.console, []);
  });

  test(`${where} neither number nor code is left anywhere`, async () => {
    const scene = await open();
    for (const happen of course) happen(scene);
    scene.show();
    scene.deliver(ALLOWED);
    scene.wx.fail({ errMsg: `cloud.callFunction:fail invalid code hint: [${CODE}] ${NUMBER}`, errCode: -404011 });
    assert.ok(!scene.traces.includes(CODE), 'the code');
    assert.ok(!scene.traces.includes(NUMBER), 'the number');
  });
}

test('the traces would show what is left', async () => {
  const places = [
    ({ wx }) => wx.global.setStorageSync('key', NUMBER),
    ({ wx }) => wx.global.reportEvent('name', { number: NUMBER }),
    ({ wx }) => wx.global.showToast({ title: NUMBER }),
    ({ phone }) => phone.realm.run('console').log({ detail: { number: NUMBER } }),
    ({ phone }) => phone.realm.run('console').error(new Error(NUMBER)),
    ({ page }) => page.instance.setData({ userPhone: NUMBER }),
  ];
  for (const leave of places) {
    const scene = await openIndex();
    assert.ok(!scene.traces.includes(NUMBER));
    leave(scene);
    assert.ok(scene.traces.includes(NUMBER), String(leave));
  }
});

test('the storage holds the masked number and nothing else', async () => {
  const scene = await openIndex();
  for (const happen of course) happen(scene);
  assert.deepEqual([...scene.wx.storage], [['userPhone', MASKED]]);
});

test('a success is reported once, every failure once', async () => {
  for (const open of Object.values(scenes)) {
    const scene = await open();
    for (const happen of course) happen(scene);
    const reported = scene.wx.reports.map(({ name, data }) => data.reason ?? name);
    const timeout = open === scenes['where the popup verifies'] ? ['timeout'] : [];
    const before = ['user_denied', 'user_denied', 'code_invalid', ...timeout];
    assert.deepEqual(reported, [...before, 'phone_number_success', 'quota_exhausted']);
  }
});

test('the hand-written JavaScript of the mini-program is 350 lines at most', () => {
  const folder = join(root, 'miniprogram');
  const files = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.js') && !name.endsWith('wx_phone_login_bg.js'));
  assert.ok(files.length >= 7, files.join());
  const lines = files.map((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n').length);
  const total = lines.reduce((sum, count) => sum + count);
  assert.ok(total <= 350, `${total} lines`);
});
