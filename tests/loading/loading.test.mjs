import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { root } from '../support/realm/package-files.mjs';
import { MODULE, Phone, plain, settled } from '../support/realm/phone.mjs';

const { version } = JSON.parse(readFileSync(join(root, 'pkg', 'package.json'), 'utf8'));

const functions = {
  classify: (phoneLogin) => phoneLogin.classify({}),
  classifyReply: (phoneLogin) => phoneLogin.classifyReply({}),
  notice: (phoneLogin) => phoneLogin.notice('unknown'),
  maskPhoneNumber: (phoneLogin) => phoneLogin.maskPhoneNumber('13800138000'),
  PhonePopup: (phoneLogin) => new phoneLogin.PhonePopup({}),
};

function assertReady(phoneLogin) {
  for (const [name, call] of Object.entries(functions)) assert.ok(call(phoneLogin), name);
}

function assertUnready(phoneLogin) {
  for (const [name, call] of Object.entries(functions)) {
    assert.throws(
      () => call(phoneLogin),
      ({ message }) => message.includes(name) && /\bready\b/.test(message),
      name,
    );
  }
}

/** A phone on which neither backend loads until the package is there again. */
function withoutPackage() {
  const phone = new Phone();
  const phoneLogin = phone.require(MODULE);
  const { folders } = phone.files;
  phone.files.folders = [];
  const restore = () => {
    phone.files.folders = folders;
  };
  return { phone, phoneLogin, restore };
}

for (const backend of ['wasm', 'js']) {
  test(`${backend}: ready() says which backend runs, and its version`, async () => {
    const phoneLogin = new Phone({ backend }).require(MODULE);
    assert.deepEqual(plain(await phoneLogin.ready()), { backend, version });
    assertReady(phoneLogin);
  });

  test(`${backend}: before ready() every function throws an error that names itself and ready`, () => {
    assertUnready(new Phone({ backend }).require(MODULE));
  });

  test(`${backend}: ready() leaves no timer`, async () => {
    const phone = new Phone({ backend });
    await phone.ready();
    assert.equal(phone.clock.running, 0);
  });

  test(`${backend}: ready() is single-flight`, async () => {
    const phoneLogin = new Phone({ backend }).require(MODULE);
    const [one, other] = await Promise.all([phoneLogin.ready(), phoneLogin.ready()]);
    assert.equal(one, other);
    const popup = new phoneLogin.PhonePopup({});
    assert.equal(await phoneLogin.ready(), one);
    assert.equal(popup.dispatch({ type: 'show' }, 0).patch.state, 'prompting', 'the module is the same');
  });
}

for (const bare of [false, true]) {
  test(`ready() takes ${bare ? 'an Instance' : '{ instance }'}`, async () => {
    const phoneLogin = new Phone({ backend: 'wasm', bare }).require(MODULE);
    assert.equal((await phoneLogin.ready()).backend, 'wasm');
    assertReady(phoneLogin);
  });
}

test('a module that is loaded is not asked for again', async () => {
  const phone = new Phone();
  const phoneLogin = await phone.ready();
  await phoneLogin.ready({ path: '/elsewhere.wasm' });
  assert.equal(phone.wasm.asked.length, 1);
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
  assertReady(phoneLogin);
});

test('ready() is rejected where neither backend loads, and may be called again', async () => {
  const { phone, phoneLogin, restore } = withoutPackage();
  await assert.rejects(phoneLogin.ready(), /wx_phone_login_fallback/);
  assertUnready(phoneLogin);
  assert.equal(phone.clock.running, 0);
  restore();
  assert.deepEqual(plain(await phoneLogin.ready()), { backend: 'wasm', version });
  assertReady(phoneLogin);
});

test('what ready() was given is remembered for the next load', async () => {
  const { phone, phoneLogin, restore } = withoutPackage();
  await assert.rejects(phoneLogin.ready({ path: '/phone-login/wx_phone_login_bg.wasm' }));
  phone.wasm.asked.length = 0;
  restore();
  await phoneLogin.ready();
  assert.deepEqual(phone.wasm.asked, ['/phone-login/wx_phone_login_bg.wasm']);
});
