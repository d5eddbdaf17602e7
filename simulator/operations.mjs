/** What an owner looks at in the console of the cloud: the log of the functions, and the report that the timer makes. */
import { readdir } from 'node:fs/promises';

import { startTimers } from './cloud/timers.mjs';
import { json } from './http/answer.mjs';
import { Refusal } from './http/refusal.mjs';

const REPORT = 'phoneLoginReport';

/** The most lines that are kept; the oldest go first. */
const MOST_LINES = 500;

/** The lines that the functions wrote by the logger of the SDK, with their time. */
export function createLineKeeper() {
  const lines = [];
  return {
    lines,
    /** @param {object} line */
    keep(line) {
      lines.push({ at: Date.now(), ...line });
      if (lines.length > MOST_LINES) lines.shift();
    },
  };
}

/** Starts the timers of the functions that are there now. */
export async function startFunctionTimers({ cloud, functionsRoot, log }) {
  const functionNames = await readdir(functionsRoot).catch(() => []);
  return startTimers({ cloud, functionNames, log });
}

/**
 * @param {object} options
 * @param {Awaited<ReturnType<import('./cloud/index.mjs').createCloud>>} options.cloud
 * @param {object[]} options.lines
 * @returns {import('./http/route.mjs').Route[]}
 */
export function operationsRoutes({ cloud, lines }) {
  return [
    [/^\/cloud\/log$/, { GET: () => json(lines) }],
    [/^\/cloud\/report$/, { POST: async () => json(await reportOfToday(cloud)) }],
  ];
}

/** Fires the timer of the report; not even within an hour after midnight is it yesterday's that is asked for. */
async function reportOfToday(cloud) {
  if ((await cloud.triggersOf(REPORT)).length === 0) throw new Refusal(404, `没有部署云函数 ${REPORT}`);
  const day = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  const { result, failure } = await cloud.fireTimer({ name: REPORT, data: { day } });
  if (failure) throw new Refusal(500, `云函数 ${REPORT} 出错了：${failure}`);
  return result;
}
