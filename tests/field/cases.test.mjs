/** What phones, clouds and servers were seen to send: the table of `cases.json`, on the built module. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { Phone, plain } from '../support/realm/phone.mjs';

const cases = JSON.parse(readFileSync(new URL('./cases.json', import.meta.url), 'utf8'));

const phone = new Phone();
const { classify, classifyReply } = await phone.ready();
const judges = { event: classify, reply: classifyReply };

/** Of what was answered, what the table says something about. */
const asExpected = (answered, expected) =>
  Object.fromEntries(Object.keys(expected).map((field) => [field, answered[field]]));

for (const { id, kind, input, expect, source } of cases) {
  test(`${id}, ${source}`, () => assert.deepEqual(asExpected(plain(judges[kind](input)), expect), expect));
}
