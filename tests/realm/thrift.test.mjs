import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openIndex, openOwnPage } from '../support/realm/scene.mjs';
import { course } from './course.mjs';

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
      const times = calls.map(({ at }) => at);
      assert.equal(new Set(times).size, times.length, `setData twice at once in step ${index}`);
      assert.deepEqual(
        calls.flatMap(({ unchanged }) => unchanged),
        [],
        `step ${index}`,
      );
      assert.ok(
        calls.every(({ patch }) => Object.keys(patch).length > 0),
        `step ${index}`,
      );
    }
    assert.ok(setDataCalls.length > course.length / 2, 'the course leads through states');
    assert.deepEqual(scene.phone.console, []);
  });
}

test('a success is reported once, every failure once', async () => {
  for (const open of Object.values(scenes)) {
    const scene = await open();
    for (const happen of course) happen(scene);
    const reported = scene.wx.reports.map(({ name, data }) => data.reason ?? name);
    const before = ['user_denied', 'code_invalid', 'timeout'];
    assert.deepEqual(reported, [...before, 'phone_number_success', 'quota_exhausted']);
  }
});
