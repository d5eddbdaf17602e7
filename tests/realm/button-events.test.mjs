import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { root } from '../support/realm/package-files.mjs';
import { Phone, plain } from '../support/realm/phone.mjs';
import { ALLOWED, CODE } from '../support/realm/samples.mjs';

const corpus = JSON.parse(readFileSync(join(root, 'tests', 'support', 'button-events.json'), 'utf8'));

const phone = new Phone();
const phoneLogin = await phone.ready();
const classify = (event) => plain(phoneLogin.classify(event));

/** The whole outcome that the corpus expects of a detail. */
function outcome({ kind, reason }, { code, errno, errMsg }) {
  if (kind === 'ok') return { kind, code };
  const raw = reason === 'unknown' && { raw: errMsg };
  return { kind, reason, ...(kind === 'reject' && errno !== undefined && { errno }), ...raw };
}

function inRealtime(outcome) {
  if (!('raw' in outcome)) return outcome;
  return { ...outcome, raw: outcome.raw.replace('getPhoneNumber', 'getRealtimePhoneNumber') };
}

test('the corpus is there', () => assert.equal(corpus.length, 34));

for (const [index, { event, expect }] of corpus.entries()) {
  const { detail } = event;
  const realtime = { ...detail, errMsg: detail.errMsg.replace('getPhoneNumber', 'getRealtimePhoneNumber') };
  test(`event ${index}: ${detail.errMsg} is ${expect.reason ?? expect.kind}`, () => {
    assert.deepEqual(classify(event), outcome(expect, detail));
  });
  test(`event ${index} in other clothes`, () => {
    assert.deepEqual(classify(detail), outcome(expect, detail), 'without a detail wrapper');
    const whole = { type: 'getphonenumber', detail, target: {}, timeStamp: 1 };
    assert.deepEqual(classify(whole), outcome(expect, detail), 'a whole event');
    assert.deepEqual(classify({ detail: realtime }), inRealtime(outcome(expect, detail)), 'from the realtime button');
    const numbered = detail.errno === undefined ? detail : { ...detail, errno: String(detail.errno) };
    assert.deepEqual(classify({ detail: numbered }), outcome(expect, detail), 'with a numeric string for errno');
  });
}

const errnos = [
  [5, 'timeout'],
  [100, 'unsupported'],
  [102, 'no_permission'],
  [103, 'user_denied'],
  [104, 'privacy_refused'],
  [108, 'network'],
  [112, 'privacy_undeclared'],
  [1000, 'internal'],
  [1003, 'too_frequent'],
  [1025, 'privacy_banned'],
  [1421102, 'blocked'],
];

for (const [errno, reason] of errnos) {
  test(`errno ${errno} is ${reason}, whatever the text says and though there is a code`, () => {
    assert.deepEqual(classify({ detail: { errno } }), { kind: 'reject', reason, errno });
    assert.deepEqual(classify({ detail: { ...ALLOWED, errno } }), { kind: 'reject', reason, errno });
    const detail = { errMsg: 'getPhoneNumber:fail user cancel', errno: `${errno}` };
    assert.deepEqual(classify({ detail }), { kind: 'reject', reason, errno });
  });
}

test('errno 1400001 is quota, though there is a code', () => {
  for (const errno of [1400001, '1400001']) {
    assert.deepEqual(classify({ detail: { ...ALLOWED, errno } }), { kind: 'quota', reason: 'quota_exhausted' });
  }
});

const successes = [
  ['errno 0', { ...ALLOWED, errno: 0 }],
  ['no text', { code: CODE }],
  ['another api name', { code: CODE, errMsg: 'getRealtimePhoneNumber:ok' }],
];

for (const [name, detail] of successes) {
  test(`a code with ${name} is a success`, () => {
    assert.deepEqual(classify({ detail }), { kind: 'ok', code: CODE });
  });
}

test('a code beside a failing text is never used', () => {
  for (const errMsg of ['getPhoneNumber:fail user deny', 'getPhoneNumber:user deny', 'getPhoneNumber:fail']) {
    assert.equal(classify({ detail: { code: CODE, errMsg } }).kind, 'reject', errMsg);
  }
});

test('a success without a usable code is missing_code', () => {
  for (const code of [undefined, null, '', 0, {}, []]) {
    const detail = { errMsg: 'getPhoneNumber:ok', code };
    assert.deepEqual(classify({ detail }), { kind: 'reject', reason: 'missing_code' });
  }
});

test('text is judged whatever its case', () => {
  assert.equal(classify({ detail: { errMsg: 'GETPHONENUMBER:FAIL USER DENY' } }).reason, 'user_denied');
});

const oddities = `[
  undefined, null, true, 0, NaN, Infinity, '', 'text', [], {}, () => {}, Symbol('s'), new Date(NaN), new Map(),
  new Error('x'), Object.create(null), { detail: null }, { detail: 'text' }, { detail: { errno: NaN } },
  { detail: { errMsg: 1, code: 2, errno: {} } }, { detail: { errno: 1e300 } }, { detail: { errno: 2 ** 31 } },
  { detail: { errno: '9'.repeat(99) } }, { get detail() { throw new Error('getter'); } },
  { detail: { get errMsg() { throw 1; }, get code() { throw null; } } },
  (() => { const loop = {}; loop.detail = loop; return loop; })(),
]`;

test('whatever it is given, it rejects with a reason and does not throw', () => {
  for (const value of phone.realm.run(oddities)) {
    const { kind, reason } = classify(value);
    assert.deepEqual({ kind, reason }, { kind: 'reject', reason: 'unknown' });
  }
  assert.deepEqual(classify({ detail: ALLOWED }), { kind: 'ok', code: CODE });
});
