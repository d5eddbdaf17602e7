/** The function that reports, called by its timer: what it reads, posts and removes. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, beforeEach, test } from 'node:test';

import { Cron } from 'croner';

import { createDatabase } from '../../simulator/cloud/database.mjs';
import { startTimers } from '../../simulator/cloud/timers.mjs';
import { logIn, openCloud, verify } from './cloud.mjs';

const DAY = 24 * 3_600_000;
const REPORT = 'phoneLoginReport';

/** What the robot of a group got, and what it answers. */
const robot = { posts: [], answer: { status: 200, body: '{"errcode":0,"errmsg":"ok"}' } };
const server = createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  robot.posts.push({ headers: request.headers, body: JSON.parse(Buffer.concat(parts).toString()) });
  if (robot.answer.silent) return;
  response.writeHead(robot.answer.status).end(robot.answer.body);
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
after(() => {
  server.closeAllConnections();
  server.close();
});
const address = `http://127.0.0.1:${server.address().port}/cgi-bin/webhook/send?key=the-secret-key`;

let database = createDatabase();
const reached = { answer: (request) => database.answer(request) };
const cloud = await openCloud({ database: reached, variables: { REPORT_WEBHOOK: address }, timeLimit: 10_000 });
const silent = await openCloud({ database: reached });

/** The day in Beijing, so many days ago. */
const dayAgo = (days) => new Date(Date.now() + 8 * 3_600_000 - days * DAY).toISOString().slice(0, 10);

beforeEach(() => {
  database = createDatabase();
  robot.posts.length = 0;
  robot.answer = { status: 200, body: '{"errcode":0,"errmsg":"ok"}' };
});

function put(collectionName, document) {
  database.answer({ action: 'database.addCollection', collectionName });
  database.answer({ action: 'database.insertDocument', collectionName, data: [JSON.stringify(document)] });
}

const putCounts = (day, outcomes, more = {}) =>
  put('phone_login_counts', { _id: `${day}-phoneLogin`, day, function: 'phoneLogin', calls: 1, outcomes, ...more });

const fire = async (data, on = cloud) => on.fireTimer({ name: REPORT, data });
const ids = (name) => (database.contents()[name] ?? []).map(({ _id }) => _id);

const bad = { wechat: { success: 10, code_invalid: 30 } };
const fine = { wechat: { success: 40 } };

test('what the two functions counted is in the report of the day', async () => {
  const counting = await openCloud({ database: reached });
  await verify(counting);
  await logIn(counting, { openid: 'o-reported' });
  await counting.callFunction({ name: 'phoneLogin', data: { code: '' } });
  const { result } = await fire({ day: dayAgo(0) });
  assert.equal(result.success, true);
  const { exchanges, successes, paid, calls } = result.report;
  assert.deepEqual({ exchanges, successes, paid }, { exchanges: 2, successes: 2, paid: 2 });
  assert.ok(calls >= 2, 'the third call may wait for the next batch');
});

test('an alarm is posted as a robot of 企业微信 or 钉钉 takes it, and once a day', async () => {
  putCounts(dayAgo(0), bad);
  const { result } = await fire({ day: dayAgo(0) });
  assert.equal(result.posted, true);
  assert.deepEqual(robot.posts[0].body, { msgtype: 'text', text: { content: result.text } });
  assert.match(result.text, /【告警】成功率 25\.0%，低于 90\.0%/);
  assert.match(robot.posts[0].headers['content-type'], /^application\/json/);
  assert.equal((await fire({ day: dayAgo(0) })).result.posted, false);
  assert.equal(robot.posts.length, 1);
});

test('another alarm of the same day is posted, too', async () => {
  putCounts(dayAgo(0), bad);
  await fire({ day: dayAgo(0) });
  const change = { $set: { 'outcomes.breaker': { daily_limit: 3 } } };
  const query = JSON.stringify({ _id: `${dayAgo(0)}-phoneLogin` });
  const data = JSON.stringify(change);
  const collectionName = 'phone_login_counts';
  database.answer({ action: 'database.modifyDocument', collectionName, query, data, merge: true });
  assert.equal((await fire({ day: dayAgo(0) })).result.posted, true);
  assert.equal((await fire({ day: dayAgo(0) })).result.posted, false);
});

test('a good day is posted when it is over, and once', async () => {
  putCounts(dayAgo(0), fine);
  putCounts(dayAgo(1), fine);
  assert.equal((await fire({ day: dayAgo(0) })).result.posted, false);
  assert.equal((await fire({ day: dayAgo(1) })).result.posted, true);
  assert.equal((await fire({ day: dayAgo(1) })).result.posted, false);
});

const refusals = {
  'answers 500': { status: 500, body: '' },
  'says no with an errcode': { status: 200, body: '{"errcode":93000,"errmsg":"invalid webhook url"}' },
  'does not answer': { silent: true },
};

for (const [how, answer] of Object.entries(refusals)) {
  test(`where the robot ${how}, the report is there, the key is not in the log, and the next run tries again`, async () => {
    putCounts(dayAgo(0), bad);
    robot.answer = answer;
    const { result, logs } = await fire({ day: dayAgo(0) });
    assert.deepEqual([result.success, result.posted], [true, false]);
    assert.ok(logs.some((line) => line.startsWith('phoneLoginReport: the robot ')));
    assert.ok(!JSON.stringify([result, logs]).includes('the-secret-key'));
    robot.answer = { status: 200, body: '' };
    assert.equal((await fire({ day: dayAgo(0) })).result.posted, true);
  });
}

test('an address that is none is said without it', async () => {
  putCounts(dayAgo(0), bad);
  const misled = await openCloud({ database: reached, variables: { REPORT_WEBHOOK: 'ftp://robot/the-secret-key' } });
  const { result, logs } = await fire({ day: dayAgo(0) }, misled);
  assert.equal(result.posted, false);
  assert.ok(logs.includes('phoneLoginReport: REPORT_WEBHOOK is no http or https address'));
  assert.ok(!JSON.stringify(logs).includes('the-secret-key'));
});

test('without a webhook nothing is posted, and the report is in the log', async () => {
  putCounts(dayAgo(0), bad);
  const { result, logs } = await fire({ day: dayAgo(0) }, silent);
  assert.deepEqual([result.success, result.posted], [true, false]);
  assert.ok(logs.includes(result.text));
  assert.equal(robot.posts.length, 0);
});

test('the timer reports today, in the first hour of a day yesterday', async () => {
  const expected = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  assert.equal((await fire({})).result.report.day, expected);
});

test('a user is told nothing', async () => {
  const { result } = await cloud.callFunction({ name: REPORT, data: { day: dayAgo(0) } });
  assert.deepEqual(Object.keys(result), ['success', 'errCode', 'error']);
  assert.equal(result.success, false);
});

test('what has expired is removed: results, counters, counts and reports of long ago', async () => {
  for (const name of ['phone_login_results', 'phone_login_limits']) {
    put(name, { _id: 'old', until: Date.now() - 1 });
    put(name, { _id: 'young', until: Date.now() + 60_000 });
  }
  putCounts(dayAgo(91), fine);
  putCounts(dayAgo(89), fine);
  put('phone_login_reports', { _id: dayAgo(91), day: dayAgo(91) });
  await fire({}, silent); // what is posted in the first hour of a day would be a report
  assert.deepEqual(ids('phone_login_results'), ['young']);
  assert.deepEqual(ids('phone_login_limits'), ['young']);
  assert.deepEqual(ids('phone_login_counts'), [`${dayAgo(89)}-phoneLogin`]);
  assert.deepEqual(ids('phone_login_reports'), []);
});

test('a database that fails is a call that failed', async () => {
  const broken = await openCloud({
    database: { answer: () => ({ code: 'DATABASE_REQUEST_FAILED', message: 'the database is away' }) },
  });
  const { result, failure } = await fire({}, broken);
  assert.equal(result, undefined);
  assert.match(failure, /the database is away/);
});

test('the trigger is every hour, five minutes after it, as a parser of such expressions reads it', async () => {
  const [{ type, config }] = await cloud.triggersOf(REPORT);
  assert.equal(type, 'timer');
  assert.equal(config.split(' ').length, 7);
  const [one, next] = new Cron(config, { paused: true, timezone: 'Asia/Shanghai' }).nextRuns(2);
  assert.equal(one.getMinutes(), 5);
  assert.equal(next.getTime() - one.getTime(), 3_600_000);
});

test('the timers call what the triggers name, and a trigger without times is named', async () => {
  const fired = [];
  const faults = [];
  const triggers = { often: '* * * * * * *', never: 'now and then' };
  const timers = await startTimers({
    cloud: {
      triggersOf: async () => Object.entries(triggers).map(([name, config]) => ({ name, config })),
      fireTimer: async (call) => fired.push(call),
    },
    functionNames: [REPORT],
    log: (fault) => faults.push(fault),
  });
  await new Promise((wake) => setTimeout(wake, 1200));
  timers.stop();
  assert.deepEqual(fired[0], { name: REPORT, trigger: 'often' });
  assert.equal(faults.length, 1);
  assert.match(faults[0], /phoneLoginReport: the trigger never/);
});
