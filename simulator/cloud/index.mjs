/**
 * The cloud of the simulator: runs the functions of `cloudfunctions/` as they would be deployed, on the real
 * wx-server-sdk. Only the server that the SDK talks to is a stand-in, on this machine.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { serverAnswers } from './answers.mjs';
import { executionFailed, functionNotFound, timedOut } from './client-errors.mjs';
import { createDatabase } from './database.mjs';
import { callEnvironment, cloudEnvironment, simulated, timerEnvironment } from './environment.mjs';
import { InstancePool } from './instance-pool.mjs';
import { createPhoneCodes } from './phone-codes.mjs';
import { startSdkServer } from './sdk-server.mjs';

export { serverAnswers };

const FUNCTION_NAME = /^[A-Za-z][\w-]{0,59}$/;

/** A function's time when nobody has asked for more, in milliseconds. */
const DEFAULT_TIME_LIMIT = 3000;

/**
 * Runs functions of `cloudfunctions/` on the real SDK.
 *
 * @param {object} options
 * @param {string} options.functionsRoot the folder that holds one folder per function
 * @param {number} [options.timeLimit] milliseconds a function may run
 * @param {() => number} [options.now] the clock by which codes grow old
 * @param {ReturnType<createPhoneCodes>} [options.codes] another cloud's, where both are to be one
 * @param {Pick<ReturnType<createDatabase>, 'answer'>} [options.database] likewise
 * @param {Record<string, string>} [options.variables] environment variables that the owner has given the functions
 * @param {(request: { apiName: string, data: object }) => void} [options.onRequest] sees what a function sent to WeChat
 * @param {(line: object) => void} [options.onLine] sees what a function wrote by the logger of the SDK
 */
export async function createCloud({
  functionsRoot,
  timeLimit = DEFAULT_TIME_LIMIT,
  now = Date.now,
  codes = createPhoneCodes(now),
  database = createDatabase(),
  variables = {},
  onRequest,
  onLine = () => {},
}) {
  const server = await startSdkServer({ codes, database, onRequest });
  const pools = new Map();
  let closed = false;

  function poolOf(folder) {
    if (closed) throw new Error('the cloud is closed');
    const environment = { ...cloudEnvironment(server.url), ...variables };
    if (!pools.has(folder)) pools.set(folder, new InstancePool(folder, environment));
    return pools.get(folder);
  }

  async function run({ folder, event, answer, environmentOf, requestID }) {
    const { permissions } = await readConfig(folder);
    const token = server.openCall({ permissions: permissions?.openapi ?? [], answer });
    const call = { environment: environmentOf(token), event, context: { request_id: requestID } };
    try {
      const outcome = await poolOf(folder).run(call, timeLimit);
      outcome.lines.forEach(onLine);
      return outcome;
    } finally {
      server.closeCall(token);
    }
  }

  return {
    /**
     * As `wx.cloud.callFunction`, with the answer of the cloud or of WeChat chosen by the caller.
     *
     * @param {object} call
     * @param {string} call.name
     * @param {object} [call.data]
     * @param {string | import('./answers.mjs').Answer} [call.answer] an id of `serverAnswers`, or a row of one's own
     * @param {string} [call.openid] who calls
     * @returns {Promise<{ result: unknown, errMsg: string, requestID: string, logs: string[], lines: object[], isLost?: true }>} `lines`
     *   are those of the logger; where it `isLost`, whoever called is not to hear of it
     */
    async callFunction({ name, data = {}, answer = 'success', openid = simulated.openid }) {
      const chosen = answerOf(answer);
      const requestID = randomUUID();
      if (chosen.client) throw failed(chosen.client({ requestID }), { requestID });
      const folder = folderOf(functionsRoot, name);
      if (!folder) throw failed(functionNotFound(), { requestID });
      const environmentOf = (token) => callEnvironment(token, openid);
      const call = { folder, event: eventOf(data, openid), answer: chosen, environmentOf, requestID };
      const { result, failure, timedOut: late, logs, lines } = await run(call);
      if (late) throw failed(timedOut({ timeLimit }), { requestID, logs });
      if (failure) throw failed(executionFailed({ requestID, reason: failure }), { requestID, logs });
      return { result, errMsg: 'cloud.callFunction:ok', requestID, logs, lines, isLost: chosen.lost };
    },

    /**
     * The triggers of a function, as the config.json deployed with it has them.
     *
     * @returns {Promise<{ name: string, type: string, config: string }[]>} none where there is no such function
     */
    async triggersOf(name) {
      const folder = folderOf(functionsRoot, name);
      return folder ? ((await readConfig(folder)).triggers ?? []) : [];
    },

    /**
     * What the timer does when it is time: calls a function for no user.
     *
     * @param {{ name: string, trigger?: string, data?: object }} call `data`: more of the event, as an owner adds it in the
     *   console
     * @returns {Promise<import('./instance.mjs').Outcome>}
     */
    async fireTimer({ name, trigger = 'hourly', data = {} }) {
      const requestID = randomUUID();
      const folder = folderOf(functionsRoot, name);
      if (!folder) throw failed(functionNotFound(), { requestID });
      const timer = { Type: 'Timer', TriggerName: trigger, Time: new Date(now()).toISOString(), Message: '' };
      const event = JSON.stringify({ ...timer, ...data, userInfo: { appId: simulated.appid } });
      return run({ folder, event, answer: serverAnswers.success, environmentOf: timerEnvironment, requestID });
    },

    /** A code as the button would give it, good for five minutes and one exchange. */
    issueCode: codes.issue,

    /** Stops the functions and the stand-in. */
    async close() {
      closed = true;
      await Promise.all([...pools.values()].map((pool) => pool.close()));
      server.close();
    },
  };
}

function answerOf(answer) {
  if (Object(answer) === answer) return answer;
  if (Object.hasOwn(serverAnswers, answer)) return serverAnswers[answer];
  throw new TypeError(`no such answer: ${answer}`);
}

/** Whether a function could have this name. */
export const isFunctionName = (name) => typeof name === 'string' && FUNCTION_NAME.test(name);

function folderOf(functionsRoot, name) {
  if (!isFunctionName(name)) return undefined;
  const folder = resolve(functionsRoot, name);
  return existsSync(join(folder, 'index.js')) ? folder : undefined;
}

/**
 * The config.json deployed with a function. The cloud lets it call what this names, and nothing else.
 *
 * @returns {Promise<{ permissions?: { openapi?: string[] }, triggers?: { name: string, type: string, config: string }[] }>}
 */
async function readConfig(folder) {
  const file = join(folder, 'config.json');
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : {};
}

/** The cloud adds who is calling to what the mini-program sent. */
function eventOf(data, openid) {
  return JSON.stringify({ ...data, userInfo: { appId: simulated.appid, openId: openid } });
}

function failed(error, { requestID, logs = [] }) {
  return Object.assign(error, { requestID, logs });
}
