import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Phone, plain } from '../support/realm/phone.mjs';
import { standardTexts } from '../support/standard-texts.mjs';

/** The longest code and the longest text of a page that the module takes, in UTF-16 units. */
const LONGEST_CODE = 512;
const LONGEST_TEXT = 1024;
const MEGABYTE = 1024 * 1024;

const phone = new Phone();
const phoneLogin = await phone.ready();

/** What the Encoding standard makes of a text that goes through UTF-8 and back. */
const standard = (text) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));

/** Every path by which a text comes back: what it gives for a text. */
const paths = {
  'the code of an event': (code) => phoneLogin.classify({ detail: { errMsg: 'getPhoneNumber:ok', code } }).code,
  'a country code': (countryCode) => phoneLogin.classifyReply({ phoneNumber: '13800138000', countryCode }).countryCode,
  'a text of the page': (network) => phoneLogin.notice('network', { messages: { network } }).title,
  'the name of a cloud function': (cloudFunction) => verification({ cloudFunction }, 'code').name,
  'the code to verify': (code) => verification({ cloudFunction: 'f' }, code).data.code,
};

function verification(options, code) {
  const popup = new phoneLogin.PhonePopup(options);
  const event = { detail: { errMsg: 'getPhoneNumber:ok', code } };
  const { effects } = popup.dispatch({ type: 'authorized', event }, 0);
  popup.free();
  return effects.find(({ type }) => type === 'verify');
}

for (const [path, roundTrip] of Object.entries(paths)) {
  test(`${path} survives UTF-8 as the standard says`, () => {
    for (const { name, text, expected } of standardTexts()) assert.equal(roundTrip(text), expected, name);
  });
}

test('every character there is survives', () => {
  const chunk = LONGEST_TEXT / 2;
  for (let first = 0; first < 0x110000; first += chunk) {
    const points = Array.from({ length: chunk }, (_, index) => first + index);
    const text = String.fromCodePoint(...points);
    assert.ok(paths['a text of the page'](text) === standard(text), `U+${first.toString(16)}`);
  }
});

for (const character of ['x', 'é', '手', '😀']) {
  test(`a code of ${LONGEST_CODE} units of ${character} survives, a longer one is no code`, () => {
    const code = character.repeat(LONGEST_CODE / character.length);
    assert.equal(paths['the code of an event'](code), code);
    const outcome = phoneLogin.classify({ detail: { errMsg: 'getPhoneNumber:ok', code: `${code}${character}` } });
    assert.deepEqual(plain(outcome), { kind: 'reject', reason: 'missing_code' });
  });
}

const long = '手😀'.repeat(MEGABYTE / 3);

/** Every path into the module that a text can take. */
const ways = [
  () => phoneLogin.classify(long),
  () => phoneLogin.classify({ detail: long }),
  () => phoneLogin.classify({ detail: { errMsg: long, code: long, errno: long } }),
  () => phoneLogin.classifyReply(long),
  () => phoneLogin.classifyReply(new Error(long)),
  () => phoneLogin.classifyReply({ errMsg: long, errCode: long, errno: long, statusCode: long, phoneNumber: long }),
  () => phoneLogin.classifyReply({ phoneNumber: '13800138000', purePhoneNumber: long, countryCode: long }),
  () => phoneLogin.notice(long),
  () => phoneLogin.notice('network', { locale: long, stage: long, messages: { network: long } }),
  () => phoneLogin.maskPhoneNumber(long),
  () => dispatchLong(new phoneLogin.PhonePopup({ mode: long, locale: long, cloudFunction: long })),
];

function dispatchLong(popup) {
  const events = [
    { type: long },
    { type: 'configure', options: { mode: long, locale: long, cloudFunction: long } },
    { type: 'authorized', event: { detail: { code: long, errMsg: long } } },
    { type: 'verified', request: long, reply: long },
    { type: 'pageVerified', code: long, reply: { phoneNumber: long } },
  ];
  for (const event of events) popup.dispatch(event, 0);
  popup.free();
}

test('a text of a megabyte by any path neither throws nor grows the memory', () => {
  const { pages } = phone.wasm;
  for (const go of ways) go();
  assert.equal(phone.wasm.pages, pages);
  assert.equal(paths['the code of an event']('still there'), 'still there');
});

test('a long text is judged by its beginning', () => {
  const errMsg = `getPhoneNumber:fail user deny ${long}`;
  assert.equal(phoneLogin.classify({ detail: { errMsg } }).reason, 'user_denied');
  assert.equal(phoneLogin.classifyReply(`errCode: 40029 | errMsg: ${long}`).errCode, 40029);
});
