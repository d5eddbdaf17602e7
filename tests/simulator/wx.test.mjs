/** `wx` and `WXWebAssembly`, called from a mini-program. */
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';

import { stage } from './browser.mjs';

const { open } = stage({ before, after }, fileURLToPath(new URL('./fixture/', import.meta.url)));

/** Runs code in the mini-program; what it gives to `tell` comes back, under the names it was given. */
async function run(t, code, options) {
  const told = `const tell = (name, value) => wx.reportEvent('told ' + name, { value });\n${code}`;
  const scene = await open(t, { code: told, ...options });
  const tell = async (name) => {
    await scene.page.waitForFunction(
      (text) => window.simulator.log.some((entry) => entry.text === text),
      `told ${name}`,
    );
    const entries = await scene.log('analytics');
    return entries.find(({ text }) => text === `told ${name}`).detail.value;
  };
  return { ...scene, told: tell };
}

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

const OWN = 'https://login.example.com';
/** A request whose callbacks tell what came, under a name. */
const requesting = `const ask = (name, options) => wx.request({
  url: '${OWN}/elsewhere',
  ...options,
  success: (result) => tell(name, { success: result }),
  fail: (result) => tell(name, { fail: result }),
  complete: (result) => tell(name + ' at last', result.errMsg),
});\n`;

test('wx.request gives a task and no promise, and any answer of a server is a success', async (t) => {
  const { told } = await run(
    t,
    `${requesting}
     const task = ask('page', { header: { 'x-own': 1 } });
     tell('task', [typeof task.then, typeof task.abort]);
     task.onHeadersReceived(({ statusCode }) => tell('headers', statusCode));`,
  );
  assert.deepEqual(await told('task'), ['undefined', 'function']);
  const { success } = await told('page');
  assert.deepEqual([success.statusCode, success.errMsg, success.cookies], [404, 'request:ok', []]);
  assert.equal(success.header['content-type'], 'text/html');
  assert.match(success.data, /^<html>/, 'what is no JSON stays a text');
  assert.equal(await told('headers'), 404);
  assert.equal(await told('page at last'), 'request:ok');
});

test('wx.request parses JSON unless it is asked not to', async (t) => {
  const { told } = await run(
    t,
    `${requesting}
     const post = { url: '${OWN}/phone-login', method: 'post', data: {} };
     ask('json', post);
     ask('text', { ...post, dataType: 'text' });
     ask('sent as it is', { ...post, data: '{"code":1}' });
     wx.request({ ...post, responseType: 'arraybuffer', success: ({ data }) => tell('bytes', data.byteLength) });`,
  );
  const refused = { success: false, message: '缺少 code' };
  assert.deepEqual((await told('json')).success.data, refused);
  assert.deepEqual(JSON.parse((await told('text')).success.data), refused);
  assert.deepEqual((await told('sent as it is')).success.data, refused);
  assert.equal(await told('bytes'), new TextEncoder().encode(JSON.stringify(refused)).length);
});

test('wx.request fails as on a phone: a domain, a URL, a method, an abort', async (t) => {
  const { told } = await run(
    t,
    `${requesting}
     ask('domain', { url: 'https://other.example.com/' });
     ask('url', { url: 'undefined' });
     ask('nothing', { url: undefined });
     ask('method', { method: 'PATCH' });
     ask('aborted', {}).abort();`,
  );
  const fail = async (name) => (await told(name)).fail;
  assert.deepEqual(await fail('domain'), { errno: 600002, errMsg: 'request:fail url not in domain list' });
  assert.deepEqual(await fail('url'), { errno: 600009, errMsg: 'request:fail invalid url "undefined"' });
  assert.match((await fail('nothing')).errMsg, /^request:fail parameter error: parameter\.url should be String/);
  assert.match((await fail('method')).errMsg, /^request:fail /);
  assert.deepEqual(await fail('aborted'), { errMsg: 'request:fail abort' });
  assert.equal(await told('aborted at last'), 'request:fail abort');
});

test('a request that nobody answers ends by its own time limit, and what comes after an abort is not told', async (t) => {
  const { told, server, set, page, log } = await run(
    t,
    `${requesting}
     let task;
     getApp().onHide = () => { ask('late', { timeout: 200 }); task = ask('aborted', {}); task.abort(); task.abort(); };`,
  );
  await set({ verifier: 'own-server' });
  await server('timeout');
  await page.getByRole('button', { name: '切到后台' }).click();
  assert.deepEqual((await told('late')).fail, { errno: 5, errMsg: 'request:fail timeout' });
  await told('aborted at last');
  const ends = (await log('analytics')).filter(({ text }) => text === 'told aborted at last');
  assert.equal(ends.length, 1);
});

test('in the background a request is cut off after five seconds, and none is sent', async (t) => {
  const { told, server, set, page } = await run(
    t,
    `${requesting}
     getApp().onShow = () => { ask('begun before', {}); };
     getApp().onHide = () => { setTimeout(() => ask('begun there', {}), 1000); };`,
  );
  await set({ verifier: 'own-server' });
  await server('timeout');
  await page.clock.install();
  const cutOff = () =>
    page.evaluate(() => window.simulator.log.filter(({ text }) => text.startsWith('told begun')).length);
  await page.evaluate(() => window.simulator.startOver());
  await page.getByRole('button', { name: '切到后台' }).click();
  await page.clock.runFor(1000);
  assert.deepEqual((await told('begun there')).fail, { errMsg: 'request:fail interrupted' });
  const before = await cutOff();
  await page.clock.runFor(3900);
  assert.equal(await cutOff(), before);
  await page.clock.runFor(200);
  assert.deepEqual((await told('begun before')).fail, { errMsg: 'request:fail interrupted' });
});

test('an old base library has no errno, and a very old one no callContainer', async (t) => {
  const { told, set, page } = await run(
    t,
    `${requesting}
     if (!wx.reportEvent) wx.reportEvent = wx.reportAnalytics;
     ask('domain', { url: 'https://other.example.com/' });
     tell('container', [typeof wx.cloud.callContainer, wx.canIUse('cloud.callContainer')]);`,
    { expected: /WXWebAssembly is missing/ },
  );
  assert.deepEqual(await told('container'), ['function', true]);
  await set({ baseLibrary: '2.12.3' });
  await page.evaluate(() => window.simulator.startOver());
  assert.deepEqual((await told('domain')).fail, { errMsg: 'request:fail url not in domain list' });
  assert.deepEqual(await told('container'), ['undefined', false]);
});

test('callContainer wants an initialised cloud, a method and a service that there are', async (t) => {
  const { told } = await run(
    t,
    `const call = (name, options) => wx.cloud.callContainer({ path: '/phone-login', ...options }).then(
       (result) => tell(name, result),
       (error) => tell(name, { errCode: error.errCode, errMsg: error.errMsg }));
     call('early', {});
     wx.cloud.init();
     const header = { 'X-WX-SERVICE': 'login' };
     call('called', { method: 'POST', header, data: {} });
     call('no service', { method: 'POST', data: {} });
     call('no method', { method: 'PATCH', header });
     call('no path', { path: undefined });`,
  );
  assert.match((await told('early')).errMsg, /^cloud\.callContainer:fail .*wx\.cloud\.init/);
  const { data, statusCode, errMsg, callID } = await told('called');
  assert.deepEqual([data.message, statusCode, errMsg], ['缺少 code', 400, 'cloud.callContainer:ok']);
  assert.equal(typeof callID, 'string');
  const lost = await told('no service');
  assert.deepEqual([lost.statusCode, lost.data.code], [404, 'INVALID_HOST']);
  assert.deepEqual(await told('no method'), {
    errCode: 102005,
    errMsg: 'cloud.callContainer:fail Error: errCode: 102005 | errMsg: 无效的 HTTP Method',
  });
  assert.match((await told('no path')).errMsg, /parameter\.path/);
});

test('a service that does not answer in time is 102002, and no time limit is longer than fifteen seconds', async (t) => {
  const { told, server, set, page } = await run(
    t,
    `wx.cloud.init();
     getApp().onHide = () => wx.cloud.callContainer({
       path: '/phone-login', header: { 'X-WX-SERVICE': 'login' }, timeout: 60000,
       fail: ({ errCode, errMsg }) => tell('late', [errCode, errMsg]),
     });`,
  );
  await set({ verifier: 'cloud-hosting' });
  await server('timeout');
  await page.clock.install();
  await page.getByRole('button', { name: '切到后台' }).click();
  await page.clock.runFor(14_900);
  assert.ok(!(await page.evaluate(() => window.simulator.log.some(({ text }) => text === 'told late'))));
  await page.clock.runFor(200);
  assert.deepEqual(await told('late'), [102002, 'cloud.callContainer:fail Error: errCode: 102002 | errMsg: 请求超时']);
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
