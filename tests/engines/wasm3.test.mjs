/** The shipped module in wasm3, which is neither V8 nor JavaScriptCore: does it load, does it answer as in V8? */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { root } from '../../scripts/command.mjs';
import { ensureWasm3 } from '../../scripts/wasm3.mjs';
import { ALLOWED, BUSY, CODE, DENIED, EXPIRED, NUMBER, VERIFIED } from '../realm/samples.mjs';
import { differences, inV8, inWasm3, interfaceOf, shipped } from './wasm3/calls.mjs';
import { assembled, removeModules, withExternref, withFramesThatWait, withUnknownImport } from './wasm3/modules.mjs';

const PAGES = 2;

/** Python's bindings keep what passes through them: a hundred times as many rounds would need 10 GB. */
const ROUNDS = 200;
const POPUPS = 500;
const corpus = JSON.parse(readFileSync(join(root, 'tests', 'button-events.json'), 'utf8'));

let python;
before(async () => {
  python = await ensureWasm3();
});
after(removeModules);

/** What wasm3 answers, after so many rounds that give the same, that V8 gives too, and that leave nothing behind. */
function sameAnswers(steps, rounds = ROUNDS) {
  const { answers, roundsThatDiffer, held, pages, pagesAtFirst } = inWasm3(python, { steps, rounds });
  assert.deepEqual(differences(inV8(steps), answers), [], 'wasm3 and V8 answer differently');
  assert.equal(roundsThatDiffer, 0, `${roundsThatDiffer} of ${rounds} rounds answer differently from the first`);
  assert.equal(held, 0, `${held} values are not dropped`);
  assert.equal(pages, pagesAtFirst, 'the memory grows from round to round');
  assert.ok(pages <= PAGES, `${pages} pages`);
  return answers;
}

test('the shipped module loads in wasm3 with all its imports and exports', (context) => {
  const { imports, exports } = interfaceOf(shipped);
  const { bound, found, pages } = inWasm3(python, { steps: [['version']] });
  const names = imports.map(({ name }) => name);
  assert.ok(names.length > 0 && exports.includes('classify'), 'the module has imports and exports');
  assert.deepEqual(bound, names);
  assert.deepEqual(found, exports);
  assert.ok(pages <= PAGES, `${pages} pages`);
  context.diagnostic(`${bound.length} imports bound, ${found.length} exports found, ${pages} pages`);
});

test('every real event of the button is understood', () => {
  assert.equal(corpus.length, 34);
  const answers = sameAnswers(corpus.map(({ event }) => ['classify', event]));
  for (const [index, { event, expect }] of corpus.entries()) {
    const { kind, reason, code } = answers[index];
    const expected = expect.kind === 'ok' ? { kind: 'ok', reason: undefined } : expect;
    assert.deepEqual({ kind, reason }, expected, `event ${index}`);
    if (kind === 'ok') assert.ok(code === event.detail.code, `event ${index} gives its code`);
  }
});

test('what is no event is unknown', () => {
  const oddities = [undefined, null, true, 0, '', 'text', [], {}, { detail: null }, { detail: { errno: 1e300 } }];
  for (const { kind, reason } of sameAnswers(oddities.map((value) => ['classify', value]))) {
    assert.deepEqual({ kind, reason }, { kind: 'reject', reason: 'unknown' });
  }
});

const called = (result) => ({ errMsg: 'cloud.callFunction:ok', result });
const info = { phoneNumber: NUMBER, purePhoneNumber: NUMBER, countryCode: 86 };

/** The last two are cut. */
const replies = [
  [called(VERIFIED), 'ok'],
  [{ errMsg: 'request:ok', statusCode: 200, data: { errcode: 0, errmsg: 'ok', phone_info: info } }, 'ok'],
  [called({ success: true, phoneNumber: Number(NUMBER), countryCode: 86 }), 'ok'],
  [called(EXPIRED), 'code_invalid'],
  [called(BUSY), 'busy'],
  ['errCode: 45011 | errMsg: something. (callId: 1)', 'rate_limited'],
  [{ errno: 108, errMsg: 'request:fail' }, 'network'],
  [called(null), 'bad_reply'],
  [undefined, 'bad_reply'],
  [{ errMsg: 'new '.repeat(500) }, 'unknown'],
  [{ errMsg: `new${'😀'.repeat(600)}` }, 'unknown'],
];

test('replies of servers are understood', () => {
  const answers = sameAnswers(replies.map(([reply]) => ['classifyReply', reply]));
  for (const [index, [, expected]] of replies.entries()) {
    assert.equal(answers[index].reason ?? answers[index].kind, expected, `reply ${index}`);
  }
});

/** 300 characters of two units each: too long for a code, and twice that is cut within a pair. */
const PAIRS = '😀'.repeat(300);

test('notices, numbers, the version and texts that are too long', () => {
  const messages = { network: '没有网络😀' };
  const answers = sameAnswers([
    ['notice', 'network'],
    ['notice', 'network', { locale: 'en', stage: 'verification' }],
    ['notice', 'network', { messages }],
    ['notice', 'verified', {}],
    ['notice', undefined, null],
    ['maskPhoneNumber', NUMBER],
    ['maskPhoneNumber', 1],
    ['version'],
    ['classify', { detail: { code: PAIRS } }],
    ['notice', 'network', { messages: { network: `a${PAIRS}${PAIRS}` } }],
  ]);
  assert.equal(answers[2].title, messages.network);
  assert.ok(answers[5] === `${NUMBER.slice(0, 3)}****${NUMBER.slice(-4)}`, 'the number is masked');
  assert.equal(answers[6], '');
  assert.match(answers[7], /^\d+\.\d+\.\d+$/);
  assert.equal(answers[8].kind, 'reject');
});

test('a popup lives from its first showing to the number', () => {
  const steps = [
    ['construct', { cloudFunction: 'decryptPhoneNumber', locale: 'en' }],
    ['dispatch', { type: 'show' }, 1000],
    ['dispatch', { type: 'tap' }, 2000],
    ['dispatch', { type: 'authorized', event: { detail: DENIED } }, 3000],
    ['dispatch', { type: 'tap' }, 4000],
    ['dispatch', { type: 'authorized', event: { detail: ALLOWED } }, 5000],
  ];
  const { effects } = inV8(steps).at(-1);
  const { request, data } = effects.find(({ type }) => type === 'verify');
  assert.ok(data.code === CODE, 'the code is sent');
  const end = [['dispatch', { type: 'verified', request, reply: called(VERIFIED) }, 6000], ['view'], ['free']];
  const answers = sameAnswers([...steps, ...end], POPUPS);
  const states = answers.map((answer) => answer?.patch?.state).filter(Boolean);
  assert.deepEqual(states, ['prompting', 'authorizing', 'rejected', 'authorizing', 'verifying', 'verified']);
  assert.equal(answers.at(-2).state, 'verified');
});

test('a call from within an import leaves the frames that wait as they are', () => {
  const wasm = assembled('waiting', withFramesThatWait);
  const { answers } = inWasm3(python, { wasm, steps: [['classify', 'seven..']] });
  assert.deepEqual(answers, [1 + 10 + 2 * 700]);
});

test('that wasm3 cannot load a module would be seen', () => {
  const wasm = assembled('externref', withExternref);
  assert.throws(() => inWasm3(python, { wasm }), { message: 'wasm3: unknown value_type' });
});

test('that a module imports what the host does not have would be seen', () => {
  const wasm = assembled('unknown', withUnknownImport);
  const message = 'wasm3: the module imports __wbg_fetch, which this host does not have';
  assert.throws(() => inWasm3(python, { wasm }), { message });
});

test('that a popup is not freed would be seen', () => {
  const { pages, pagesAtFirst } = inWasm3(python, { steps: [['construct', {}]], rounds: POPUPS });
  assert.ok(pages > pagesAtFirst);
});

test('that answers differ would be seen, without what they hold', () => {
  const answers = [{ kind: 'ok', code: CODE, list: [] }];
  assert.deepEqual(differences(answers, [{ kind: 'ok', code: '', list: {} }]), ['answers.0.code', 'answers.0.list']);
  assert.deepEqual(differences(answers, structuredClone(answers)), []);
});
