/** What the judges are given: real events and replies, and for the test of fairness every row of the table. */
import { readFileSync } from 'node:fs';

import * as answers from '../tests/support/realm/samples.mjs';
import { readReasons } from './reasons.mjs';

const recorded = JSON.parse(readFileSync(new URL('../tests/support/button-events.json', import.meta.url), 'utf8'));

/** Events of the native button as they were seen. */
export const buttonEvents = recorded.map(({ event }) => event);

const { VERIFIED, EXPIRED, BUSY, RATE_LIMITED, UNDEPLOYED } = answers;

/** What `wx.cloud.callFunction` gives, successes as often as they come. */
export const replies = [
  ...Array(4).fill({ result: VERIFIED, errMsg: 'cloud.callFunction:ok' }),
  ...[EXPIRED, BUSY, RATE_LIMITED, UNDEPLOYED].map((result) => ({ result, errMsg: 'cloud.callFunction:ok' })),
  { errMsg: 'cloud.callFunction:fail Error: errCode: -504003 | errMsg: Invoking task timed out after 3 seconds' },
  { errMsg: 'cloud.callFunction:fail request:fail timeout' },
];

/** Every number and every phrase of the table, as an event. */
export function everyEvent(reasons = readReasons()) {
  return reasons.flatMap(({ errnos, phrases }) => [
    ...errnos.map((errno) => ({ detail: { errMsg: 'getPhoneNumber:fail', errno } })),
    ...phrases.map((phrase) => ({ detail: { errMsg: `getPhoneNumber:fail ${phrase}` } })),
  ]);
}

/** Every number and every phrase of the table, as a reply. */
export function everyReply(reasons = readReasons()) {
  return reasons.flatMap(({ errnos, errCodes, phrases }) => [
    ...errnos.map((errno) => ({ errMsg: 'request:fail', errno })),
    ...errCodes.map((errCode) => ({ result: { success: false, errCode } })),
    ...phrases.map((phrase) => ({ errMsg: `cloud.callFunction:fail ${phrase}` })),
  ]);
}
