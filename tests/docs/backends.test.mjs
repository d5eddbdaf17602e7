/** The guides to a back end of one's own, to cloud hosting and from a bare button: their files run as they stand. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';

import { miniprogram, root } from '../support/realm/package-files.mjs';
import { Phone, plain, settled } from '../support/realm/phone.mjs';
import { ALLOWED, CODE, DENIED, MASKED, NUMBER } from '../support/realm/samples.mjs';
import { Scene } from '../support/realm/scene.mjs';

const REPLY = { success: true, maskedNumber: MASKED, user: { id: 'u1', isNew: true }, idempotent: true };
const SESSION = 'a session';

/** A phone with the files of an example, and with what sends something to a server. */
function phoneWith(example) {
  const phone = new Phone({ folders: { '/': join(root, 'examples', example), '': miniprogram['/'] } });
  const sent = [];
  const send = (options) => void sent.push(options);
  Object.assign(phone.wx.global, { request: send, login: ({ success }) => success({ code: 'a code of wx.login' }) });
  phone.wx.global.cloud.callContainer = send;
  return { phone, sent };
}

async function open(phone, route) {
  const scene = new Scene(phone, phone.openPage(route));
  await phone.require('/phone-login/index').ready();
  await settled();
  return scene;
}

test('a back end of one’s own opens a session, and gets the code with it', async () => {
  const { phone, sent } = phoneWith('backend/miniprogram');
  phone.launch();
  const [opening] = sent.splice(0);
  assert.deepEqual([opening.url, plain(opening.data)], ['https://example.com/session', { code: 'a code of wx.login' }]);
  opening.success({ statusCode: 200, data: { success: true, session: SESSION } });

  const scene = await open(phone, '/login/login');
  scene.authorize();
  const [{ url, header, data, success }] = sent;
  assert.deepEqual([url, header.authorization], ['https://example.com/phone', `Bearer ${SESSION}`]);
  assert.equal(data.code, CODE);
  success({ statusCode: 200, data: REPLY });
  assert.equal(scene.page.data.maskedNumber, MASKED);
  assert.equal(scene.page.data.showPhonePopup, false);
  assert.deepEqual(phone.wx.storage.get('user'), REPLY.user);
  assert.ok(!scene.traces.includes(NUMBER));
});

test('cloud hosting gets the code', async () => {
  const { phone, sent } = phoneWith('cloudrun');
  phone.launch();
  const using = { usingComponents: { 'login-popup-system': '/components/login-popup-system/login-popup-system' } };
  const wxml = '<login-popup-system show-phone-popup="{{isShown}}" exchange="container" />';
  const scene = new Scene(phone, phone.open({ data: { isShown: true } }, wxml, using));
  await phone.require('/phone-login/index').ready();
  await settled();
  scene.tapAllow();
  scene.deliver(ALLOWED);
  const [{ path, header, config, data, success }] = sent;
  assert.deepEqual([path, header['X-WX-SERVICE'], plain(config)], ['/phone', 'login', { env: 'prod-0gabc123' }]);
  assert.equal(data.code, CODE);
  success({ statusCode: 200, data: REPLY });
  assert.equal(scene.triggered('login').length, 1);
});

test('the bare button that the guide begins with sends its code, and says the same of whatever fails', () => {
  const { phone, sent } = phoneWith('bare-button');
  const { onGetPhoneNumber } = phone.define('/bare-button.js');
  onGetPhoneNumber({ detail: DENIED });
  assert.deepEqual([sent.length, phone.wx.toasts.map(({ title }) => title)], [0, ['获取失败']]);
  onGetPhoneNumber({ detail: ALLOWED });
  assert.equal(sent[0].data.code, CODE);
  sent[0].success({ data: REPLY });
  assert.deepEqual(phone.wx.storage.get('user'), REPLY.user);
  assert.match(phone.files.text('/bare-button.wxml'), /bindgetphonenumber="onGetPhoneNumber"/);
});
