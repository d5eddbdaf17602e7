/**
 * Popup and cloud function are deployed apart, so each works with the other of 0.1: today's popup with the replies of
 * 0.1's function, and 0.1's popup, from its npm package, with what today's functions really reply.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { unlimited } from '../../simulator/cloud/environment.mjs';
import { createCloud, serverAnswers } from '../../simulator/cloud/index.mjs';
import { root } from '../support/realm/package-files.mjs';
import { Phone, plain } from '../support/realm/phone.mjs';
import { ALLOWED, MASKED, NUMBER } from '../support/realm/samples.mjs';
import { openOwnPage } from '../support/realm/scene.mjs';

/** What 0.1's `decryptPhoneNumber` replied: neither `idempotent` nor `version` nor `reason`. */
const NUMBER_OF_0_1 = { success: true, phoneNumber: NUMBER, purePhoneNumber: NUMBER, countryCode: '86' };
const EXPIRED_IN_0_1 = { success: false, errCode: 40029, error: '授权已过期，请重新获取' };
const FAILED_IN_0_1 = { success: false, errCode: -404011, error: '手机号验证失败，请重试' };

const BROUGHT = { phoneNumber: NUMBER, countryCode: '86', maskedNumber: MASKED };
const CALLS = 'cloud-function="decryptPhoneNumber"';

test("a number of 0.1's function is a login", async () => {
  const scene = await openOwnPage(CALLS);
  scene.authorize();
  scene.wx.answer(NUMBER_OF_0_1);
  assert.deepEqual(scene.triggered('login'), [{ data: NUMBER_OF_0_1, ...BROUGHT }]);
  assert.deepEqual(scene.triggered('phoneNumberVerified'), [BROUGHT]);
  assert.deepEqual([...scene.wx.storage], [], 'nothing is learnt of it');
});

test("0.1's function spends a code at the first call, so an unanswered one is given 20 s", async () => {
  const scene = await openOwnPage(CALLS);
  scene.authorize();
  scene.phone.clock.pass(19_999);
  assert.equal(scene.wx.calls.length, 1);
  scene.phone.clock.pass(1001);
  assert.equal(scene.wx.calls.length, 2);
  scene.wx.answer(EXPIRED_IN_0_1);
  assert.deepEqual(scene.triggered('phoneNumberReject'), [], 'the first call may still bring the number');
  scene.wx.calls[0].success({ result: NUMBER_OF_0_1 });
  assert.deepEqual(scene.triggered('phoneNumberVerified'), [BROUGHT]);
});

test('a page that promises more than 0.1 holds still gets the number of the first call', async () => {
  const scene = await openOwnPage(`${CALLS} idempotent="{{true}}"`);
  scene.authorize();
  scene.phone.clock.pass(6000);
  assert.equal(scene.wx.calls.length, 2);
  scene.wx.answer(EXPIRED_IN_0_1);
  scene.wx.calls[0].success({ result: NUMBER_OF_0_1 });
  assert.deepEqual(scene.triggered('phoneNumberVerified'), [BROUGHT]);
});

for (const [reply, reason, buttonText] of [
  [EXPIRED_IN_0_1, 'code_invalid', '重新授权'],
  [FAILED_IN_0_1, 'internal', '重试'],
]) {
  test(`${reason} of 0.1's function is what it was`, async () => {
    const scene = await openOwnPage(CALLS);
    scene.authorize();
    scene.wx.answer(reply);
    assert.deepEqual(scene.triggered('phoneNumberReject'), [{ reason, errno: reply.errCode }]);
    assert.equal(scene.shown.buttonText, buttonText);
  });
}

const folder = mkdtempSync(join(tmpdir(), 'wx-phone-login-0.1.0-'));
after(() => rmSync(folder, { recursive: true }));
execFileSync('tar', ['-xzf', fileURLToPath(new URL('wx-phone-login-0.1.0.tgz', import.meta.url)), '-C', folder]);

/** A phone whose mini-program holds the files of 0.1.0. */
const oldPhone = () => new Phone({ folders: { '/': join(folder, 'package', 'miniprogram_dist') } });

const cloud = await createCloud({ functionsRoot: join(root, 'cloudfunctions'), variables: unlimited });
after(() => cloud.close());

/** What a phone is told of a call of one of today's functions. */
async function call(name, answer, code = cloud.issueCode()) {
  try {
    const { result } = await cloud.callFunction({ name, data: { code }, answer });
    return { result };
  } catch ({ errCode, errMsg }) {
    return { errCode, errMsg };
  }
}

/** Those that take as long as the function may run say nothing else than the client does by itself. */
const answers = Object.keys(serverAnswers).filter((id) => !['function_timeout', 'cold_start'].includes(id));

test("0.1 makes of each reply of today's function what the popup of today does", async () => {
  const [then, now] = [await oldPhone().ready(), await new Phone().ready()];
  assert.equal((await then.ready()).version, '0.1.0');
  for (const answer of answers) {
    const reply = await call('decryptPhoneNumber', answer);
    // These two came with 0.2.
    const { data, maskedNumber, ...judged } = plain(now.classifyReply(reply));
    assert.deepEqual(plain(then.classifyReply(reply)), judged, answer);
  }
});

test("0.1's popup gets by its second call the number that was lost with the first reply", async () => {
  const scene = await openOwnPage(CALLS, {}, oldPhone());
  const code = cloud.issueCode();
  scene.authorize({ ...ALLOWED, code });
  await call('decryptPhoneNumber', 'lost_reply', code);
  scene.phone.clock.pass(20_000);
  scene.phone.clock.pass(1000);
  assert.equal(scene.wx.calls.length, 2);
  scene.wx.answer((await call('decryptPhoneNumber', 'success', scene.wx.called[1].data.code)).result);
  assert.deepEqual(scene.triggered('phoneNumberVerified'), [BROUGHT]);
  assert.deepEqual([scene.toasts, scene.phone.console], [['手机号获取成功'], []]);
});

test("0.1's popup needs a number: phoneLogin, which keeps it, is for the popup of today", async () => {
  const reply = await call('phoneLogin', 'success');
  assert.equal(plain((await oldPhone().ready()).classifyReply(reply)).reason, 'bad_reply');
  assert.equal(plain((await new Phone().ready()).classifyReply(reply)).kind, 'ok');
});
