/** What the judges are given: real events and replies, and for the test of fairness every row of the table. */
import { readFileSync } from 'node:fs';

import * as answers from '../tests/support/realm/samples.mjs';
import { readRanges, readReasons } from './reasons.mjs';

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

const recorded = read('../tests/support/button-events.json');

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

/** What phones, clouds and servers were seen to send, by `kind`: `event` or `reply`. */
export function fieldCases(wanted) {
  return read('../tests/field/cases.json')
    .filter(({ kind }) => kind === wanted)
    .map(({ input }) => input);
}

/** Every number and every phrase of the table, as an event. */
export function everyEvent(reasons = readReasons(), ranges = readRanges()) {
  const numbers = [...reasons.flatMap(({ errnos }) => errnos), ...ranges.errnos.flatMap(around)];
  return [
    ...numbers.map((errno) => ({ detail: { errMsg: 'getPhoneNumber:fail', errno } })),
    ...reasons
      .flatMap(({ phrases }) => phrases)
      .map((phrase) => ({ detail: { errMsg: `getPhoneNumber:fail ${phrase}` } })),
  ];
}

/** Every number and every phrase of the table, as a reply, and each in the words of a server of one's own. */
export function everyReply(reasons = readReasons(), ranges = readRanges()) {
  const errnos = [...reasons.flatMap((row) => row.errnos), ...ranges.errnos.flatMap(around)];
  const errCodes = [...reasons.flatMap((row) => row.errCodes), ...ranges.errCodes.flatMap(around)];
  const phrases = reasons.flatMap((row) => row.phrases);
  return [
    ...errnos.map((errno) => ({ errMsg: 'request:fail', errno })),
    ...errCodes.flatMap((errCode) => [
      { result: { success: false, errCode } },
      { data: { code: errCode, message: 'no' }, statusCode: 200 },
      { statusCode: errCode },
      { errMsg: `cloud.callFunction:fail errCode: ${errCode}` },
    ]),
    ...phrases.flatMap((phrase) => [
      { errMsg: `cloud.callFunction:fail ${phrase}` },
      { data: { success: false, message: phrase }, statusCode: 200 },
    ]),
    ...reasons.map(({ name }) => ({ result: { success: false, reason: name } })),
  ];
}

/** The ends of a range, and what lies beside them. */
const around = ([from, to]) => [from - 1, from, to, to + 1];
