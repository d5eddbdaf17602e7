/** The function masks a number as the module does, which the client has. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

import { functionFolder } from '../../scripts/function-modules.mjs';
import { Phone } from '../support/realm/phone.mjs';

const { maskPhoneNumber } = createRequire(`${functionFolder('phoneLogin')}/index.js`)('./mask.js');
const phoneLogin = await new Phone().ready();

const digits = Array.from({ length: 21 }, (_, length) => '12345678901234567890'.slice(0, length));
const written = digits.flatMap((number) => [number, `+${number}`, `+86 ${number}`, number.replace(/(...)/g, '$1-')]);
const odd = ['', 'none', '１３８００１３８０００', '138 0013 8000 转 1', '😀13800138000', '\u00a013800138000'];

test('every number is masked as the module masks it', () => {
  assert.equal(maskPhoneNumber('13800138000'), '138****8000');
  for (const number of [...written, ...odd]) {
    assert.equal(maskPhoneNumber(number), phoneLogin.maskPhoneNumber(number), JSON.stringify(number));
  }
});
