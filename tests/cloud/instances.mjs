import { mock } from 'node:test';

import { createDatabase } from '../../simulator/cloud/database.mjs';
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
  const { sealFor } = load('./exchange/seal');
  const log = mock.method(console, 'error', () => {});
  const manifest = { name: 'decryptPhoneNumber', version: '0.0.0' };
  const time = { ahead: 0, now: () => Date.now() + time.ahead, setTimeout, clearTimeout };
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
    logs: () => log.mock.calls.map((call) => call.arguments.join(' ')),
    start: (complete) => createExchange({ cloud, manifest, time, complete }),
  };
}
