/** The rules by which `scripts/licences.mjs` takes a package or refuses it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { unneeded } from '../../scripts/licence-rules.mjs';
import { judge } from '../../scripts/licences.mjs';
import { chosenLicences } from '../../scripts/spdx.mjs';

const isAllowed = (licence) => ['MIT', 'Apache-2.0', 'Apache-2.0 WITH LLVM-exception'].includes(licence);

const EXPRESSIONS = {
  MIT: ['MIT'],
  'GPL-3.0-only': undefined,
  'MIT OR GPL-3.0-only': ['MIT'],
  'GPL-3.0-only OR MIT': ['MIT'],
  'MIT AND GPL-3.0-only': undefined,
  'MIT AND Apache-2.0': ['MIT', 'Apache-2.0'],
  'Unlicense/MIT': ['MIT'],
  '(GPL-3.0-only OR MIT) AND Apache-2.0': ['MIT', 'Apache-2.0'],
  'GPL-3.0-only OR MIT AND Apache-2.0': ['MIT', 'Apache-2.0'],
  'GPL-3.0-only OR (MIT AND CC-BY-4.0)': undefined,
  'Apache-2.0 WITH LLVM-exception OR GPL-2.0-only': ['Apache-2.0 WITH LLVM-exception'],
  'Apache-2.0 WITH Classpath-exception-2.0': undefined,
  'SEE LICENSE IN LICENSE.md': undefined,
  'MIT MIT': undefined,
  'MIT OR': undefined,
  '(': undefined,
  '': undefined,
};

for (const [expression, chosen] of Object.entries(EXPRESSIONS)) {
  test(`"${expression}" ${chosen ? `is taken under ${chosen.join(' and ')}` : 'is refused'}`, () => {
    assert.deepEqual(chosenLicences(expression, isAllowed), chosen);
  });
}

const refusedOf = (one) => judge([{ name: 'one', version: '1.0.0', ...one }]).refused;

test('a licence that will do for a tool may not do for what is shipped', () => {
  assert.deepEqual(refusedOf({ licence: 'BlueOak-1.0.0', isShipped: false }), []);
  assert.deepEqual(refusedOf({ licence: 'BlueOak-1.0.0', isShipped: true }), [
    'one 1.0.0, which is shipped: BlueOak-1.0.0',
  ]);
});

test('a package that states no licence is refused, but for those that are known, and those not in what is shipped', () => {
  assert.deepEqual(refusedOf({ isShipped: false }), ['one 1.0.0: it states no licence']);
  const name = '@cloudbase/signature-nodejs';
  assert.deepEqual(refusedOf({ name, isShipped: false }), []);
  assert.equal(refusedOf({ name, isShipped: true }).length, 1);
});

test('an exception is for one package', () => {
  assert.deepEqual(refusedOf({ name: 'mdn-data', licence: 'MPL-2.0', isShipped: false }), []);
  assert.deepEqual(refusedOf({ licence: 'MPL-2.0', isShipped: false }), ['one 1.0.0: MPL-2.0']);
});

test('a rule that nobody needs is named', () => {
  const needed = [
    { name: 'one', licences: ['0BSD'] },
    { name: 'mdn-data', licences: ['MPL-2.0'] },
  ];
  const named = unneeded(needed);
  for (const entry of ['MIT-0', 'unicode-ident', '@cloudbase/signature-nodejs'])
    assert.ok(named.includes(entry), entry);
  for (const entry of ['MIT', '0BSD', 'mdn-data']) assert.ok(!named.includes(entry), entry);
});
