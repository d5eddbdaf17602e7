import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { miniprogram } from '../support/realm/package-files.mjs';
import { MODULE, Phone, settled } from '../support/realm/phone.mjs';
import { CODE, NUMBER, VERIFIED } from '../support/realm/samples.mjs';
import { loaded, openIndex, openOwnPage, startIndex } from '../support/realm/scene.mjs';

const FALLBACK = '/phone-login/wx_phone_login_fallback';
const fails = () => Promise.reject(new Error('instantiate:fail'));

/** What `WXWebAssembly.instantiate` can do instead of giving an instance. */
const failures = {
  rejects: fails,
  'rejects with nothing': () => Promise.reject(),
  "rejects with WeChat's own shape": () => Promise.reject({ errMsg: 'instantiate:fail' }),
  'throws at once': () => {
    throw new Error('instantiate:fail at once');
  },
  'gives nothing': () => undefined,
  'gives an instance of another module': async () => ({ instance: { exports: {} } }),
  'gives an instance that lost an export': async () => ({ instance: { exports: { memory: {} } } }),
};

/** A phone whose WXWebAssembly does something of its own. */
function open(intercept, options) {
  const phone = new Phone({ backend: 'wasm', ...options });
  phone.wasm.intercept = intercept;
  return { phone, phoneLogin: phone.require(MODULE) };
}

const warnings = ({ console }) => console.filter(([level]) => level === 'warn').map(([, text]) => text);

for (const [name, intercept] of Object.entries(failures)) {
  test(`an instantiate that ${name} leads to the fallback, and the developer is told`, async () => {
    const { phone, phoneLogin } = open(intercept);
    assert.equal((await phoneLogin.ready()).backend, 'js');
    assert.equal(phoneLogin.maskPhoneNumber(NUMBER), '138****8000');
    assert.equal(phone.clock.running, 0);
    assert.match(warnings(phone).join(), /runs as JavaScript/);
  });
}

test('the developer is told which paths were tried, and what was said of each', async () => {
  const { phone, phoneLogin } = open(fails);
  await phoneLogin.ready();
  const [warning] = warnings(phone);
  for (const path of phone.wasm.asked) assert.ok(warning.includes(`${path}: instantiate:fail`), path);
});

test('an instantiate that never settles ends at the deadline with the fallback', async () => {
  const { phone, phoneLogin } = open(() => new Promise(() => {}));
  const loading = phoneLogin.ready({ timeout: 50 });
  phone.clock.pass(49);
  await settled();
  assert.throws(() => phoneLogin.classify({}), /ready/);
  phone.clock.pass(1);
  assert.equal((await loading).backend, 'js');
  assert.match(warnings(phone).join(), /\b50 ms\b/);
});

for (const options of [undefined, {}, { timeout: undefined }]) {
  test(`ready(${JSON.stringify(options) ?? ''}) gives a load that never ends two seconds`, async () => {
    const { phone, phoneLogin } = open(() => new Promise(() => {}));
    const loading = phoneLogin.ready(options);
    phone.clock.pass(1_999);
    await settled();
    assert.throws(() => phoneLogin.classify({}), /ready/);
    phone.clock.pass(1);
    assert.equal((await loading).backend, 'js');
  });
}

test('an instance that comes after the deadline changes nothing', async () => {
  const { phone, phoneLogin } = open(undefined);
  const release = phone.wasm.hold();
  const loading = phoneLogin.ready({ timeout: 50 });
  phone.clock.pass(50);
  await loading;
  const popup = new phoneLogin.PhonePopup({});
  popup.dispatch({ type: 'show' }, 0);
  release();
  await settled();
  assert.equal(phone.wasm.instances.length, 1, 'it has come');
  assert.equal((await phoneLogin.ready()).backend, 'js');
  assert.equal(popup.dispatch({ type: 'tap' }, 0).patch.state, 'authorizing', 'the popup lives on');
});

test("a failure that comes after the deadline is nobody's unhandled rejection", async () => {
  let fail;
  const { phone, phoneLogin } = open(
    () =>
      new Promise((_resolve, reject) => {
        fail = () => reject(new Error('instantiate:fail late'));
      }),
  );
  const loading = phoneLogin.ready({ timeout: 50 });
  phone.clock.pass(50);
  await loading;
  phone.wasm.intercept = fails;
  fail();
  await settled();
  assert.equal(phoneLogin.maskPhoneNumber(NUMBER), '138****8000');
});

test('an instantiate that settles twice is taken at its first word', async () => {
  const twice = (start) => ({
    // biome-ignore lint/suspicious/noThenProperty: a client's own promise may do worse than a real one.
    then(resolve, reject) {
      start().then((result) => {
        resolve(result);
        resolve(undefined);
        reject(new Error('instantiate:fail after all'));
      });
    },
  });
  const { phone, phoneLogin } = open(twice);
  assert.equal((await phoneLogin.ready()).backend, 'wasm');
  await settled();
  assert.equal(phoneLogin.maskPhoneNumber(NUMBER), '138****8000');
  assert.deepEqual(phone.console, []);
});

test('a client without WXWebAssembly is no news', async () => {
  const phone = new Phone({ backend: 'js' });
  await phone.ready();
  assert.deepEqual(phone.console, []);
});

test('where wasm loads the fallback is never read', async () => {
  const phone = new Phone({ backend: 'wasm' });
  await phone.ready();
  assert.ok(!phone.realm.modules.has(`${FALLBACK}.js`));
});

for (const [how, get] of Object.entries({ module: (found) => found, promise: (found) => Promise.resolve(found) })) {
  test(`a fallback that the app keeps elsewhere is taken as a ${how}, and only when it is needed`, async () => {
    const phone = new Phone({ backend: 'js' });
    const phoneLogin = phone.require(MODULE);
    let asked = 0;
    const fallback = () => {
      asked += 1;
      return get(phone.require(FALLBACK));
    };
    assert.equal((await phoneLogin.ready({ fallback })).backend, 'js');
    assert.equal(phoneLogin.classify({ detail: { code: CODE, errMsg: 'getPhoneNumber:ok' } }).code, CODE);
    assert.equal(asked, 1);
    await new Phone({ backend: 'wasm' }).require(MODULE).ready({ fallback });
    assert.equal(asked, 1);
  });
}

/** A client without wasm whose app has the fallback in a subpackage, and in the main package or not. */
function withSubpackage({ isHere }) {
  const folder = mkdtempSync(join(tmpdir(), 'wx-phone-login-sub-'));
  after(() => rmSync(folder, { recursive: true }));
  cpSync(join(miniprogram['/'], `${FALLBACK}.js`), join(folder, 'fallback.js'));
  writeFileSync(join(folder, 'app.js'), "module.exports = () => require.async('./fallback');\n");
  const phone = new Phone({ backend: 'js', folders: { ...miniprogram, '/sub/': folder } });
  if (!isHere) phone.files.hidden.add(`${FALLBACK}.js`);
  return { phone, phoneLogin: phone.require(MODULE), fallback: phone.require('/sub/app') };
}

test('a fallback in a subpackage comes by require.async', async () => {
  const { phone, phoneLogin, fallback } = withSubpackage({ isHere: false });
  assert.equal((await phoneLogin.ready({ fallback })).backend, 'js');
  assert.equal(phoneLogin.maskPhoneNumber(NUMBER), '138****8000');
  assert.ok(phone.realm.modules.has('/sub/fallback.js'));
});

const without = {
  'a client without require.async': () => {
    throw new TypeError('require.async is not a function');
  },
  'a subpackage that does not come': () => Promise.reject(new Error('loadSubpackage:fail')),
  'a subpackage that holds something else': () => ({}),
};

for (const [name, fallback] of Object.entries(without)) {
  test(`${name}: the fallback of the main package is taken by plain require`, async () => {
    const { phone, phoneLogin } = withSubpackage({ isHere: true });
    assert.equal((await phoneLogin.ready({ fallback })).backend, 'js');
    assert.ok(phone.realm.modules.has(`${FALLBACK}.js`));
  });
}

test("a fallback that is nowhere makes ready() reject with what the app's way said, and is asked for again", async () => {
  const { phoneLogin, fallback } = withSubpackage({ isHere: false });
  const answers = [() => Promise.reject(new Error('loadSubpackage:fail')), fallback];
  const next = () => answers.shift()();
  await assert.rejects(phoneLogin.ready({ fallback: next }), /loadSubpackage:fail/);
  assert.equal((await phoneLogin.ready()).backend, 'js');
});

test('a user of a client whose wasm fails is logged in all the same', async () => {
  const scene = startIndex({ backend: 'wasm' }, (phone) => {
    phone.wasm.intercept = fails;
  });
  await loaded(scene);
  scene.authorize();
  scene.wx.answer(VERIFIED);
  assert.deepEqual([scene.logins, scene.toasts], [[NUMBER], ['手机号获取成功']]);
});

test('a module that comes late makes the popup wait until the deadline at most', async () => {
  const scene = startIndex({ backend: 'wasm' }, (phone) => {
    phone.wasm.intercept = () => new Promise(() => {});
  });
  scene.show();
  await settled();
  assert.equal(scene.shown.state, undefined);
  scene.phone.clock.pass(2_000);
  await loaded(scene);
  assert.equal(scene.shown.state, 'prompting');
});

/** A page on a phone where neither backend loads until `restore` is called. */
function openWithoutModule() {
  const scene = startIndex({ backend: 'js' }, ({ files }) => files.hidden.add(`${FALLBACK}.js`));
  const restore = () => scene.phone.files.hidden.clear();
  return { scene, restore };
}

test('where neither loads the user is told, and the next tap tries again', async () => {
  const { scene, restore } = openWithoutModule();
  await settled();
  scene.show();
  await settled();
  assert.deepEqual(scene.toasts, ['请升级微信后重试']);
  assert.equal(scene.page.data.showPhonePopup, false, 'the page must be able to show it again');
  restore();
  scene.show();
  await loaded(scene);
  assert.equal(scene.shown.state, 'prompting');
  assert.equal(scene.phone.require(MODULE).notice('unsupported').title, scene.toasts[0]);
});

test('where neither loads and the toast fails too, the next tap tries again', async () => {
  const { scene, restore } = openWithoutModule();
  await settled();
  scene.wx.global.showToast = () => {
    throw new Error('showToast:fail');
  };
  scene.show();
  await settled();
  assert.equal(scene.wx.modals[0].content, '请升级微信后重试');
  restore();
  scene.show();
  await loaded(scene);
  assert.equal(scene.shown.state, 'prompting');
});

for (const [locale, words] of [
  ['zh_CN', '请升级微信后重试'],
  ['zh_TW', '請更新微信後再試'],
  ['en', 'Please update WeChat and try again.'],
]) {
  test(`where neither loads the user is told in the language of the popup: ${locale}`, async () => {
    const { scene } = openWithoutModule();
    const own = openOwnPage(`locale="${locale}"`, { data: { isShown: true } }, scene.phone);
    await assert.rejects(own, /fallback/);
    assert.deepEqual(scene.toasts, [words]);
  });
}

test('where neither loads the page is told that the popup closed, in every spelling, once for each show', async () => {
  const { scene } = openWithoutModule();
  await settled();
  assert.deepEqual(scene.triggered('close'), [], 'nothing was on the screen');
  for (const shows of [1, 2]) {
    scene.show();
    await settled();
    assert.deepEqual(scene.triggered('close'), Array(shows).fill({ visible: false, reason: 'unsupported' }));
    assert.deepEqual(scene.triggered('update:showPhonePopup'), Array(shows).fill({ __args__: [false] }));
  }
});

test('a load that failed is tried again when somebody asks, and not by itself', async () => {
  const scene = startIndex({ backend: 'wasm' }, (phone) => {
    phone.wasm.intercept = fails;
    phone.files.hidden.add(`${FALLBACK}.js`);
  });
  await settled();
  const { asked } = scene.phone.wasm;
  const before = asked.length;
  scene.phone.clock.pass(60_000);
  await settled();
  assert.equal(asked.length, before);
  scene.show();
  await settled();
  assert.ok(asked.length > before);
});

test('where neither loads while nothing is shown, only the developer is told', async () => {
  const { scene } = openWithoutModule();
  await settled();
  assert.deepEqual(scene.toasts, []);
  assert.ok(scene.phone.console.length > 0);
});

test('a popup that goes while the fallback loads hears nothing of it', async () => {
  const { scene, restore } = openWithoutModule();
  restore();
  scene.show();
  const told = scene.popup.setDataCalls.length;
  scene.popup.detach();
  await settled();
  assert.deepEqual(scene.popup.setDataCalls.slice(told), []);
});

test('the popup of a client without WXWebAssembly has what the others have', async () => {
  const views = await Promise.all(
    ['wasm', 'js'].map(async (backend) => {
      const scene = await openIndex({ backend });
      scene.show();
      return scene.shown;
    }),
  );
  assert.deepEqual(views[1], views[0]);
});
