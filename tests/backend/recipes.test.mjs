/** Each recipe does what the cloud functions do: a code is exchanged once, for its user, and no more often than is good. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { missingFor, recipeNames, startRecipe } from './recipes.mjs';

const NUMBER = '13800138000';
const GENEROUS = { EXCHANGES_PER_USER_MINUTE: '1000', REFUSED_CODES_PER_USER_DAY: '1000' };

/** A minute of the clock in which there is time for what follows. */
async function roomInMinute() {
  const left = 60_000 - (Date.now() % 60_000);
  if (left < 8000) await pause(left + 50);
}

let users = 0;
const newOpenid = () => `o-user-${++users}`;

for (const name of recipeNames) {
  const missing = missingFor(name);

  test(name, { skip: missing && `${name}: ${missing}` }, async (t) => {
    const recipe = await startRecipe(name, GENEROUS);
    const { codes, wechat, scene, post } = recipe;
    const used = new Set();

    const newUser = async () => {
      const openid = newOpenid();
      used.add(openid);
      return { openid, ...(await recipe.user(openid)) };
    };
    const exchangesDuring = async (act) => {
      const before = recipe.exchanges().length;
      const replies = await act();
      return { replies, exchanges: recipe.exchanges().slice(before) };
    };
    t.beforeEach(() => {
      scene.answer = { phoneInfo: {} };
    });

    await t.test('a login: the number stays on the server, and WeChat gets the openid of the session', async () => {
      const user = await newUser();
      const code = user.tap();
      const { replies, exchanges } = await exchangesDuring(() => user.login(code));
      assert.equal(replies.success, true);
      assert.equal(replies.maskedNumber, '138****8000');
      assert.equal(replies.idempotent, true);
      assert.equal(replies.user.isNew, true);
      assert.ok(!JSON.stringify(replies).includes(NUMBER));
      assert.deepEqual(
        exchanges.map(({ body }) => body),
        [{ code, openid: user.openid }],
      );
    });

    await t.test('a second send brings the same reply, and calls at once are one exchange', async () => {
      const user = await newUser();
      const code = user.tap();
      scene.answer = { phoneInfo: {}, delay: 200 };
      const { replies, exchanges } = await exchangesDuring(() =>
        Promise.all(Array.from({ length: 20 }, () => user.login(code))),
      );
      for (const reply of replies) assert.deepEqual(reply, replies[0]);
      assert.deepEqual(await user.login(code), replies[0]);
      assert.equal(exchanges.length, 1);
    });

    await t.test('the code of one user is of no use to another', async () => {
      const [one, other] = [await newUser(), await newUser()];
      const code = one.tap();
      assert.equal((await other.login(code)).errCode, 40029);
      assert.equal((await one.login(code)).success, true);
      assert.equal((await other.login(code)).errCode, 40029);
    });

    await t.test('without a session there is no exchange, and a code of wx.login makes one session', async () => {
      const { replies, exchanges } = await exchangesDuring(() => post('/phone', { code: codes.issue() }));
      assert.deepEqual([replies.status, replies.errCode], [401, 401]);
      const forged = await post('/phone', { code: codes.issue() }, { authorization: 'Bearer forged' });
      assert.equal(forged.status, 401);
      assert.deepEqual(exchanges, []);
      const code = wechat.issueLoginCode(newOpenid());
      assert.equal((await post('/session', { code })).success, true);
      assert.equal((await post('/session', { code })).errCode, 40029);
    });

    await t.test('a code that WeChat refused is asked about once; one that failed otherwise again', async () => {
      const user = await newUser();
      const garbage = 'garbage';
      const refused = await exchangesDuring(async () => [await user.login(garbage), await user.login(garbage)]);
      assert.deepEqual(
        refused.replies.map(({ errCode }) => errCode),
        [40029, 40029],
      );
      assert.equal(refused.exchanges.length, 1);
      const code = user.tap();
      scene.answer = { errcode: -1, errmsg: 'system error' };
      assert.equal((await user.login(code)).errCode, -1);
      scene.answer = { phoneInfo: {} };
      assert.equal((await user.login(code)).success, true);
    });

    await t.test('one access token serves all, and a refused one is replaced, once for calls at once', async () => {
      const tokens = () => wechat.requests.filter(({ api }) => api.endsWith('/stable_token'));
      assert.equal(tokens().length, 1);
      assert.notEqual(tokens()[0].body.force_refresh, true);
      wechat.expireToken();
      const all = await Promise.all(Array.from({ length: 5 }, newUser));
      const replies = await Promise.all(all.map((user) => user.login(user.tap())));
      assert.deepEqual(
        replies.map(({ success }) => success),
        Array(5).fill(true),
      );
      assert.equal(tokens().length, 2);
    });

    const spoilt = {
      'a reply that is no JSON': { body: '<html>502</html>', contentType: 'text/html' },
      'a JSON list': { body: '[]', contentType: 'application/json' },
      'a number that is none': { phoneInfo: { phoneNumber: 'undefined' } },
      'a number that is an object': { phoneInfo: { phoneNumber: {} } },
      'the number of another mini-program': { phoneInfo: { watermark: { appid: 'wx1111111111111111' } } },
      'a broken connection': { disconnect: true },
      'an errcode beyond 32 bits': { errcode: 1e15, errmsg: 'odd' },
    };
    for (const [what, answer] of Object.entries(spoilt)) {
      await t.test(`${what} is no success`, async () => {
        const user = await newUser();
        scene.answer = answer;
        const { success, errCode, error } = await user.login(user.tap());
        assert.equal(success, false);
        assert.ok(Number.isInteger(errCode) && Math.abs(errCode) < 2 ** 31, String(errCode));
        assert.match(error, /\p{Script=Han}/u);
      });
    }

    const bodies = [
      '',
      'null',
      '[]',
      '7',
      '"code"',
      '{',
      '{"code":7}',
      '{"code":null}',
      '{"code":["x"]}',
      '{"code":{}}',
    ];
    for (const body of [...bodies, `{"code":"${'x'.repeat(600)}"}`, `{"code":"${'x'.repeat(100_000)}"}`]) {
      await t.test(`the body ${body.slice(0, 20)} (${body.length}) is refused without asking WeChat`, async () => {
        const { session } = await newUser();
        const authorization = `Bearer ${session}`;
        const { replies, exchanges } = await exchangesDuring(() => post('/phone', body, { authorization }));
        assert.equal(replies.success, false);
        assert.equal(exchanges.length, 0);
        assert.equal((await post('/session', body)).success, false);
      });
    }

    await t.test('another path is said to be none', async () => {
      assert.equal((await post('/nowhere', {})).status, 404);
    });

    await t.test('after 45009 WeChat is not asked', async () => {
      await roomInMinute();
      const user = await newUser();
      scene.answer = { errcode: 45009, errmsg: 'reach max api daily quota limit' };
      assert.equal((await user.login(user.tap())).errCode, 45009);
      scene.answer = { phoneInfo: {} };
      const other = await newUser();
      const { replies, exchanges } = await exchangesDuring(() => other.login(other.tap()));
      assert.equal(replies.errCode, 45009);
      assert.deepEqual(exchanges, []);
    });

    await t.test('the log has neither number, code, session nor openid', () => {
      const log = recipe.log();
      assert.ok(log.split('\n').length > 10, 'there is one');
      const sent = wechat.requests.flatMap(({ body, query }) => [body.code, query.js_code, query.access_token]);
      for (const secret of [NUMBER, ...used, ...sent.filter(Boolean)]) assert.ok(!log.includes(secret), secret);
    });
  });

  test(`${name}: the limits that are shipped`, { skip: missing && `${name}: ${missing}` }, async () => {
    const { user: open, scene, exchanges } = await startRecipe(name);
    const [user, other] = [await open('o-one'), await open('o-other')];
    await roomInMinute();
    const errCodes = [];
    for (let n = 0; n < 12; n += 1) errCodes.push((await user.login(user.tap())).errCode ?? 0);
    assert.deepEqual(errCodes, [...Array(10).fill(0), 45011, 45011]);
    assert.equal(exchanges().length, 10);
    assert.equal((await other.login(other.tap())).success, true);
    scene.answer = { errcode: 45011, errmsg: 'minute-quota' };
    assert.equal((await other.login(other.tap())).errCode, 45011);
    scene.answer = { phoneInfo: {} };
    const third = await open('o-third');
    assert.equal((await third.login(third.tap())).errCode, 45011, 'the breaker');
  });

  test(`${name}: after twenty refused codes a user waits`, { skip: missing && `${name}: ${missing}` }, async () => {
    const recipe = await startRecipe(name, { EXCHANGES_PER_USER_MINUTE: '1000' });
    const user = await recipe.user('o-guesser');
    const errCodes = [];
    for (let n = 0; n < 25; n += 1) errCodes.push((await user.login(`garbage-${n}`)).errCode);
    assert.deepEqual(errCodes, [...Array(20).fill(40029), ...Array(5).fill(45009)]);
    assert.equal(recipe.exchanges().length, 20);
    const other = await recipe.user('o-other');
    assert.equal((await other.login(other.tap())).success, true);
  });
}
