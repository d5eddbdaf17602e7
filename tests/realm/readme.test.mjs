/** The code of the READMEs and of the guides runs as it stands: each page with its WXML, each app, each setting. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';

import { filesBelow } from '../../scripts/files.mjs';
import { miniprogram, npmPackage, root } from '../support/realm/package-files.mjs';
import { Phone, settled } from '../support/realm/phone.mjs';
import { ALLOWED, CODE, DENIED, EXPIRED, MASKED, NO_QUOTA, NUMBER, VERIFIED } from '../support/realm/samples.mjs';
import { Scene } from '../support/realm/scene.mjs';
import { elements, handlers } from '../support/realm/wxml.mjs';
import { snippetsOf, usesOf } from './snippets.mjs';

const { TmplGroup } = createRequire(import.meta.url)('glass-easel-template-compiler');

/** By document: what a mini-program holds that follows it, and where its module stands there. */
const DOCUMENTS = {
  'README.md': { package: miniprogram, module: '/phone-login' },
  'README.zh-CN.md': { package: miniprogram, module: '/phone-login' },
  'docs/guide/install.md': { package: miniprogram, module: '/phone-login' },
  'docs/guide/install.zh-CN.md': { package: miniprogram, module: '/phone-login' },
  'examples/pages': { package: miniprogram, module: '/phone-login' },
  'pkg/README.md': { package: npmPackage, module: '/miniprogram_npm/wx-phone-login/phone-login' },
};

/** What WeChat's template compiler calls a fault. */
const PROBLEMS = ['Warn', 'Error', 'Fatal'];

const POPUP = 'login-popup-system';
const BUTTON = 'phone-login-button';
const FALLBACK = 'wx_phone_login_fallback';
const ROUTE = '/pages/readme/readme';

const folder = mkdtempSync(join(tmpdir(), 'wx-phone-login-readme-'));
after(() => rmSync(folder, { recursive: true }));

const TOKEN = 'header.claims.signature';

/** Where a page logs in: by the number that it gets, or by the session that the server made. */
const LOGINS = {
  fillIn: {
    cloudFunction: 'decryptPhoneNumber',
    reply: VERIFIED,
    broughtBy: (number) => number,
    brought: NUMBER,
  },
  onLogin: {
    cloudFunction: 'phoneLogin',
    reply: { success: true, maskedNumber: MASKED, countryCode: '86', user: { id: 'u1', isNew: true }, token: TOKEN },
    broughtBy: ({ detail }) => detail.data.token,
    brought: TOKEN,
  },
};

/** The text of a document; of a folder of pages, one that shows each of them. */
const textOf = (document) =>
  document.endsWith('.md') ? readFileSync(join(root, document), 'utf8') : pagesOf(document).join('\n');

const pagesOf = (place) =>
  readdirSync(join(root, place)).map((name) => {
    const block = (language, ending) =>
      `\`\`\`${language}\n${readFileSync(join(root, place, name, `${name}.${ending}`), 'utf8')}\`\`\``;
    return [`# ${name}`, block('json', 'json'), block('xml', 'wxml'), block('js', 'js')].join('\n');
  });

/** A phone with what a document says to have, and these files by their path from the root of the code package. */
function phoneWith(files, { package: installed }, options) {
  const place = mkdtempSync(join(folder, 'app-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), text);
  }
  const [[prefix, others]] = Object.entries(installed);
  // What is written here comes before what is installed: an app.js of its own, for example.
  return new Phone({ ...options, folders: { '/': place, [prefix === '/' ? '' : prefix]: others } });
}

/** Opens a page of a document, which has to be whole. */
async function open({ wxml, js, json }, document) {
  const files = { [`${ROUTE}.wxml`]: wxml, [`${ROUTE}.js`]: js, [`${ROUTE}.json`]: json };
  const phone = phoneWith(files, document);
  const page = phone.openPage(ROUTE);
  const [name, login] = loginOf(wxml);
  assertWhole(page, { wxml, js, login: name });
  const { instance } = page;
  const { [name]: logIn } = instance;
  const scene = Object.assign(new Scene(phone, page), { elements: elements(wxml), login });
  // The page's own login runs as well.
  instance[name] = (argument) => {
    scene.logins.push(login.broughtBy(argument));
    return logIn.call(instance, argument);
  };
  await phone.require(`${document.module}/index`).ready();
  await settled();
  return scene;
}

/** Who binds `login` has a server that makes the session; everybody else gets the number. */
const loginOf = (wxml) => Object.entries(LOGINS)[/\bbind:login=/.test(wxml) ? 1 : 0];

/** Nothing that the WXML or the script names is missing. */
function assertWhole({ instance, data, created: [popup] }, { wxml, js, login }) {
  assert.deepEqual(problemsOf(wxml), [], "WeChat's template compiler takes the WXML");
  assert.ok(popup, 'the page shows the popup or the button');
  const has = (name) => assert.equal(typeof instance[name], 'function', `the page has no ${name}`);
  elements(wxml)
    .flatMap((element) => Object.values(handlers(element)))
    .forEach(has);
  [...js.matchAll(/\bthis\.(\w+)\(/g)].map(([, name]) => name).forEach(has);
  has(login);
  for (const [, field] of wxml.matchAll(/\{\{(?!(?:true|false)\}\})(\w+)\}\}/g)) {
    assert.ok(field in data, `the page has no data ${field}`);
  }
  const properties = Object.keys(popup.definition.properties);
  for (const name of Object.keys(popup.element.attributes).filter((one) => !/^(id$|bind)/.test(one))) {
    const property = name.replace(/^model:/, '').replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
    assert.ok(properties.includes(property), `the component has no property ${property}`);
  }
}

function problemsOf(wxml) {
  const group = new TmplGroup();
  try {
    return group
      .addTmpl('page', wxml)
      .filter(({ level }) => PROBLEMS.includes(level))
      .map(({ message }) => message);
  } finally {
    group.free();
  }
}

const isComponent = ({ tag }) => [POPUP, BUTTON].includes(tag);
const bound = (scene) => Object.keys(handlers(scene.elements.find(isComponent)));
const inSlot = (scene) => scene.elements.find(({ attributes }) => attributes.slot === 'other-login');

/** The user taps an element of the page. */
function tap({ page }, element) {
  page.handle(handlers(element).tap, { type: 'tap', detail: {} });
}

/** The user opens the popup by the page's own button, and ticks its box if there is one. */
function show(scene) {
  tap(
    scene,
    scene.elements.find(({ tag }) => tag === 'button'),
  );
  assert.equal(scene.shown.state, 'prompting', 'the popup opens');
  if (scene.shown.agreement && !scene.shown.agreed) scene.popup.touch('agreement-toggle');
  assert.equal(scene.shown.openType, 'getPhoneNumber');
}

function authorize(scene, detail) {
  scene.tapAllow();
  scene.deliver(detail);
}

/** The user reads this in the status line and nowhere else, and nobody is logged in. */
function assertTold(scene, status) {
  assert.equal(scene.shown.status, status);
  assert.deepEqual([scene.toasts, scene.wx.modals, scene.logins], [[], [], []]);
}

/** What a user and a server can do, by what has to come of it. */
const FLOWS = {
  'a user who allows is logged in'(scene) {
    show(scene);
    authorize(scene, ALLOWED);
    assert.deepEqual(scene.wx.called, [{ name: scene.login.cloudFunction, data: { code: CODE } }]);
    scene.wx.answer(scene.login.reply);
    assert.deepEqual(scene.logins, [scene.login.brought]);
    assert.equal(scene.page.data.showPhonePopup, false);
    assert.deepEqual(scene.toasts, ['手机号获取成功']);
    assert.ok(!scene.traces.includes(NUMBER), 'the full number is not shown, kept or written anywhere');
  },
  'a user who refuses reads why, once, and can still allow'(scene) {
    show(scene);
    authorize(scene, DENIED);
    assertTold(scene, '没关系，可换其他方式登录，或稍后再来');
    authorize(scene, ALLOWED);
    scene.wx.answer(scene.login.reply);
    assert.deepEqual(scene.logins, [scene.login.brought]);
  },
  'a server that gives no number is told once, and logs nobody in'(scene) {
    show(scene);
    authorize(scene, ALLOWED);
    scene.wx.answer(EXPIRED);
    assertTold(scene, '本次授权已失效，重新授权即可继续');
    authorize(scene, { ...ALLOWED, code: 'a new code' });
    scene.wx.answer(scene.login.reply);
    assert.deepEqual(scene.logins, [scene.login.brought]);
  },
  'a used up quota is told once'(scene) {
    show(scene);
    authorize(scene, NO_QUOTA);
    assertTold(scene, '手机号登录暂不可用，请换其他方式');
  },
  'another way to log in closes the popup'(scene) {
    show(scene);
    authorize(scene, DENIED);
    assert.notEqual(scene.shown.otherLoginButton, '', 'another way is offered');
    const own = inSlot(scene);
    if (own) tap(scene, own);
    else scene.popup.act('other-login', 'tap');
    assert.equal(scene.page.data.showPhonePopup, false);
    if (own) assert.equal(scene.wx.navigations.length, 1, 'the page opens its own way to log in');
    assert.deepEqual(scene.logins, []);
  },
};

/** The same for a page with the button, which the user taps without opening anything. */
const FLOWS_OF_BUTTON = {
  'a user who allows is logged in by a tap on the button'(scene) {
    authorize(scene, ALLOWED);
    assert.deepEqual(scene.wx.called, [{ name: scene.login.cloudFunction, data: { code: CODE } }]);
    scene.wx.answer(scene.login.reply);
    assert.deepEqual(scene.logins, [scene.login.brought]);
    assert.ok(!scene.traces.includes(NUMBER), 'the full number is not shown, kept or written anywhere');
  },
  'a user who refuses reads why below the button, and can still allow'(scene) {
    authorize(scene, DENIED);
    assertTold(scene, '没关系，可换其他方式登录，或稍后再来');
    authorize(scene, ALLOWED);
    scene.wx.answer(scene.login.reply);
    assert.deepEqual(scene.logins, [scene.login.brought]);
  },
  'another way to log in is opened by the page, and the button stays'(scene) {
    authorize(scene, DENIED);
    scene.popup.act('other-login', 'tap');
    assert.equal(scene.wx.navigations.length, 1);
    assert.deepEqual([scene.shown.state, scene.logins], ['prompting', []]);
  },
};

const flowsOf = ({ wxml }) => (wxml.includes(`<${BUTTON}`) ? FLOWS_OF_BUTTON : FLOWS);

/** Runs a page through a flow; what the page throws or warns of is in the console. */
async function run(page, document, flow) {
  const scene = await open(page, document);
  flow(scene);
  assert.deepEqual(scene.phone.console, []);
  return scene;
}

/** The events that a page binds and that none of the flows brings. */
async function silentEvents(page, document) {
  const seen = new Set();
  let names = [];
  for (const flow of Object.values(flowsOf(page))) {
    const scene = await run(page, document, flow);
    names = bound(scene);
    for (const name of names) if (scene.triggered(name).length) seen.add(name);
  }
  // A slot that is filled takes the place of the popup's own button.
  return names.filter((name) => !seen.has(name));
}

/** Starts an app of a document, on a client that has WebAssembly or not; gives what runs then. */
async function start({ js }, document, backend) {
  const extra = js.includes('./extra/');
  const files = { 'app.js': js };
  if (extra) files[`extra/${FALLBACK}.js`] = readFileSync(join(miniprogram['/'], 'phone-login', `${FALLBACK}.js`));
  const phone = phoneWith(files, document, { backend });
  // Where it is in a subpackage it is nowhere else.
  if (extra) phone.files.hidden.add(`${document.module}/${FALLBACK}.js`);
  phone.launch();
  const { backend: running } = await phone.require(`${document.module}/index`).ready();
  assert.deepEqual(phone.console, []);
  return running;
}

/** Opens a page with a component of a document, and logs in by its button. */
async function logInBy({ wxml, js }, document) {
  const phone = phoneWith({ 'components/own/own.js': js, 'components/own/own.wxml': wxml }, document);
  const page = '<own-login model:show-phone-popup="{{isShown}}" cloud-function="decryptPhoneNumber" />';
  const using = { usingComponents: { 'own-login': '/components/own/own' } };
  const scene = new Scene(phone, phone.open({ data: { isShown: true } }, page, using));
  await phone.require(`${document.module}/index`).ready();
  await settled();
  const isButton = ({ tag }) => tag === 'button';
  scene.popup.handle(isButton, { type: 'tap', detail: {} });
  scene.popup.handle(isButton, { type: 'getphonenumber', detail: ALLOWED });
  scene.wx.answer(VERIFIED);
  return scene;
}

for (const [name, document] of Object.entries(DOCUMENTS)) {
  const { pages, apps, components, settings } = usesOf(textOf(name));

  for (const component of components) {
    test(`${name}, ${component.heading}: the component logs in, and closes`, async () => {
      assert.deepEqual(problemsOf(component.wxml), []);
      const scene = await logInBy(component, document);
      assert.deepEqual(
        scene.triggered('phoneNumberVerified').map(({ phoneNumber }) => phoneNumber),
        [NUMBER],
      );
      assert.deepEqual([scene.page.data.isShown, scene.phone.console], [false, []]);
    });
  }

  test(`${name} shows pages or apps`, () => {
    assert.ok(pages.length + apps.length >= 1 && pages.every(({ json }) => json));
  });

  for (const page of pages) {
    for (const [what, flow] of Object.entries(flowsOf(page))) {
      test(`${name}, ${page.heading}: ${what}`, () => run(page, document, flow));
    }

    test(`${name}, ${page.heading}: every event that is bound comes`, async () => {
      assert.deepEqual(await silentEvents(page, document), []);
    });
  }

  for (const app of apps) {
    for (const backend of ['wasm', 'js']) {
      test(`${name}, ${app.heading}: the app starts as ${backend}`, async () => {
        assert.equal(await start(app, document, backend), backend);
      });
    }
  }

  for (const { heading, value } of settings) {
    test(`${name}, ${heading}: the setting leaves out a file that is there`, () => {
      const { value: path } = value.packOptions.ignore[0];
      assert.ok(new Phone({ folders: npmPackage }).files.find(path), path);
    });
  }
}

/** What a reader has to know before anything else, in the first lines and in each language. */
const FIRST_SCREEN = 15;
const NOT_ON_A_PHONE = /We have not run it on a phone|我们没有在真机上运行过/;
const NO_TRUST = /must not trust a phone number that a client sends|服务端不能相信小程序传来的手机号/;

for (const name of Object.keys(DOCUMENTS).filter((one) => one.endsWith('README.md') || one === 'README.zh-CN.md')) {
  test(`${name} says at once that nothing was run on a phone, and that a number from a client is no proof`, () => {
    const text = textOf(name);
    assert.match(text.split('\n').slice(0, FIRST_SCREEN).join('\n'), NOT_ON_A_PHONE);
    assert.match(text, NO_TRUST);
  });
}

/** Words that say something else, or nothing: to change one's number, and to pixelate. */
const WRONG_WORDS = /换号|打了?码/;
const READ = [
  'README.md',
  'README.zh-CN.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'pkg/README.md',
  'docs',
  'miniprogram',
  'cloudfunctions',
  'simulator',
  'src',
];

test('no document and nothing on a screen says it in the wrong words', () => {
  const files = READ.flatMap((place) => filesBelow(join(root, place))).filter((path) => !path.includes('node_modules'));
  assert.ok(files.length > 100, 'the files are found');
  assert.deepEqual(
    files.filter((path) => WRONG_WORDS.test(readFileSync(path, 'utf8'))),
    [],
  );
});

test('the READMEs show the same code, but for comments', () => {
  const code = (document) =>
    snippetsOf(textOf(document)).map(({ text }) => text.replace(/ *(\/\/|#) .*$/gm, '').replace(/\S*\.tgz/g, ''));
  assert.deepEqual(code('README.zh-CN.md'), code('README.md'));
});

const { pages } = usesOf([textOf('README.md'), textOf('examples/pages')].join('\n'));
const document = DOCUMENTS['README.md'];
const [allow] = Object.values(FLOWS);
const inline = pages.find(({ wxml }) => wxml.includes(`<${BUTTON}`));

test('the first page of README.md keeps the session that the server made, and shows the masked number', async () => {
  const { wx, page, traces } = await run(pages[0], document, allow);
  assert.deepEqual(wx.storage.get('session'), { token: TOKEN, user: { id: 'u1', isNew: true }, maskedNumber: MASKED });
  assert.equal(page.data.maskedNumber, MASKED);
  assert.ok(!traces.includes(CODE));
});

const withLogOut = Object.keys(DOCUMENTS).flatMap((name) =>
  usesOf(textOf(name))
    .pages.filter(({ js }) => js.includes('logOut'))
    .map((page) => ({ name, page })),
);

for (const { name, page } of withLogOut) {
  test(`${name}, ${page.heading}: who logs out leaves nothing behind`, async () => {
    const scene = await run(page, DOCUMENTS[name], allow);
    scene.wx.global.removeStorageSync = (key) => void scene.wx.storage.delete(key);
    const isLogOut = (element) => handlers(element).tap === 'logOut';
    assert.equal(scene.page.data.maskedNumber, MASKED);
    tap(scene, scene.elements.find(isLogOut));
    assert.equal(scene.page.data.maskedNumber, '');
    assert.ok(!scene.wx.storage.has('session'));
    assert.deepEqual(scene.phone.console, []);
  });
}

test('both READMEs have a way out', () => {
  assert.deepEqual(withLogOut.map(({ name }) => name).slice(0, 2), ['README.md', 'README.zh-CN.md']);
});

test('the page of the READMEs begins with the session that is kept', async () => {
  const opened = await open(pages[0], document);
  opened.wx.storage.set('session', { token: TOKEN, maskedNumber: MASKED });
  opened.page.instance.onLoad();
  assert.equal(opened.page.data.maskedNumber, MASKED);
});

const whole = pages.find(({ js }) => js.includes('fillIn'));

/** What can be wrong with a page, and what is said of it then. */
const MISTAKES = {
  'a login that is nowhere': [{ js: whole.js.replace(/ +fillIn\([^]*?\n {2}\},\n/, '') }, /no fillIn/],
  'a handler that is nowhere': [
    { wxml: whole.wxml.replace('"onPhoneNumberVerified"', '"onVerified"') },
    /no onVerified/,
  ],
  'a field that is nowhere': [{ wxml: whole.wxml.replace('{{showPhonePopup}}', '{{shown}}') }, /no data shown/],
  'a property that is none': [{ wxml: whole.wxml.replace('cloud-function', 'cloud') }, /no property cloud/],
  'a tag that is not closed': [{ wxml: whole.wxml.replace('</button>', '') }, /compiler takes the WXML/],
  'a script that does not parse': [{ js: whole.js.replace('Page({', 'Page(') }, /SyntaxError|Unexpected/],
  'a login that throws': [
    { js: whole.js.replace(/(fillIn\(\w+\) \{\n)/, '$1    phoneLogin.logIn();\n') },
    /phoneLogin is not defined/,
  ],
  'a login that is not called': [{ js: whole.js.replace(/this\.fillIn\(/, 'Object(') }, /13800138000/],
};

/** The same for the page whose server makes the session. */
const MISTAKES_WITH_A_SESSION = {
  'a session that is sent nowhere': [{ wxml: pages[0].wxml.replace('"onLogin"', '"onLoggedIn"') }, /no onLoggedIn/],
  'another cloud function': [
    { wxml: pages[0].wxml.replace('"phoneLogin"', '"decryptPhoneNumber"') },
    /decryptPhoneNumber/,
  ],
  'a popup that the page leaves on the screen': [
    { js: pages[0].js.replace('showPhonePopup: false });', 'showPhonePopup: true });') },
    /true/,
  ],
};

/** The same for the page with the button. */
const MISTAKES_WITH_A_BUTTON = {
  'a property that only the popup has': [
    { wxml: inline.wxml.replace('cloud-function', 'custom-style="" cloud-function') },
    /no property customStyle/,
  ],
};

const CHANGES = [
  ...Object.entries(MISTAKES).map(([what, [change, why]]) => ({ what, page: whole, change, why })),
  ...Object.entries(MISTAKES_WITH_A_SESSION).map(([what, [change, why]]) => ({ what, page: pages[0], change, why })),
  ...Object.entries(MISTAKES_WITH_A_BUTTON).map(([what, [change, why]]) => ({ what, page: inline, change, why })),
];

for (const { what, page, change, why } of CHANGES) {
  test(`${what} is noticed`, async () => {
    assert.notDeepEqual({ ...page, ...change }, page, 'the mistake is made');
    await assert.rejects(run({ ...page, ...change }, document, allow), (error) =>
      why.test(`${error.name} ${error.message}`),
    );
  });
}

test('an event that never comes is noticed', async () => {
  const wxml = whole.wxml.replace(
    'bind:phoneNumberVerified',
    'bind:phoneNumberGot="showPhonePopup"\n  bind:phoneNumberVerified',
  );
  assert.deepEqual(await silentEvents({ ...whole, wxml }, document), ['phoneNumberGot']);
});

test('a snippet that nobody would run is noticed', () => {
  const markdown = textOf('README.md');
  assert.throws(() => usesOf(`${markdown}\n\`\`\`js\nfoo();\n\`\`\`\n`), /nobody runs this js/);
  assert.throws(() => usesOf(`${markdown}\n\`\`\`vue\n<template />\n\`\`\`\n`), /nobody runs this vue/);
  assert.throws(() => usesOf(`${markdown}\n\`\`\`xml\n<view />\n\`\`\`\n`), /without the script/);
  assert.throws(() => usesOf(`${markdown}\n\`\`\`xml\n<view />\n\`\`\`\n\`\`\`sh\nls\n\`\`\`\n`), /without the script/);
  assert.throws(() => usesOf(`${markdown}\n  \`\`\`js\n  foo();\n  \`\`\`\n`), /start of a line/);
});
