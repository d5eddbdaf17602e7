/** Streams of events that nobody thought of: the same for the same seed. */

import { randomFrom } from '../../tests/support/random.mjs';
import { loadWords } from '../../tests/support/scenarios/scenario-files.mjs';
import { buttonEvents, fieldCases } from '../samples.mjs';

const LENGTH = 60;

const { samples } = loadWords();
const REPLIES = [...Object.values(samples.replies), ...fieldCases('reply')];
const BUTTON_EVENTS = [...Object.values(samples.events), ...buttonEvents, ...fieldCases('event')];
const PAUSES = [0, 0, 0, 10, 60, 99, 100, 1000, 1000, 2000, 3000, 6000, 8000, 20_000, 60_000, 150_000, 300_000, -5000];

const OPTIONS = {
  mode: ['quick', 'quick', 'realtime'],
  locale: ['zh_CN', 'zh_TW', 'en', 'zh-Hant-HK', undefined],
  cloudFunction: ['decryptPhoneNumber', 'decryptPhoneNumber', 'another', ''],
  exchange: ['', '', '', 'server'],
  idempotent: [false, true],
  requireAgreement: [false, false, true],
  privacy: ['wechat', 'wechat', 'popup'],
  showServerMessage: [false, true],
  otherLogin: ['after-refusal', 'always', 'never', undefined],
  contact: [false, true],
  showsGuidance: [false, true],
  singlePage: [false, false, false, false, true],
  renderer: ['webview', 'webview', 'skyline'],
  baseLibrary: ['3.6.0', '2.24.3', undefined],
};

const STATES = ['hidden', 'prompting', 'authorizing', 'verifying', 'verified', 'rejected', 'failed', undefined];

/** How often each event comes, and what it is. */
const EVENTS = [
  [14, () => ({ type: 'show' })],
  [5, ({ chance }) => ({ type: 'show', repeated: true, batched: chance(0.3) })],
  [3, () => ({ type: 'show', inline: true })],
  [5, () => ({ type: 'hide' })],
  [18, () => ({ type: 'tap' })],
  [3, () => ({ type: 'decline' })],
  [3, () => ({ type: 'dismiss' })],
  [3, () => ({ type: 'otherLogin' })],
  [4, ({ chance }) => ({ type: 'agree', agreed: chance(0.8) })],
  [2, () => ({ type: 'consentBack' })],
  [1, () => ({ type: 'agreementNotOpened' })],
  [14, (dice) => ({ type: 'authorized', event: allowed(dice) })],
  [10, ({ one }) => ({ type: 'authorized', event: one(BUTTON_EVENTS) })],
  [20, (dice) => ({ type: 'verified', request: dice.request('calls'), reply: dice.one(REPLIES) })],
  [6, (dice) => ({ type: 'pageVerified', code: dice.code(), reply: dice.one(REPLIES) })],
  [22, (dice) => ({ type: 'deadlinePassed', request: dice.request('deadlines') })],
  [5, (dice) => ({ type: 'privacyChecked', request: dice.request('questions'), needed: dice.chance(0.7) })],
  [2, () => ({ type: 'privacyAgreed' })],
  [2, () => ({ type: 'forget' })],
  [3, () => ({ type: 'pageHidden' })],
  [4, () => ({ type: 'pageShown' })],
  [3, () => ({ type: 'detached' })],
  [4, () => ({ type: 'attached' })],
  [4, (dice) => ({ type: 'configure', options: options(dice) })],
  [2, recovered],
  [1, ({ one }) => ({ type: one(['unheardOf', undefined, 7]) })],
];
const PLAIN_EVENTS = EVENTS.filter(([, make]) => make !== recovered);

function allowed({ code }) {
  return { detail: { errMsg: 'getPhoneNumber:ok', code: code(true) } };
}

function recovered(dice) {
  const event = dice.chance(0.8) ? dice.weighted(PLAIN_EVENTS) : undefined;
  return { type: 'recovered', state: dice.one(STATES), event };
}

function options({ one }) {
  return Object.fromEntries(Object.entries(OPTIONS).map(([name, values]) => [name, one(values)]));
}

/** What is drawn, and what it can draw from: the requests and codes that there were. */
function makeDice(seed) {
  const next = randomFrom(seed);
  const requests = { verify: [], startDeadline: [], checkPrivacy: [] };
  const kinds = { calls: 'verify', deadlines: 'startDeadline', questions: 'checkPrivacy' };
  let codes = 1;
  const dice = {
    chance: (share) => next() < share,
    one: (list) => list[Math.floor(next() * list.length)],
    /** The last one mostly. */
    request(kind) {
      const known = requests[kinds[kind]];
      return (dice.chance(0.75) ? known.at(-1) : dice.one(known)) ?? 0;
    },
    code(isNew) {
      if (isNew && dice.chance(0.8)) codes++;
      return `code-${dice.chance(0.8) ? codes : Math.ceil(next() * codes)}`;
    },
    weighted(table) {
      let left = next() * table.reduce((sum, [weight]) => sum + weight, 0);
      const [, make] = table.find(([weight]) => (left -= weight) < 0) ?? table[0];
      return make(dice);
    },
    note(effects) {
      for (const { type, request } of effects) requests[type === 'exchange' ? 'verify' : type]?.push(request);
    },
  };
  return dice;
}

/** Tells a popup whatever comes by a seed, for as long as a stream is. */
export function runStream(PhonePopup, seed) {
  const dice = makeDice(seed);
  const popup = new PhonePopup(options(dice));
  let now = 1_700_000_000_000;
  for (let at = 0; at < LENGTH; at++) {
    now += dice.one(PAUSES);
    dice.note(popup.dispatch(dice.weighted(EVENTS), now).effects);
    popup.holds(options(dice), now);
  }
  popup.free();
}
