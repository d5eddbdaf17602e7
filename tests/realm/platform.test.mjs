import assert from 'node:assert/strict';
import { test } from 'node:test';

import { MODULE, Phone, plain } from '../support/realm/phone.mjs';

const HINTS = '/phone-login/hints';

/** What the glue asks of WeChat, on a phone of its own. */
function open(options) {
  const phone = new Phone(options);
  return {
    phone,
    wx: phone.wx,
    platform: { ...phone.require('/phone-login/platform'), ...phone.require('/phone-login/client') },
  };
}

const fails = () => {
  throw new Error('wx:fail');
};
const errors = ({ console }) => console.filter(([level]) => level === 'error').map(([, error]) => error.message);
const warnings = ({ console }) => console.filter(([level]) => level === 'warn').map(([, text]) => text);

/** What `onReport` was told. */
function listen(phone) {
  const heard = [];
  phone.require(MODULE).onReport((name, data) => void heard.push({ name, data: plain(data) }));
  return heard;
}

const report = { name: 'phone_number_success', data: { timestamp: 1, mode: 'quick' } };

test('a report goes to reportEvent and to the listener', () => {
  const { phone, wx, platform } = open();
  const heard = listen(phone);
  platform.report(report.name, report.data);
  assert.deepEqual([wx.reports, wx.analytics, heard], [[report], [], [report]]);
});

for (const without of [['reportEvent'], ['reportEvent', 'reportAnalytics']]) {
  test(`without ${without.join(' and ')} the listener is told all the same`, () => {
    const { phone, wx, platform } = open({ without });
    const heard = listen(phone);
    platform.report(report.name, report.data);
    assert.deepEqual([heard, wx.analytics.length], [[report], 2 - without.length]);
    assert.deepEqual(phone.console, []);
  });
}

test('a listener is told no more once it is taken away, and another one replaces it', () => {
  const { phone, platform } = open();
  const [first, second] = [listen(phone), listen(phone)];
  platform.report(report.name, report.data);
  phone.require(MODULE).onReport(undefined);
  platform.report(report.name, report.data);
  assert.deepEqual([first.length, second.length], [0, 1]);
});

test('statistics that throw are told to the developer, and the listener is told all the same', () => {
  const { phone, wx, platform } = open();
  wx.global.reportEvent = fails;
  const heard = listen(phone);
  platform.report(report.name, report.data);
  assert.deepEqual([heard, errors(phone)], [[report], ['wx:fail']]);
});

test('a listener that throws is told to the developer, and nobody else', () => {
  const { phone, wx, platform } = open();
  phone.require(MODULE).onReport(fails);
  platform.report(report.name, report.data);
  assert.deepEqual([wx.reports, errors(phone)], [[report], ['wx:fail']]);
});

const versions = [
  ['getAppBaseInfo', {}, '3.9.0'],
  ['getSystemInfoSync, where the other is missing', { without: ['getAppBaseInfo'] }, '2.19.4'],
  ['nothing, where both are missing', { without: ['getAppBaseInfo', 'getSystemInfoSync'] }, ''],
];

for (const [source, options, expected] of versions) {
  test(`the base library's version comes from ${source}`, () => {
    const { phone, wx, platform } = open(options);
    if (!options.without?.includes('getSystemInfoSync')) {
      wx.global.getSystemInfoSync = () => ({ SDKVersion: '2.19.4' });
    }
    assert.equal(platform.baseLibrary(), expected);
    assert.deepEqual(phone.console, []);
  });
}

for (const [name, answer] of Object.entries({ nothing: undefined, null: null, 'no version': {} })) {
  test(`${name} from getAppBaseInfo is no version`, () => {
    const { wx, platform } = open();
    wx.global.getAppBaseInfo = () => answer;
    assert.equal(platform.baseLibrary(), '');
  });
}

test('a getAppBaseInfo that throws is told to the developer, and is no version', () => {
  const { phone, wx, platform } = open();
  wx.global.getAppBaseInfo = fails;
  assert.deepEqual([platform.baseLibrary(), errors(phone)], ['', ['wx:fail']]);
});

/** What `checkPrivacy` answers; `say` is what WeChat does. */
function privacyNeeded({ wx, platform }, say) {
  const answers = [];
  platform.checkPrivacy((needed) => void answers.push(needed));
  if (say) say(wx.privacyQuestions[0]);
  return answers;
}

const settings = [
  ['still to be accepted', ({ success }) => success({ needAuthorization: true }), true],
  ['accepted already', ({ success }) => success({ needAuthorization: false }), false],
  ['an answer without a word', ({ success }) => success(undefined), false],
  ['a failure', ({ fail }) => fail({ errMsg: 'getPrivacySetting:fail' }), false],
];

for (const [name, say, needed] of settings) {
  test(`privacy: ${name}`, () => assert.deepEqual(privacyNeeded(open(), say), [needed]));
}

test('privacy: WeChat has not answered yet', () => assert.deepEqual(privacyNeeded(open()), []));

test('privacy: a client that cannot say asks nothing', () => {
  assert.deepEqual(privacyNeeded(open({ without: ['getPrivacySetting'] })), [false]);
});

test("an agreement with an address is a page, one without is WeChat's contract", () => {
  const { wx, platform } = open();
  platform.openAgreement('/pages/terms/terms', assert.fail);
  assert.deepEqual([wx.navigations, wx.contracts], [[{ url: '/pages/terms/terms' }], []]);
  platform.openAgreement(undefined, assert.fail);
  assert.deepEqual([wx.navigations.length, wx.contracts], [1, [{}]]);
});

const refuses = ({ fail }) => fail(new Error('wx:fail'));

for (const [how, name, url, act] of [
  ['a page that is not there', 'navigateTo', '/pages/terms/terms', refuses],
  ['a client that throws', 'navigateTo', '/pages/terms/terms', fails],
  ['a contract that WeChat refuses', 'openPrivacyContract', '', refuses],
  ['a client without the contract', 'openPrivacyContract', '', undefined],
]) {
  test(`an agreement that does not open is told once: ${how}`, () => {
    const { phone, wx, platform } = open();
    wx.global[name] = act;
    let told = 0;
    platform.openAgreement(url, () => {
      told += 1;
    });
    assert.deepEqual([told, errors(phone).length], [1, 1]);
  });
}

const develop = { says: { environment: 'develop' } };

test('in a development build a reason is explained by its hint', () => {
  const { phone, platform } = open(develop);
  phone.require(HINTS).environment = 'call wx.cloud.init';
  platform.explain('environment', undefined);
  assert.deepEqual(warnings(phone), ['[wx-phone-login] environment: call wx.cloud.init']);
});

test('a hint says more than what was said', () => {
  const { phone, platform } = open(develop);
  phone.require(HINTS).unknown = 'the hint';
  platform.explain('unknown', 'what was said');
  assert.deepEqual(warnings(phone), ['[wx-phone-login] unknown: the hint']);
});

test('without a hint it is explained by what was said, or named at least', () => {
  const { phone, platform } = open(develop);
  platform.explain('unknown', 'getPhoneNumber:fail');
  platform.explain('unknown', undefined);
  const [said, named] = warnings(phone);
  assert.equal(said, '[wx-phone-login] unknown: getPhoneNumber:fail');
  assert.match(named, /^\[wx-phone-login\] unknown/);
  assert.doesNotMatch(named, /undefined/);
});

for (const environment of ['trial', 'release']) {
  test(`in a ${environment} build nothing is explained`, () => {
    const { phone, platform } = open({ says: { environment } });
    platform.explain('environment', 'said');
    assert.deepEqual(phone.console, []);
  });
}

test('a client that does not say which build it is explains nothing, and is quiet about it', () => {
  const { phone, platform } = open({ without: ['getAccountInfoSync'] });
  platform.explain('environment', 'said');
  assert.deepEqual(phone.console, []);
});

for (const [name, answer] of Object.entries({ throws: fails, 'gives nothing': () => undefined })) {
  test(`a getAccountInfoSync that ${name} explains nothing and does no harm`, () => {
    const { phone, wx, platform } = open(develop);
    wx.global.getAccountInfoSync = answer;
    platform.explain('environment', 'said');
    assert.deepEqual(warnings(phone), []);
  });
}

for (const [how, act] of [
  ['refuses', refuses],
  ['throws at', fails],
  ['does not have', undefined],
]) {
  test(`a toast that the client ${how} comes in a dialogue, and a dialogue harms nobody`, () => {
    const { phone, wx, platform } = open();
    wx.global.showToast = act;
    platform.showNotice({ via: 'toast', title: 'a' });
    assert.deepEqual([wx.modals.map(({ content }) => content), errors(phone).length], [['a'], 1]);
    wx.global.showModal = act;
    platform.showNotice({ via: 'modal', title: 'b' });
    assert.equal(errors(phone).length, 2);
  });
}

test('a toast is a toast, a modal is a modal', () => {
  const { wx, platform } = open();
  platform.showNotice({ via: 'toast', title: 'a' });
  platform.showNotice({ via: 'modal', title: 'b' });
  assert.deepEqual([wx.toasts.map(({ title }) => title), wx.modals.map(({ title }) => title)], [['a'], ['b']]);
});

test('a toast stays until it is read, unless it says how long', () => {
  const { wx, platform } = open();
  platform.showNotice({ via: 'toast', title: 'a' });
  platform.showNotice({ via: 'toast', title: 'b', duration: 1 });
  assert.deepEqual(
    wx.toasts.map(({ duration }) => duration),
    [2500, 1],
  );
});

/** What `callFunction` answers; `act` is what WeChat does with the call. */
function answers(act, options) {
  const { phone, wx, platform } = open(options);
  const given = [];
  if (act) wx.global.cloud.callFunction = act;
  platform.callFunction('f', { code: 'c' }, (reply) => void given.push(reply));
  return { given, phone };
}

test('a call that is answered twice is answered once', () => {
  const twice = ({ success, fail }) => {
    success('reply');
    success('again');
    fail('failed');
  };
  assert.deepEqual(answers(twice).given, ['reply']);
});

test('a call that throws is answered by what it threw', () => {
  const { given, phone } = answers(fails);
  assert.deepEqual([given.map(({ message }) => message), phone.console], [['wx:fail'], []]);
});

test('a call that answers and throws is answered, and the rest is told to the developer', () => {
  const { given, phone } = answers(({ success }) => {
    success('reply');
    fails();
  });
  assert.deepEqual([given, errors(phone)], [['reply'], ['wx:fail']]);
});

test('a call without wx.cloud is answered by a failure', () => {
  const { given } = answers(undefined, { without: ['cloud'] });
  assert.equal(given.length, 1);
  assert.match(given[0].message, /callFunction/);
});
