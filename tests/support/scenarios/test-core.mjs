import assert from 'node:assert/strict';
import { test } from 'node:test';

import { MODULE } from '../realm/phone.mjs';
import { CoreDriver } from './core-driver.mjs';
import { testScenarios } from './test-scenarios.mjs';

/** Every scenario on the core that a phone loads, which has to be that of the backend named. */
export function testCore(phone, backend) {
  const phoneLogin = phone.require(MODULE);
  test(`the phone loads ${backend}`, async () => assert.equal((await phoneLogin.ready()).backend, backend));
  testScenarios(async (options) => {
    await phoneLogin.ready();
    return new CoreDriver(phoneLogin.PhonePopup, options);
  });
}
