/** No code that wx-server-sdk itself knows is unknown here: its own table, in the package that functions run on. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

import { Phone } from '../support/realm/phone.mjs';

const source = readFileSync(createRequire(import.meta.url).resolve('wx-server-sdk'), 'utf8');
const codes = [...new Set(source.match(/-[456]0\d{4}\b/g))].map(Number);

test(`each of the ${codes.length} codes of wx-server-sdk has a reason`, async () => {
  assert.ok(codes.length > 50, `${codes.length} codes are found`);
  const { classifyReply } = await new Phone().ready();
  const unknown = codes.filter((errCode) => classifyReply({ errCode, errMsg: '?' }).reason === 'unknown');
  assert.deepEqual(unknown, []);
});
