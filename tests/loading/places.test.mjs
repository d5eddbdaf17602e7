import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';

import { root } from '../support/realm/package-files.mjs';
import { MODULE, Phone, settled } from '../support/realm/phone.mjs';

const built = join(root, 'pkg', 'miniprogram_dist');
const NAME = 'wx_phone_login_bg.wasm';
const tested = { backend: 'wasm' };

/** A phone whose package has the built files in one folder and nothing else. */
function installed(folder, options) {
  return new Phone({ ...tested, folders: { [folder]: built }, ...options });
}

/** The page that is open is one of the package's own. */
function openEmptyPage(phone, route) {
  phone.open({}, '<view />', { usingComponents: {} }, route);
}

test('in a plain copy the module is found at the first try', async () => {
  const phone = installed('/');
  assert.equal((await phone.require(MODULE).ready()).backend, 'wasm');
  assert.deepEqual(phone.wasm.asked, [`/phone-login/${NAME}`]);
});

test('in an app that has the npm package the module is found there', async () => {
  const phone = installed('/miniprogram_npm/wx-phone-login/');
  assert.equal((await phone.require('/miniprogram_npm/wx-phone-login/index').ready()).backend, 'wasm');
  assert.equal(phone.wasm.asked.at(-1), `/miniprogram_npm/wx-phone-login/phone-login/${NAME}`);
});

for (const place of ['sub', 'sub/deeper', 'sub/miniprogram_npm/wx-phone-login', 'sub/wxcomponents/wx-phone-login']) {
  test(`a module in ${place} is found from the page that is open`, async () => {
    const phone = installed(`/${place}/`);
    openEmptyPage(phone, 'sub/deeper/pages/login/login');
    assert.equal((await phone.require(`/${place}/phone-login/index`).ready()).backend, 'wasm');
    assert.equal(phone.wasm.asked.at(-1), `/${place}/phone-login/${NAME}`);
  });
}

const frameworks = ['wxcomponents/wx-phone-login', 'native/wx-phone-login', 'npm/wx-phone-login/miniprogram_dist'];

for (const place of ['sub', 'lib/login', 'sub/miniprogram_npm/wx-phone-login', ...frameworks]) {
  test(`the component in ${place} knows where its module is`, async () => {
    const phone = installed(`/${place}/`);
    const path = `/${place}/components/login-popup-system/login-popup-system`;
    phone.open({}, '<login-popup-system />', { usingComponents: { 'login-popup-system': path } }, 'pages/index/index');
    await phone.require(`/${place}/phone-login/index`).ready();
    assert.deepEqual(phone.wasm.asked, [`/${place}/phone-login/${NAME}`]);
  });
}

test('a module in wxcomponents is found without a component', async () => {
  const phone = installed('/wxcomponents/wx-phone-login/');
  const phoneLogin = phone.require('/wxcomponents/wx-phone-login/phone-login/index');
  assert.equal((await phoneLogin.ready()).backend, 'wasm');
});

test('the component of a plugin gives a path from the root of the plugin', async () => {
  const phone = new Phone(tested);
  const { Host } = phone.require('/phone-login/host');
  const is = 'plugin-private://wx1234/login/components/login-popup-system/login-popup-system';
  assert.deepEqual({ ...new Host({ is, data: {} }).place() }, { folder: 'login/phone-login' });
});

/** By the page that is open: every path that is tried for a module that is nowhere. */
const nowhere = {
  'pages/index/index': [
    '/phone-login/',
    '/miniprogram_npm/wx-phone-login/phone-login/',
    '/wxcomponents/wx-phone-login/phone-login/',
  ],
  'shop/pages/login/login': [
    '/phone-login/',
    '/miniprogram_npm/wx-phone-login/phone-login/',
    '/wxcomponents/wx-phone-login/phone-login/',
    '/shop/phone-login/',
    '/shop/miniprogram_npm/wx-phone-login/phone-login/',
    '/shop/wxcomponents/wx-phone-login/phone-login/',
  ],
};

for (const [route, folders] of Object.entries(nowhere)) {
  test(`few paths are tried from ${route}, and the developer is told what to copy where`, async () => {
    const phone = new Phone(tested);
    phone.files.hidden.add(`/phone-login/${NAME}`);
    openEmptyPage(phone, route);
    assert.equal((await phone.require(MODULE).ready()).backend, 'js');
    assert.deepEqual(
      phone.wasm.asked,
      folders.map((folder) => folder + NAME),
    );
    const [[, warning], ...others] = phone.console;
    assert.ok(warning.includes(`copy ${NAME} to /phone-login/${NAME}`), warning);
    assert.deepEqual(others, []);
  });
}

test('where a build has left the file out of the folder of the component, it is to be copied to where every page looks', async () => {
  const phone = installed('/native/wx-phone-login/');
  phone.files.hidden.add(`/native/wx-phone-login/phone-login/${NAME}`);
  const path = '/native/wx-phone-login/components/login-popup-system/login-popup-system';
  phone.open({}, '<login-popup-system />', { usingComponents: { 'login-popup-system': path } });
  await phone.require('/native/wx-phone-login/phone-login/index').ready();
  assert.match(phone.console[0][1], /copy \S+ to \/phone-login\/wx_phone_login_bg\.wasm/);
});

test('a component that does not say where it is finds the module all the same', async () => {
  const phone = new Phone(tested);
  const { Host } = phone.require('/phone-login/host');
  const views = [];
  new Host({ data: {}, setData: (view) => void views.push(view) }).driver.load();
  await settled();
  assert.deepEqual([views.length, phone.wasm.instances.length], [1, 1]);
});

test('a module in a place that nobody could guess leads to the fallback', async () => {
  const phone = installed('/lib/login/');
  assert.equal((await phone.require('/lib/login/phone-login/index').ready()).backend, 'js');
});

for (const option of [{ folder: 'lib/login/phone-login' }, { path: `/lib/login/phone-login/${NAME}` }]) {
  const [[name, value]] = Object.entries(option);
  test(`it is found by its ${name}`, async () => {
    const phone = installed('/lib/login/');
    assert.equal((await phone.require('/lib/login/phone-login/index').ready(option)).backend, 'wasm');
    assert.ok(phone.wasm.asked[0].includes(value));
    assert.equal(phone.wasm.asked.length, 1);
  });
}

test('a path of its own is the only one that is tried', async () => {
  const phone = new Phone(tested);
  assert.equal((await phone.require(MODULE).ready({ path: '/elsewhere/module.wasm' })).backend, 'js');
  assert.deepEqual(phone.wasm.asked, ['/elsewhere/module.wasm']);
});

test('what the client says of its base library changes nothing', async () => {
  for (const baseLibrary of ['2.13.0', '3.0.0', '', 'develop']) {
    const phone = new Phone({ ...tested, says: { baseLibrary } });
    await phone.ready();
    assert.deepEqual(phone.wasm.asked, [`/phone-login/${NAME}`]);
  }
});

test('no path is tried twice', async () => {
  const phone = new Phone(tested);
  phone.wasm.intercept = () => Promise.reject(new Error('instantiate:fail'));
  openEmptyPage(phone, 'phone-login/pages/login/login');
  await phone.require(MODULE).ready({ folder: 'phone-login' });
  assert.equal(new Set(phone.wasm.asked).size, phone.wasm.asked.length);
});
