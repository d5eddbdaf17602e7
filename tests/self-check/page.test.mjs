/** The page that checks the module on a phone: what it finds out, what it says of what is wrong, and what it keeps to itself. */
import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { counts } from '../support/engines/script.mjs';
import { miniprogram, root } from '../support/realm/package-files.mjs';
import { Phone, settled } from '../support/realm/phone.mjs';
import { breakages } from '../support/self-check/breakages.mjs';
import { PAGE, selfCheckProject } from '../support/self-check/project.mjs';
import { fieldsOf, selfCheckOn } from '../support/self-check/run.mjs';

/** All that the page may ask of `wx`: nothing that asks the user, costs something or sends anything. */
const MAY_CALL = ['canIUse', 'getAppBaseInfo', 'getDeviceInfo', 'getSystemInfoSync', 'setClipboardData'];

/** What a phone says of itself, more than the page may pass on. */
const DEVICE = { platform: 'ios', system: 'iOS 17.5', brand: 'Brand', model: 'Model 15<Model15,4>', abi: 'arm64' };
const APP = { SDKVersion: '3.8.12', version: '8.0.61', language: 'zh_CN', host: { appId: 'wxhost' } };

function phoneWith({ damage, lacks, delay, backend = 'wasm' } = {}) {
  const project = selfCheckProject(damage);
  after(() => rmSync(project, { recursive: true }));
  const folders = { '/': join(project, 'miniprogram') };
  const phone = new Phone({ backend, folders, withoutGlobals: lacks ? [lacks] : [] });
  Object.assign(phone.wx.global, { getAppBaseInfo: () => APP, getDeviceInfo: () => DEVICE, canIUse: () => true });
  if (delay) phone.wasm.intercept = (start) => later(phone, delay).then(start);
  return phone;
}

const later = ({ clock }, delay) => new Promise((resolve) => void clock.setTimeout(resolve, delay));

async function resultOn(phone) {
  phone.launch();
  const { data } = await selfCheckOn(phone);
  return { data, fields: fieldsOf(data.text) };
}

/** What the result says of each assumption, by its name. */
function findings({ data }) {
  const lines = [...data.text.matchAll(/^ {2}(\w+) ([\w-]+): (.*)$/gm)];
  return Object.fromEntries(lines.map(([, verdict, name, seen]) => [name, { verdict, seen }]));
}

test('a module that is whole passes, with every check of the engines as wasm and as JavaScript', async () => {
  const { data, fields } = await resultOn(phoneWith());
  assert.deepEqual([fields.verdict, fields.wasm, fields.js, fields.running], ['passed', 'passed', 'passed', 'wasm']);
  const all = Object.entries(counts).map(([kind, count]) => `${kind} ${count}/${count}`);
  assert.deepEqual([fields['wasm checks'], fields['js checks']], Array(2).fill(all.join(', ')));
  assert.equal(data.title, '通过');
  assert.ok(data.tables.checks.every(({ wasm, js }) => !wasm.isBad && !js.isBad));
  assert.deepEqual(data.failures, { names: [], others: 0 });
});

for (const [name, breakage] of Object.entries(breakages)) {
  test(`${name} is named, in words and in the result`, async () => {
    const { data, fields } = await resultOn(phoneWith(breakage));
    assert.deepEqual([fields.verdict, fields.wasm, fields.js], [breakage.level, breakage.wasm, 'passed']);
    const { says } = breakage;
    const isSaid = (line) => (says instanceof RegExp ? says.test(line) : line === says);
    assert.ok(data.lines.some(isSaid), data.lines.join('\n'));
    assert.equal(fields.running, breakage.level === 'usable' ? 'js' : 'wasm');
  });
}

test('a load that never ends is as slow as can be, and the rest is checked', async () => {
  const phone = phoneWith();
  phone.wasm.intercept = () => new Promise(() => {});
  const { data, fields } = await resultOn(phone);
  assert.deepEqual([fields.verdict, fields.wasm, fields.js], ['usable', 'slow-load', 'passed']);
  assert.match(data.lines[0], /等了 10 秒还没有加载完成/);
});

test('a fallback that is missing is named', async () => {
  const phone = phoneWith();
  phone.files.hidden.add('/phone-login/wx_phone_login_fallback.js');
  const { data, fields } = await resultOn(phone);
  assert.deepEqual([fields.verdict, fields.wasm, fields.js], ['usable', 'passed', 'module-missing']);
  assert.deepEqual(data.lines.slice(0, 2), [
    '代码包里没有 JavaScript 版的文件。',
    '弹窗会使用 WebAssembly 模块，检查全部通过。',
  ]);
});

test('where neither loads it has failed', async () => {
  const phone = phoneWith({ damage: 'module-missing' });
  phone.files.hidden.add('/phone-login/wx_phone_login_fallback.js');
  const { data, fields } = await resultOn(phone);
  assert.deepEqual([fields.verdict, fields.running, data.title], ['failed', 'nothing', '没有通过']);
});

test('a file of the module that is not there is no blank page', async () => {
  const phone = phoneWith();
  phone.files.hidden.add('/phone-login/loader.js');
  const { data } = await selfCheckOn(phone);
  assert.match(data.text, /^wx-phone-login self-check\nverdict: failed\nnot run: .*loader/);
  assert.match(data.lines[0], /目录可能不完整/);
});

test('a module that answers wrongly fails, by the names of the checks', async () => {
  const phone = phoneWith();
  // The text of a reason, in a place where only this one stands.
  const wrong = (bytes) => Buffer.from(bytes.toString('latin1').replace('user_denied', 'user_deniex'), 'latin1');
  const read = phone.files.read.bind(phone.files);
  phone.files.read = (path) => (path.endsWith('.wasm') ? wrong(read(path)) : read(path));
  const { data, fields } = await resultOn(phone);
  assert.deepEqual([fields.verdict, fields.wasm, fields.js], ['failed', 'wrong-result', 'passed']);
  assert.match(data.lines[0], /^WebAssembly 模块有 \d+ 项检查没有通过。$/);
  assert.match([fields['wasm failed']].flat().join(), /user_denie[dx]/);
  assert.ok(data.failures.names.every((name) => name.startsWith('wasm ')));
});

for (const [page, unknown] of [
  ['docs/platform.md', '## Not known'],
  ['docs/platform.zh-CN.md', '## 还不知道的'],
]) {
  test(`each assumption and question has its row in ${page}, and no named row is left out`, async () => {
    const document = readFileSync(join(root, page), 'utf8');
    const rows = [...document.matchAll(/^(?:\||-) <a id="([\w-]+)"><\/a>`([\w-]+)`(?:: |：)/gm)];
    for (const [, anchor, name] of rows) assert.equal(anchor, name);
    assert.equal([...document.matchAll(/<a id=/g)].length, rows.length, 'every anchor is that of a row');
    const judged = findings(await resultOn(phoneWith()));
    assert.deepEqual(Object.keys(judged).sort(), rows.map(([, name]) => name).sort());
    const [, notKnown] = document.split(unknown);
    for (const [name, { verdict }] of Object.entries(judged)) {
      assert.equal(verdict === 'answer', notKnown.includes(`id="${name}"`), name);
    }
  });
}

const AS_IT_SHOULD_BE = Object.fromEntries(
  [
    ...['base-library-version', 'privacy-setting-since', 'report-event-since', 'wasm-since', 'wasm-missing-file'],
    ...['wasm-answer', 'wasm-old-buffer', 'page-route', 'no-web-globals', 'promises-as-tasks'],
    ...['globals-that-may-lack', 'require-async-since'],
  ].map((name) => [name, 'confirmed']),
);

/** Clients, with what each is to make of an assumption. */
const CLIENTS = [
  ['a client as it should be', () => {}, { 'realtime-can-i-use': 'open', ...AS_IT_SHOULD_BE }],
  [
    'one that says no version',
    ({ wx }) => Object.assign(wx.global, { getAppBaseInfo: () => ({}) }),
    { 'base-library-version': 'refuted', 'wasm-since': 'open', 'privacy-setting-since': 'open' },
  ],
  ['one whose canIUse denies', ({ wx }) => denies(wx), { 'realtime-can-i-use': 'confirmed' }],
  ['one without getPrivacySetting', ({ wx }) => lacks(wx, 'getPrivacySetting'), { 'privacy-setting-since': 'refuted' }],
  ['one without reportEvent', ({ wx }) => lacks(wx, 'reportEvent'), { 'report-event-since': 'refuted' }],
  ['one that throws for a missing file', ({ wasm }) => throwsAtOnce(wasm), { 'wasm-missing-file': 'refuted' }],
  [
    'one with TextDecoder',
    ({ realm }) => Object.assign(realm.context, { TextDecoder }),
    { 'no-web-globals': 'refuted' },
  ],
  ['iOS 15 with microtasks', ({ wx }) => saysSystem(wx, 'iOS 15.8'), { 'promises-as-tasks': 'refuted' }],
  ['an unknown system', ({ wx }) => saysSystem(wx, ''), { 'promises-as-tasks': 'open' }],
];

function denies({ global }) {
  global.canIUse = () => false;
}

const lacks = ({ global }, name) => Reflect.deleteProperty(global, name);

function throwsAtOnce(wasm) {
  const { instantiate } = wasm;
  wasm.instantiate = (path, imports) => {
    if (path.includes('no-such-module')) throw new Error('no such file');
    return instantiate.call(wasm, path, imports);
  };
}

function saysSystem({ global }, system) {
  global.getDeviceInfo = () => ({ ...DEVICE, system });
}

for (const [name, prepare, expected] of CLIENTS) {
  test(`${name}: ${Object.entries(expected).flat().join(' ')}`, async () => {
    const phone = phoneWith();
    // The checks of the module have nothing to do with it, and take their time.
    phone.require('/pages/selfcheck/samples').scenarios.length = 0;
    prepare(phone);
    const judged = findings(await resultOn(phone));
    for (const [assumption, verdict] of Object.entries(expected))
      assert.equal(judged[assumption].verdict, verdict, assumption);
  });
}

test('an Instance for an answer is told', async () => {
  const phone = phoneWith();
  phone.wasm.bare = true;
  assert.equal(findings(await resultOn(phone))['wasm-answer'].seen, 'Instance');
});

test('nothing personal is in the result: no model, no account, no path of the phone, no number', async () => {
  const phone = phoneWith({ damage: 'module-missing' });
  const folder = 'wxfile://usr/0123456789abcdef0123456789abcdef/pkg';
  const place = '/data/user/0/com.tencent.mm/MicroMsg/0123456789abcdef/appbrand/pkg';
  phone.wasm.intercept = () =>
    Promise.reject(new Error(`instantiate:fail not found ${folder} ${place} of 13800138000`));
  const { data, fields } = await resultOn(phone);
  assert.equal(fields.client, 'platform ios; system iOS 17.5; wechat 8.0.61');
  for (const secret of ['Brand', 'Model', 'zh_CN', 'wxhost', 'tencent', 'abcdef', '0123456', '1380013']) {
    assert.ok(!data.text.includes(secret), secret);
  }
  assert.match(data.text, /instantiate:fail not found <url> <path> of <number>/);
});

test('of wx it calls nothing that asks, costs or sends', async () => {
  const phone = phoneWith();
  phone.launch();
  const called = new Set();
  const { global } = phone.wx;
  for (const [name, value] of Object.entries(global)) {
    if (typeof value !== 'function') continue;
    global[name] = (...args) => {
      called.add(name);
      return value(...args);
    };
  }
  global.cloud.callFunction = () => called.add('cloud.callFunction');
  const page = await selfCheckOn(phone);
  page.handle('onTap', {});
  assert.deepEqual(
    [...called].filter((name) => !MAY_CALL.includes(name)),
    [],
  );
  assert.ok(called.has('getAppBaseInfo'));
});

const unhelpful = {
  'has nothing': () => undefined,
  'throws at everything': () => () => {
    throw new Error('fail');
  },
  'says nothing': () => () => undefined,
};

for (const [what, value] of Object.entries(unhelpful)) {
  test(`a wx that ${what} is no reason to fail, and the text can be copied by hand`, async () => {
    const phone = phoneWith();
    phone.realm.context.wx = new Proxy({}, { get: value });
    const { data } = await selfCheckOn(phone);
    assert.equal(data.title, '通过');
    phone.page.handle('onTap', {});
    phone.clock.pass(1000);
    assert.ok(data.isTextShown && data.copyStatus.startsWith('没有复制成功'));
  });
}

test('one button: it checks, then it copies', async () => {
  const phone = phoneWith();
  phone.launch();
  let copied;
  phone.wx.global.setClipboardData = ({ data, success }) => {
    copied = data;
    success();
  };
  const page = phone.openPage(`/${PAGE}`);
  assert.equal(page.data.button, '开始自检');
  const { data } = await selfCheckOn(phone);
  assert.equal(data.button, '复制结果');
  phone.page.handle('onTap', {});
  phone.clock.pass(10_000);
  await settled();
  assert.deepEqual([copied, data.copyStatus, data.isTextShown], [data.text, '已复制。', false]);
});

for (const document of ['docs/selfcheck.md', 'docs/selfcheck.zh-CN.md']) {
  test(`${document} says the line that switches the page on, and every reason`, () => {
    const text = readFileSync(join(root, document), 'utf8');
    const project = selfCheckProject();
    const { pages } = JSON.parse(readFileSync(join(project, 'miniprogram', 'app.json'), 'utf8'));
    rmSync(project, { recursive: true });
    assert.ok(text.includes(`"pages": ${JSON.stringify(pages).replaceAll(',', ', ')},`));
    for (const { wasm } of Object.values(breakages)) assert.ok(text.includes(`| \`${wasm}\` |`), wasm);
  });
}

test('the page is not in app.json until somebody writes it there', () => {
  const phone = new Phone({ folders: miniprogram });
  assert.ok(!phone.files.json('/app.json').pages.includes(PAGE));
});
