import assert from 'node:assert/strict';
import { mock } from 'node:test';

import { createDatabase } from '../../simulator/cloud/database.mjs';
import { callEnvironment, unlimited } from '../../simulator/cloud/environment.mjs';
import { createPhoneCodes } from '../../simulator/cloud/phone-codes.mjs';
import { loadFunction } from './in-process.mjs';

/**
 * Instances of one function in the test's own process, with the real SDK and one database, and a clock that the test
 * sets forward. Each has a memory of its own, as two processes have.
 */
export async function openInstances() {
  const database = createDatabase();
  const reached = { answer: (request) => database.answer(request) };
  const codes = createPhoneCodes(() => time.now());
  const { cloud, requests, answerWith, require: load } = await loadFunction({ codes, database: reached });
  const { createExchange } = load('./exchange');
  const { readSettings } = load('./exchange/settings');
  const { sealFor } = load('./exchange/seal');
  const log = mock.method(console, 'error', () => {});
  const manifest = { name: 'decryptPhoneNumber', version: '0.0.0' };
  const time = createTime();
  return {
    cloud,
    codes,
    requests,
    answerWith,
    database,
    /** Set `answer` to have the database answer otherwise. */
    reached,
    time,
    sealFor,
    readSettings,
    as,
    logs: () => log.mock.calls.map((call) => call.arguments.join(' ')),
    /** @param {Function} [complete] @param {object} [variables] what the owner has set */
    start(complete, variables = unlimited) {
      const settings = readSettings(variables, assert.fail);
      return createExchange({ cloud, manifest, time, complete, settings });
    },
  };
}

/** A clock that the test sets forward by `ahead`, and slows down where a busy machine would run into a limit of time. */
function createTime() {
  let slowness = 1;
  let moment = { outside: Date.now(), here: Date.now() };
  const here = () => moment.here + (Date.now() - moment.outside) / slowness;
  const time = {
    ahead: 0,
    now: () => Math.floor(here()) + time.ahead,
    setTimeout: (act, delay) => setTimeout(act, delay * slowness),
    clearTimeout,
    /** @param {number} times  a second here takes so many seconds */
    slowDown(times) {
      moment = { outside: Date.now(), here: here() };
      slowness = times;
    },
  };
  return time;
}

/**
 * Another user calls, as the cloud says it: by its environment, which a function reads before it waits for anything.
 *
 * @template Reply
 * @param {string} openid
 * @param {() => Reply} call
 * @returns {Reply}
 */
function as(openid, call) {
  const { WX_API_TOKEN, WX_OPENID } = process.env;
  Object.assign(process.env, callEnvironment(WX_API_TOKEN, openid));
  const reply = call();
  Object.assign(process.env, { WX_OPENID });
  return reply;
}
