import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { npmPackage, root } from './package-files.mjs';
import { MODULE, Phone, plain, settled } from './phone.mjs';

const { version } = JSON.parse(readFileSync(join(root, 'pkg', 'package.json'), 'utf8'));
const SOURCE_PATH = '/phone-login/wx_phone_login_bg.wasm';
const NPM_PATH = '/miniprogram_npm/wx-phone-login/phone-login/wx_phone_login_bg.wasm';
const failure = () => Promise.reject(new Error('instantiate:fail'));

const functions = {
  classify: (phoneLogin) => phoneLogin.classify({}),
  classifyReply: (phoneLogin) => phoneLogin.classifyReply({}),
  notice: (phoneLogin) => phoneLogin.notice('unknown'),
  maskPhoneNumber: (phoneLogin) => phoneLogin.maskPhoneNumber('13800138000'),
  PhonePopup: (phoneLogin) => new phoneLogin.PhonePopup({}),
};

function assertUnready(phoneLogin) {
  for (const [name, call] of Object.entries(functions)) {
    assert.throws(() => call(phoneLogin), ({ message }) => message.includes(name) && /\bready\b/.test(message), name);
  }
}

for (const bare of [false, true]) {
  test(`ready() takes ${bare ? 'an Instance' : '{ instance }'}`, async () => {
    const phoneLogin = new Phone({ bare }).require(MODULE);
    assert.deepEqual(plain(await phoneLogin.ready()), { backend: 'wasm', version });
    for (const call of Object.values(functions)) assert.ok(call(phoneLogin));
  });
}

test('before ready() every function throws an error that names itself and ready', () => {
  assertUnready(new Phone().require(MODULE));
});

test('while ready() is pending every function still throws', async () => {
  const phone = new Phone();
  const release = phone.wasm.hold();
  const phoneLogin = phone.require(MODULE);
  const loaded = phoneLogin.ready();
  await settled();
  assertUnready(phoneLogin);
  release();
  await loaded;
  functions.classify(phoneLogin);
});

test('ready() is single-flight, and asks no more once it is loaded', async () => {
  const phone = new Phone();
  const phoneLogin = phone.require(MODULE);
  const both = await Promise.all([phoneLogin.ready(), phoneLogin.ready()]);
  assert.deepEqual(plain(both), [{ backend: 'wasm', version }, { backend: 'wasm', version }]);
  await phoneLogin.ready();
  assert.deepEqual(phone.wasm.asked, [SOURCE_PATH]);
});

test('ready() leaves no timer', async () => {
  const phone = new Phone();
  await phone.ready();
  assert.equal(phone.clock.running, 0);
});

test('ready() may be called again after a failure', async () => {
  const phone = new Phone();
  const phoneLogin = phone.require(MODULE);
  phone.wasm.intercept = failure;
  await assert.rejects(phoneLogin.ready(), { message: 'instantiate:fail' });
  assertUnready(phoneLogin);
  assert.equal(phone.clock.running, 0);
  phone.wasm.intercept = (start) => start();
  assert.equal((await phoneLogin.ready()).version, version);
  functions.classify(phoneLogin);
});

test('in an app that has the npm package the module is found there', async () => {
  const phone = new Phone({ folders: npmPackage });
  const phoneLogin = phone.require('/miniprogram_npm/wx-phone-login/phone-login/index');
  assert.equal((await phoneLogin.ready()).version, version);
  assert.equal(phone.wasm.asked.at(-1), NPM_PATH);
});

test('a path of its own is the only one that is tried', async () => {
  const phone = new Phone();
  const phoneLogin = phone.require(MODULE);
  await assert.rejects(phoneLogin.ready({ path: '/elsewhere/module.wasm' }), /elsewhere/);
  assert.deepEqual(phone.wasm.asked, ['/elsewhere/module.wasm']);
  await phoneLogin.ready({ path: 'phone-login/wx_phone_login_bg.wasm' });
  functions.classify(phoneLogin);
});

test('a load that takes longer than the timeout is rejected, and what comes later breaks nothing', async () => {
  const phone = new Phone();
  const release = phone.wasm.hold();
  const phoneLogin = phone.require(MODULE);
  const rejected = assert.rejects(phoneLogin.ready({ timeout: 50 }), /\b50 ms\b/);
  phone.clock.pass(49);
  await settled();
  assert.equal(phone.clock.running, 1);
  phone.clock.pass(1);
  await rejected;
  release();
  await settled();
  assert.equal(phone.clock.running, 0);
  assert.equal((await phoneLogin.ready()).version, version);
  functions.classify(phoneLogin);
});

test('a late failure of a load that timed out is nobody\'s unhandled rejection', async () => {
  const phone = new Phone();
  let fail;
  phone.wasm.intercept = () => new Promise((resolve, reject) => {
    fail = () => reject(new Error('instantiate:fail late'));
  });
  const rejected = assert.rejects(phone.require(MODULE).ready({ timeout: 50 }), /\b50 ms\b/);
  phone.clock.pass(50);
  await rejected;
  fail();
  await settled();
});

test('without a timeout option a load that never ends is given up within a minute', async () => {
  const phone = new Phone();
  phone.wasm.intercept = () => new Promise(() => {});
  const rejected = assert.rejects(phone.require(MODULE).ready(), /not loaded/);
  phone.clock.pass(60_000);
  await rejected;
});

test('a client without WXWebAssembly is told what is missing', async () => {
  const phoneLogin = new Phone({ withoutGlobals: ['WXWebAssembly'] }).require(MODULE);
  await assert.rejects(phoneLogin.ready(), /WXWebAssembly/);
  assertUnready(phoneLogin);
});

const badAnswers = [
  ['nothing', () => undefined],
  ['an instance of another module', () => ({ instance: { exports: {} } })],
];

for (const [name, answer] of badAnswers) {
  test(`${name} instead of an instance is a failure, after which ready() works`, async () => {
    const phone = new Phone();
    const phoneLogin = phone.require(MODULE);
    phone.wasm.intercept = async () => answer();
    await assert.rejects(phoneLogin.ready());
    assertUnready(phoneLogin);
    phone.wasm.intercept = (start) => start();
    assert.equal((await phoneLogin.ready()).version, version);
  });
}

test('an instantiate that throws at once makes ready() reject, not throw', async () => {
  const phone = new Phone();
  const phoneLogin = phone.require(MODULE);
  phone.wasm.intercept = () => {
    throw new Error('instantiate:fail at once');
  };
  let loading;
  assert.doesNotThrow(() => {
    loading = phoneLogin.ready();
  });
  await assert.rejects(loading, { message: 'instantiate:fail at once' });
  phone.wasm.intercept = (start) => start();
  assert.equal((await phoneLogin.ready()).version, version);
});

test('an instantiate that throws at once for a missing file still leads to the npm path', async () => {
  const phone = new Phone({ folders: npmPackage });
  phone.wasm.intercept = (start) => {
    if (phone.wasm.asked.at(-1) === SOURCE_PATH) throw new Error('instantiate:fail no such file');
    return start();
  };
  const phoneLogin = phone.require('/miniprogram_npm/wx-phone-login/phone-login/index');
  assert.equal((await phoneLogin.ready()).version, version);
});
