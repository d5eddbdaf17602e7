import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MODULE } from '../support/realm/phone.mjs';
import { ALLOWED, BUSY, CODE, EXPIRED, MASKED, NUMBER, UNDEPLOYED, VERIFIED } from '../support/realm/samples.mjs';
import { comeBack, leave, openIndex, openLeavingPage, openOwnPage } from '../support/realm/scene.mjs';
import { course } from './course.mjs';

const OPENID = 'oGZUI0egBJY1zhBYw2KhdUfwVJJE';
const SECRETS = { code: CODE, number: NUMBER, openid: OPENID };
const SECOND = 1000;

/** The events that hand a secret to the login. */
const FOR_THE_LOGIN = ['login', 'phoneNumberGet', 'phoneNumberVerified'];

/** What a server can say that nobody understands, with everything in it that it was told. */
const TELLTALE = `something new: [${CODE}] for ${NUMBER}, +86 ${NUMBER} of openid=${OPENID}; {"openid":"${OPENID}"}`;
const KNOWN = `cloud.callFunction:fail errCode: 40029 invalid code hint: [${CODE}] ${NUMBER} ${OPENID}`;

const authorized = (then) => (scene) => {
  scene.authorize();
  return then(scene);
};

/** Ways on which a secret could go astray. */
const ways = {
  'a failure that nobody understands': authorized(({ wx }) => wx.fail({ errMsg: TELLTALE })),
  'a failure that is understood': authorized(({ wx }) => wx.fail(new Error(KNOWN))),
  'an answer that nobody understands': authorized(({ wx }) => wx.answer({ success: false, error: TELLTALE })),
  'a number beside a failure': authorized(({ wx }) => wx.answer({ ...VERIFIED, ...EXPIRED, openid: OPENID })),
  'a button that nobody understands': (scene) => scene.authorize({ errMsg: `fail ${TELLTALE}`, code: CODE }),
  'a code that is sent again by itself': authorized(({ wx, phone }) => {
    wx.answer(BUSY);
    phone.clock.pass(SECOND);
    wx.answer(VERIFIED);
  }),
  'a code that is sent again on a tap': authorized((scene) => {
    scene.wx.answer(UNDEPLOYED);
    scene.tapAllow();
    scene.wx.fail({ errMsg: TELLTALE });
    scene.tapReject();
  }),
  'a number that comes too late for its call': authorized(({ wx, phone }) => {
    phone.clock.pass(22 * SECOND);
    wx.calls[0].success({ result: VERIFIED });
  }),
  'a code that has stopped working': (scene) => {
    scene.show();
    scene.tapAllow();
    scene.phone.clock.pass(300 * SECOND);
    scene.deliver(ALLOWED);
  },
  'a number that comes while the page is covered': authorized(({ popup, wx }) => {
    popup.pageLifetime('hide');
    wx.answer(VERIFIED);
    popup.pageLifetime('show');
  }),
  'a number that waits for the next popup': authorized(async (scene) => {
    leave(scene);
    scene.wx.answer(VERIFIED);
    await comeBack(scene);
    scene.show();
  }),
  'a code that waits for the next popup': authorized(async (scene) => {
    leave(scene);
    scene.wx.fail({ errMsg: TELLTALE });
    await comeBack(scene);
    scene.show();
  }),
  'another way to log in': authorized((scene) => {
    scene.wx.answer(UNDEPLOYED);
    scene.popup.act('other-login', 'tap');
  }),
  'an event that cannot be delivered': (scene) => {
    scene.popup.instance.triggerEvent = () => {
      throw new Error('triggerEvent:fail');
    };
    scene.authorize();
    scene.wx.calls.at(-1)?.success({ result: VERIFIED });
  },
};

const pages = {
  'where the popup verifies': () => openLeavingPage(),
  'where the page verifies': () => openLeavingPage('bind:phoneNumberGet="onGet"', { onGet }),
};

/** A page of one's own verifies by a cloud function too. */
function onGet({ detail: { code } }) {
  const end = (reply) => this.selectComponent('#login-popup')?.endVerification(code, reply);
  this.call(code, end);
}

/** Everything that is told to somebody else than the login. */
function told(scene, heard) {
  const events = scene.page.created.flatMap(({ triggered }) => triggered);
  const others = events.filter(({ name }) => !FOR_THE_LOGIN.some((one) => [one, one.toLowerCase()].includes(name)));
  return scene.traces + JSON.stringify([others, heard]);
}

for (const [where, open] of Object.entries(pages)) {
  for (const [way, go] of Object.entries(ways)) {
    test(`${where} no secret goes astray on the way of ${way}`, async () => {
      const scene = await open();
      const { wx, phone } = scene;
      wx.environment = 'develop';
      const { callFunction } = phone.require('/phone-login/platform');
      scene.page.instance.call = (code, end) => callFunction('decryptPhoneNumber', { code }, end);
      const heard = [];
      phone.require(MODULE).onReport((...report) => void heard.push(report));
      await go(scene);
      assert.ok(heard.length + scene.states.length + phone.console.length > 1, 'something happened');
      const all = told(scene, heard);
      for (const [name, secret] of Object.entries(SECRETS)) assert.ok(!all.includes(secret), `the ${name} in ${all}`);
    });
  }
}

test('in a development build what nobody understands is written, without the secrets', async () => {
  const scene = await openLeavingPage();
  scene.wx.environment = 'develop';
  ways['a failure that nobody understands'](scene);
  const [[level, text]] = scene.phone.console;
  assert.equal(level, 'warn');
  assert.match(text, /unknown: something new: \[\*\*\*\]/);
});

const scenes = {
  'where the page verifies': () => openIndex(),
  'where the popup verifies': () => openOwnPage('cloud-function="decryptPhoneNumber"'),
};

for (const [where, open] of Object.entries(scenes)) {
  test(`${where} neither number nor code is left anywhere`, async () => {
    const scene = await open();
    for (const happen of course) happen(scene);
    scene.show();
    scene.deliver(ALLOWED);
    scene.wx.fail({ errMsg: `cloud.callFunction:fail invalid code hint: [${CODE}] ${NUMBER}`, errCode: -404011 });
    assert.ok(!scene.traces.includes(CODE), 'the code');
    assert.ok(!scene.traces.includes(NUMBER), 'the number');
  });
}

test('the traces would show what is left', async () => {
  const places = [
    ({ wx }) => wx.global.setStorageSync('key', NUMBER),
    ({ wx }) => wx.global.reportEvent('name', { number: NUMBER }),
    ({ wx }) => wx.global.navigateTo({ url: NUMBER }),
    ({ wx }) => wx.global.showToast({ title: NUMBER }),
    ({ phone }) => phone.realm.run('console').log({ detail: { number: NUMBER } }),
    ({ phone }) => phone.realm.run('console').error(new Error(NUMBER)),
    ({ page }) => page.instance.setData({ userPhone: NUMBER }),
  ];
  for (const leave of places) {
    const scene = await openIndex();
    assert.ok(!scene.traces.includes(NUMBER));
    leave(scene);
    assert.ok(scene.traces.includes(NUMBER), String(leave));
  }
});

test('the storage holds the masked number and nothing else', async () => {
  const scene = await openIndex();
  for (const happen of course) happen(scene);
  assert.deepEqual([...scene.wx.storage], [['userPhone', MASKED]]);
});
