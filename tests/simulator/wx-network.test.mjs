/** `wx.request` and `wx.cloud.callContainer`, called from a mini-program. */
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';

import { stage } from '../support/simulator/browser.mjs';
import { teller } from './teller.mjs';

const { open } = stage({ before, after }, fileURLToPath(new URL('./fixture/', import.meta.url)));

const run = teller(open);

const OWN = 'https://login.example.com';
/** A request whose callbacks tell what came, under a name. */
const requesting = `const ask = (name, options) => wx.request({
  url: '${OWN}/elsewhere',
  ...options,
  success: (result) => tell(name, { success: result }),
  fail: (result) => tell(name, { fail: result }),
  complete: (result) => tell(name + ' at last', result.errMsg),
});\n`;

/** From here on only the test moves the time. */
const stopClock = async (page) => page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));

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
  await stopClock(page);
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
  await stopClock(page);
  await page.getByRole('button', { name: '切到后台' }).click();
  await page.clock.runFor(14_900);
  assert.ok(!(await page.evaluate(() => window.simulator.log.some(({ text }) => text === 'told late'))));
  await page.clock.runFor(200);
  assert.deepEqual(await told('late'), [102002, 'cloud.callContainer:fail Error: errCode: 102002 | errMsg: 请求超时']);
});
