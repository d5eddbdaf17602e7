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

/** By the event's type: the popup's `options`, what happens `before`, the event, and what happens `after`. */
export const EVENTS = {
  configure: { event: { type: 'configure', options: { locale: 'en' } } },
  show: { event: { type: 'show' } },
  hide: { before: asked, event: { type: 'hide' } },
  tap: { before: [{ type: 'show' }], event: { type: 'tap' } },
  decline: { before: [{ type: 'show' }], event: { type: 'decline' } },
  otherLogin: {
    before: [...asked, { type: 'authorized', event: { detail: DENIED } }],
    event: { type: 'otherLogin' },
  },
  agree: { options: { requireAgreement: true }, before: [{ type: 'show' }], event: { type: 'agree', agreed: true } },
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
  requireAgreement: { requireAgreement: true },
  privacy: byPopup,
  baseLibrary: { mode: 'realtime', baseLibrary: '2.0.0' },
};

/** The event of a course, with the request it answers. */
export const eventOf = ({ event, ...course }, PhonePopup) => told(event, played(PhonePopup, course).request);

/** What is seen of a course from its event on; `event` takes that event's place. */
export function seenOf({ options, before, after = [] }, event, PhonePopup) {
  const { popup, request } = played(PhonePopup, { options, before });
  return [...play(popup, [event, ...after], request).results, plain(popup.view)];
}

/** What is seen of a popup with these options whose user agrees. */
export function seenWith(options, PhonePopup) {
  const { popup, results } = played(PhonePopup, { options, before: verifying });
  return [...results, plain(popup.view)];
}

function played(PhonePopup, { options, before = [] }) {
  const popup = new PhonePopup(options);
  return { popup, ...play(popup, before) };
}

function play(popup, events, request) {
  const results = [];
  for (const event of events) {
    const result = plain(popup.dispatch(told(event, request), 0));
    results.push(result);
    for (const effect of result.effects) request = effect.request ?? request;
  }
  return { results, request };
}

const told = (event, request) => (typeof event === 'function' ? event(request) : event);
