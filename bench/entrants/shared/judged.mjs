/** What a component dispatches → what happens to a popup, with what was said already judged. */
import { classify } from './classify.mjs';
import { classifyReply } from './classify-reply.mjs';
import { settingsOf } from './settings.mjs';
import { field, flag, integer, isObject, text } from './values.mjs';

const PLAIN = [
  'hide',
  'tap',
  'decline',
  'dismiss',
  'otherLogin',
  'consentBack',
  'agreementNotOpened',
  'privacyAgreed',
  'forget',
  'pageShown',
  'pageHidden',
  'attached',
  'detached',
];

/** What a popup showed whose successor this is, as far as it matters. */
const LOST = {
  hidden: 'asking',
  prompting: 'asking',
  verified: 'asking',
  authorizing: 'authorizing',
  verifying: 'verifying',
  rejected: 'ended',
  failed: 'ended',
  out_of_quota: 'ended',
};

const NOTHING = { type: 'nothing' };

/** `{ type, … }`; `undefined` for an event of no known type. */
export function judged(event) {
  const type = text(event, 'type');
  return type === 'recovered' ? recovered(text(event, 'state'), field(event, 'event')) : plain(type, event);
}

function plain(type, event) {
  switch (type) {
    case 'configure':
      return { type, settings: settingsOf(field(event, 'options')) };
    case 'show':
      if (flag(event, 'inline')) return { type: 'showInline' };
      return { type, repeated: flag(event, 'repeated'), batched: flag(event, 'batched') };
    case 'agree':
      return { type, agreed: flag(event, 'agreed') };
    case 'authorized':
      return authorized(classify(field(event, 'event')));
    case 'verified':
      return withRequest(event, answered('number', field(event, 'reply')));
    case 'pageVerified':
      return withCode(event, answered('pageNumber', field(event, 'reply')));
    case 'deadlinePassed':
      return withRequest(event, { type });
    case 'privacyChecked':
      return withRequest(event, { type, needed: flag(event, 'needed') });
    default:
      return PLAIN.includes(type) ? { type } : undefined;
  }
}

const NO_QUOTA = { type: 'noQuota', failure: { reason: 'quota_exhausted', errno: 1400001 } };

function authorized({ kind, code, reason, errno, raw }) {
  if (kind === 'ok') return { type: 'codeCame', text: code };
  return kind === 'quota' ? { ...NO_QUOTA } : { type: 'refused', failure: { reason, errno, raw } };
}

const WITHOUT = { number: 'noNumber', pageNumber: 'pageNoNumber' };

function answered(type, reply) {
  const answer = classifyReply(reply);
  if (answer.kind === 'ok') return { type, success: answer };
  const { reason, errCode: errno, message, raw } = answer;
  return { type: WITHOUT[type], failure: { reason, errno, message, raw, isVerification: true } };
}

function withRequest(event, happened) {
  const request = integer(field(event, 'request'));
  return request >= 0 ? { ...happened, request } : undefined;
}

function withCode(event, happened) {
  const code = text(event, 'code');
  return code === undefined ? undefined : { ...happened, code };
}

/** The popup before this one is lost, and `told` is what it was told when it failed. */
function recovered(state, told) {
  const lost = Object.hasOwn(LOST, state) ? LOST[state] : undefined;
  const event = isObject(told) ? plain(text(told, 'type'), told) : undefined;
  if (event && event.type === 'number') return { ...event, type: 'numberSaved' };
  if (!lost) return NOTHING;
  if (!event) return { type: 'lost', failure: { reason: 'internal' } };
  return saved(event, lost);
}

/** What only the lost popup knew has failed; everything else happens to this one. */
function saved(event, lost) {
  const { type, failure } = event;
  if (type === 'noNumber') return { type: 'lost', failure };
  if (type === 'codeCame' || type === 'refused' || type === 'noQuota') return event;
  if (type === 'decline' && lost !== 'asking') return { type: 'dismiss' };
  if (lost === 'authorizing') return { type: 'stillAsked' };
  return lost === 'verifying' ? { type: 'lost', failure: { reason: 'internal', isVerification: true } } : event;
}
