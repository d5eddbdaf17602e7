import { same } from './same.mjs';

/** Units of text that are sent at once: as many as the module reads of a page's own text. */
const CHUNK = 512;

/** Every path by which a text comes back, for every text; `texts` say what the Encoding standard makes of each. */
export function texts(phoneLogin, samples) {
  const paths = Object.entries(pathsThrough(phoneLogin));
  const checks = paths.map(([path, roundTrip]) => [
    `text: ${path}`,
    () => samples.forEach(({ name, text, expected }) => same(roundTrip(text), expected, name)),
  ]);
  return [...checks, ['text: characters of every length', () => everyLength(phoneLogin)]];
}

function pathsThrough({ classify, classifyReply, notice, PhonePopup }) {
  return {
    'the code of an event': (code) => classify({ detail: { errMsg: 'getPhoneNumber:ok', code } }).code,
    'a country code': (countryCode) => classifyReply({ phoneNumber: '13800138000', countryCode }).countryCode,
    'a text of the page': (network) => notice('network', { messages: { network } }).title,
    'the name of a cloud function': (cloudFunction) => call(PhonePopup, { cloudFunction }, 'code').name,
    'the code to verify': (code) => call(PhonePopup, { cloudFunction: 'f' }, code).data.code,
  };
}

function call(PhonePopup, options, code) {
  const popup = new PhonePopup(options);
  const event = { detail: { errMsg: 'getPhoneNumber:ok', code } };
  const { effects } = popup.dispatch({ type: 'authorized', event }, 0);
  popup.free();
  return effects.find(({ type }) => type === 'verify');
}

/** Around each place where UTF-8 gets longer, and around the surrogates. */
function everyLength({ notice }) {
  for (const place of [0x80, 0x800, 0xd800, 0xe000, 0x10000, 0x1f600, 0x10ffff - CHUNK]) {
    const first = Math.max(0, place - CHUNK / 2);
    const points = Array.from({ length: CHUNK }, (_, index) => first + index);
    // Apart, or a high surrogate and a low one would be a pair.
    const characters = points.map((point) => (isSurrogate(point) ? '\ufffd' : String.fromCodePoint(point)));
    const text = String.fromCodePoint(...points.map((point) => (isSurrogate(point) ? 0xd800 : point)));
    same(notice('network', { messages: { network: text } }).title, characters.join(''), `from U+${first.toString(16)}`);
  }
}

const isSurrogate = (point) => point >= 0xd800 && point <= 0xdfff;
