/** `wx` and `WXWebAssembly`, called from a mini-program. */
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';

import { stage } from '../support/simulator/browser.mjs';
import { teller } from './teller.mjs';

const { open } = stage({ before, after }, fileURLToPath(new URL('./fixture/', import.meta.url)));

const run = teller(open);

test('with callbacks an API returns nothing, without them a promise', async (t) => {
  const { told } = await run(
    t,
    `tell('with', typeof wx.showToast({ title: 'a', complete: ({ errMsg }) => tell('complete', errMsg) }));
     wx.showToast({ title: 'b' }).then(({ errMsg }) => tell('promise', errMsg));
     wx.showToast({ title: 1 }).catch(({ errMsg }) => tell('rejected', errMsg));`,
  );
  assert.equal(await told('with'), 'undefined');
  assert.equal(await told('complete'), 'showToast:ok');
  assert.equal(await told('promise'), 'showToast:ok');
  assert.match(await told('rejected'), /^showToast:fail .*title/);
});

test('a toast with an icon is cut after seven characters, one without is not', async (t) => {
  const { page } = await run(t, "wx.showToast({ title: '一二三四五六七八九', duration: 60000 })");
  const title = page.getByTestId('toast-title');
  const [shown, em] = await title.evaluate((node) => [
    node.clientWidth,
    Number.parseFloat(getComputedStyle(node).fontSize),
  ]);
  assert.equal(shown, 7 * em);
  const plain = await run(t, "wx.showToast({ title: '一二三四五六七八九', icon: 'none', duration: 60000 })");
  const wide = await plain.page.getByTestId('toast-title').evaluate((node) => node.scrollWidth <= node.clientWidth);
  assert.ok(wide, 'the whole title is in sight');
});

test('a toast goes by itself', async (t) => {
  const { page } = await run(
    t,
    "getApp().onHide = () => wx.showToast({ title: '一会儿', icon: 'none', duration: 1000 })",
  );
  await page.getByRole('button', { name: '切到后台' }).click();
  await page.getByTestId('toast').waitFor();
  await page.getByTestId('toast').waitFor({ state: 'detached' });
});

test('hideLoading removes a toast, too', async (t) => {
  const { page, told } = await run(
    t,
    "wx.showLoading({ title: '加载中' }); wx.showToast({ title: '好', duration: 60000 }); wx.hideLoading().then(() => tell('hidden', true))",
  );
  await told('hidden');
  assert.equal(await page.getByTestId('toast').count(), 0);
});

test('a modal says which button was tapped', async (t) => {
  const { page, told } = await run(
    t,
    `wx.showModal({ title: '题', content: '文', confirmText: '好' , success: ({ confirm, cancel }) => {
       tell('first', [confirm, cancel]);
       wx.showModal({ title: '再', success: ({ confirm, cancel }) => tell('second', [confirm, cancel]) });
     } });`,
  );
  await page.getByTestId('modal-confirm').click();
  assert.deepEqual(await told('first'), [true, false]);
  await page.getByTestId('modal-cancel').click();
  assert.deepEqual(await told('second'), [false, true]);
});

test('a modal with a button of more than four characters fails', async (t) => {
  const { page, told } = await run(
    t,
    "wx.showModal({ confirmText: '我已经知道', fail: ({ errMsg }) => tell('failed', errMsg) })",
  );
  assert.match(await told('failed'), /^showModal:fail confirmText/);
  assert.equal(await page.getByTestId('modal').count(), 0);
});

test('storage keeps copies, and an absent key is the empty string', async (t) => {
  const { told, storage } = await run(
    t,
    `const value = { list: [1] };
     wx.setStorageSync('kept', value);
     value.list.push(2);
     tell('kept', wx.getStorageSync('kept'));
     tell('absent', wx.getStorageSync('absent'));
     wx.getStorage({ key: 'absent', fail: ({ errMsg }) => tell('fail', errMsg) });
     wx.setStorage({ key: 'gone', data: 1 }).then(() => { wx.removeStorageSync('gone'); tell('info', wx.getStorageInfoSync().keys) });`,
  );
  assert.deepEqual(await told('kept'), { list: [1] });
  assert.equal(await told('absent'), '');
  assert.equal(await told('fail'), 'getStorage:fail data not found');
  assert.deepEqual(await told('info'), ['kept']);
  assert.deepEqual(await storage(), { kept: { list: [1] } });
});

test('an API that is not simulated says so by name and does nothing else', async (t) => {
  const { told, log } = await run(t, "tell('login', typeof wx.login({ success() {} }))", {
    expected: /wx\.login 未模拟/,
  });
  assert.equal(await told('login'), 'undefined');
  const warnings = (await log('warning')).map(({ text }) => text);
  assert.deepEqual(
    warnings.filter((text) => text.startsWith('wx.')),
    ['wx.login 未模拟'],
  );
});

test('a name that WeChat does not have is undefined', async (t) => {
  const { told } = await run(t, "tell('absent', [typeof wx.noSuchApi, wx.canIUse('noSuchApi')])");
  assert.deepEqual(await told('absent'), ['undefined', false]);
});

test('canIUse knows APIs, components, attributes and options', async (t) => {
  const names = ['reportEvent', 'cloud.callFunction', 'button', 'button.open-type.getPhoneNumber'];
  const absent = ['button.open-type.other', 'button.other', 'cloud.other'];
  const { told } = await run(
    t,
    `tell('can', ${JSON.stringify([...names, ...absent])}.map((name) => wx.canIUse(name)))`,
  );
  assert.deepEqual(await told('can'), [true, true, true, true, false, false, false]);
});

test('the phone tells its size and versions', async (t) => {
  const { told } = await run(t, "tell('info', [wx.getWindowInfo(), wx.getSystemInfoSync(), wx.getAppBaseInfo()])");
  const [window, system, base] = await told('info');
  assert.deepEqual([window.screenWidth, window.screenHeight, window.safeArea.bottom], [375, 812, 778]);
  assert.equal(system.windowHeight, 812 - 44 - 44);
  assert.equal(system.SDKVersion, base.SDKVersion);
});

test('the base library that is set is the one that is told, and what is newer is not there', async (t) => {
  const code = `tell('seen', [wx.getSystemInfoSync().SDKVersion,
    ...['getAppBaseInfo', 'getPrivacySetting', 'openPrivacyContract', 'reportEvent'].map((name) => typeof wx[name]),
    ...['getPhoneNumber', 'getRealtimePhoneNumber', 'agreePrivacyAuthorization'].map((name) => wx.canIUse('button.open-type.' + name)),
    typeof WXWebAssembly])`;
  const { told, set, page } = await run(t, code);
  const at = async (baseLibrary) => {
    await set({ baseLibrary });
    await page.evaluate(() => window.simulator.startOver());
    return told('seen');
  };
  const has = 'function';
  assert.deepEqual(await told('seen'), ['3.8.12', has, has, has, has, true, true, true, 'object']);
  assert.deepEqual(await at('2.32.2'), ['2.32.2', has, 'undefined', 'undefined', has, true, true, false, 'object']);
  assert.deepEqual(await at('2.24.3'), ['2.24.3', has, 'undefined', 'undefined', has, true, false, false, 'object']);
});

test('a page that is not there cannot be opened, and the first one cannot be left', async (t) => {
  const { told } = await run(
    t,
    `wx.navigateTo({ url: 'absent?a=1', fail: ({ errMsg }) => tell('absent', errMsg) });
     wx.navigateBack({ fail: ({ errMsg }) => tell('back', errMsg) });`,
  );
  assert.match(await told('absent'), /^navigateTo:fail page "absent" is not found/);
  assert.match(await told('back'), /^navigateBack:fail /);
});

test('a cloud that was not initialised, and a function that is not there, fail by callback', async (t) => {
  const { told } = await run(
    t,
    `wx.cloud.callFunction({ name: 'absent', fail: ({ errMsg }) => tell('early', errMsg) });
     wx.cloud.init();
     wx.cloud.callFunction({ name: 'absent', fail: ({ errCode, errMsg }) => tell('absent', { errCode, errMsg }) });`,
  );
  assert.match(await told('early'), /^cloud\.callFunction:fail .*wx\.cloud\.init/);
  assert.match((await told('absent')).errMsg, /FunctionName parameter could not be found/);
});

test('WXWebAssembly takes a path in the package and nothing else', async (t) => {
  const { told } = await run(
    t,
    `const load = (name, path) => WXWebAssembly.instantiate(path, {}).then(
       ({ instance, module }) => tell(name, Object.keys({ instance, module })),
       (error) => tell(name, error.message));
     load('absolute', '/lib/empty.wasm');
     load('relative', 'lib/empty.wasm');
     load('compressed', '/lib/empty.wasm.br');
     load('absent', '/lib/absent.wasm');
     load('bytes', new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
     load('url', 'https://example.com/a.wasm');
     load('object', { toString: () => '/lib/empty.wasm' });
     load('other', '/app.js');`,
    { expected: /404/ },
  );
  for (const name of ['absolute', 'relative', 'compressed'])
    assert.deepEqual(await told(name), ['instance', 'module'], name);
  assert.match(await told('absent'), /代码包里没有 \/lib\/absent\.wasm/);
  for (const name of ['bytes', 'url', 'object', 'other']) assert.match(await told(name), /只接受代码包内/, name);
});

test('what is thrown meanwhile is told, be it an error or not', async (t) => {
  const { told } = await run(
    t,
    `const store = (name, thrown) => wx.setStorage({
       key: 'a',
       data: { toJSON() { throw thrown; } },
       fail: ({ errMsg }) => tell(name, errMsg),
     });
     store('error', new Error('an error'));
     store('text', 'a text');
     store('nothing', null);`,
  );
  assert.equal(await told('error'), 'setStorage:fail an error');
  assert.equal(await told('text'), 'setStorage:fail a text');
  assert.equal(await told('nothing'), 'setStorage:fail null');
});

test('an error that nobody catches reaches wx.onError and the log', async (t) => {
  const { told, log } = await run(
    t,
    "wx.onError((message) => tell('error', message.split('\\n')[0])); setTimeout(() => { throw new Error('not caught') })",
    { expected: /not caught/ },
  );
  assert.equal(await told('error'), 'not caught');
  assert.deepEqual(
    (await log('error')).map(({ text }) => text),
    ['not caught'],
  );
});
