/** For each event, and each option, of the popup: a course in which it matters, with every field it takes. */
import { plain } from '../support/realm/phone.mjs';
import { ALLOWED, CODE, DENIED, EXPIRED, VERIFIED } from '../support/realm/samples.mjs';

const allowed = { type: 'authorized', event: { detail: ALLOWED } };
const asked = [{ type: 'show' }, { type: 'tap' }];
const verifying = [...asked, allowed];
const byFunction = { cloudFunction: 'decryptPhoneNumber' };
const byPopup = { privacy: 'popup' };

/** Answers what was asked for last. */
const answer = (type, fields) => (request) => ({ type, request, ...fields });
const failed = answer('verified', { reply: { result: EXPIRED } });

/**
 * By the event's type, once or in several courses: the popup's `options`, what happens `before`, the event, when that is, in milliseconds, and what
 * happens `after`. `orBefore`: what happens before it another time, where one does not show what each field says.
 */
export const EVENTS = {
  configure: { event: { type: 'configure', options: { locale: 'en' } } },
  show: [
    {
      before: [{ type: 'show' }, { type: 'dismiss' }],
      event: { type: 'show', repeated: true, batched: true },
      at: 1_000,
    },
    {
      options: byFunction,
      before: [...verifying, { type: 'decline' }, answer('verified', { reply: { result: VERIFIED } })],
      event: { type: 'show', inline: true },
    },
  ],
  hide: { before: asked, event: { type: 'hide' } },
  tap: { before: [{ type: 'show' }], event: { type: 'tap' } },
  decline: { before: [{ type: 'show' }], event: { type: 'decline' } },
  dismiss: { before: [{ type: 'show' }], event: { type: 'dismiss' } },
  agreementNotOpened: { options: byFunction, before: [{ type: 'show' }], event: { type: 'agreementNotOpened' } },
  recovered: {
    before: [{ type: 'show' }],
    event: { type: 'recovered', state: 'authorizing', event: { type: 'pageHidden' } },
  },
  otherLogin: {
    before: [...asked, { type: 'authorized', event: { detail: DENIED } }],
    event: { type: 'otherLogin' },
  },
  agree: {
    options: { requireAgreement: true },
    before: [{ type: 'show' }],
    orBefore: [{ type: 'show' }, { type: 'agree' }],
    event: { type: 'agree', agreed: true },
  },
  consentBack: {
    options: { requireAgreement: true, showsGuidance: true },
    before: asked,
    event: { type: 'consentBack' },
  },
  authorized: { before: asked, event: allowed },
  verified: { options: byFunction, before: verifying, event: answer('verified', { reply: { result: VERIFIED } }) },
  pageVerified: { before: verifying, event: { type: 'pageVerified', code: CODE, reply: { result: VERIFIED } } },
  deadlinePassed: { before: verifying, event: answer('deadlinePassed') },
  privacyChecked: { options: byPopup, before: [{ type: 'show' }], event: answer('privacyChecked', { needed: true }) },
  privacyAgreed: {
    options: byPopup,
    before: [{ type: 'show' }, answer('privacyChecked', { needed: true })],
    event: { type: 'privacyAgreed' },
  },
  forget: {
    options: byFunction,
    before: [...verifying, { type: 'decline' }],
    event: { type: 'forget' },
  },
  pageHidden: { options: byFunction, before: verifying, event: { type: 'pageHidden' }, after: [failed] },
  pageShown: {
    options: byFunction,
    before: [...verifying, { type: 'pageHidden' }, failed],
    event: { type: 'pageShown' },
  },
  detached: { before: [{ type: 'show' }], event: { type: 'detached' } },
  attached: { options: byFunction, before: [...verifying, { type: 'detached' }], event: { type: 'attached' } },
};

/** By the option's name: options with which it matters. */
export const OPTIONS = {
  mode: { mode: 'realtime' },
  locale: { locale: 'en' },
  cloudFunction: byFunction,
  exchange: { exchange: 'own' },
  idempotent: { ...byFunction, idempotent: true },
  showServerMessage: { ...byFunction, showServerMessage: true },
  renderer: { ...byFunction, renderer: 'skyline' },
  singlePage: { ...byFunction, singlePage: true },
  otherLogin: { otherLogin: 'never' },
  contact: { ...byFunction, contact: true },
  showsGuidance: { ...byFunction, showsGuidance: true },
  requireAgreement: { requireAgreement: true },
  agreements: { requireAgreement: true, agreements: [{ name: '《用户协议》' }] },
  privacy: byPopup,
  baseLibrary: { mode: 'realtime', baseLibrary: '2.0.0' },
};

/** The event of a course, with the request it answers. */
export const eventOf = ({ event, ...course }, PhonePopup) => told(event, played(PhonePopup, course).request);

/** What is seen of a course from its event on; `event` takes that event's place. */
export function seenOf({ options, before, after = [], at }, event, PhonePopup) {
  const { popup, request } = played(PhonePopup, { options, before });
  return [...play(popup, [event, ...after], { request, at }).results, plain(popup.view)];
}

const refused = answer('verified', { reply: { result: { success: false, error: '该手机号已被冻结' } } });
const unsupported = { type: 'authorized', event: { detail: { errMsg: 'getPhoneNumber:fail not support' } } };

/** What is seen of popups with these options: the user agrees, the server refuses, the client cannot do it. */
export function seenWith(options, PhonePopup) {
  return [verifying, [...verifying, refused], [...asked, unsupported]].map((before) => {
    const { popup, results } = played(PhonePopup, { options, before });
    return [...results, plain(popup.view)];
  });
}

function played(PhonePopup, { options, before = [] }) {
  const popup = new PhonePopup(options);
  return { popup, ...play(popup, before) };
}

function play(popup, events, { request, at = 0 } = {}) {
  const results = [];
  for (const event of events) {
    const result = plain(popup.dispatch(told(event, request), at));
    results.push(result);
    for (const effect of result.effects) request = effect.request ?? request;
  }
  return { results, request };
}

const told = (event, request) => (typeof event === 'function' ? event(request) : event);
