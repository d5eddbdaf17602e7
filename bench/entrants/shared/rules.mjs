/** What is decided of a popup's data in whatever way its states are written. Times are the popup's own milliseconds. */
import { rowOf } from './table.mjs';

export const AUTHORIZATION_DEADLINE = 8000;
export const PRIVACY_PAUSE_DEADLINE = 2000;
export const VERIFICATION_DEADLINE = 20_000;
export const IDEMPOTENT_CALL_DEADLINE = 6000;
export const SECOND = 1000;
export const ATTEMPTS = 3;

const CODE_LIFE = 300_000;
const PRIVACY_PAUSE = 10_000;
const RERENDERING = 100;
const MOST_GIVEN_UP = 3;
const LEADS_ELSEWHERE = ['other_login', 'contact_support', 'fix_setup'];

/**
 * A popup that is not on the screen. `tappedAt`: when the user tapped, where WeChat has not answered; `code`: what is
 * exchanged or unredeemed; `sendable`: why that may be sent again, and the deadline of the offer; `exchange`: of the code
 * that is exchanged, who does it and how far that is; `hiddenBy`: who took the popup off the screen, if it is.
 */
export const newPopup = (settings) => ({
  settings,
  hiddenBy: 'page',
  reason: undefined,
  tappedAt: undefined,
  inPrivacyPause: false,
  deadline: undefined,
  code: undefined,
  sendable: undefined,
  exchange: undefined,
  undelivered: undefined,
  lastCode: undefined,
  agreed: false,
  privacy: 'settled',
  privacyRefusedAt: undefined,
  refusals: 0,
  givenUp: 0,
  isForgotten: false,
  closedItselfAt: undefined,
  lastId: 0,
});

/** The deadline that runs. */
export function deadlineOf(state, { outbox, deadline, sendable }) {
  if (outbox.isDetached) return undefined;
  if (state === 'failed') return sendable?.expiry;
  return state === 'authorizing' || state === 'verifying' ? deadline : undefined;
}

/** How long a code still works, from its tap or, where that is not known, its arrival. */
export const lifeLeft = ({ tappedAt, cameAt }, at) => CODE_LIFE - at + (tappedAt === undefined ? cameAt : tappedAt);

/** Whether a number waits that may still be handed to a page. */
export const hasNumberWaiting = ({ undelivered }, at) => Boolean(undelivered) && at - undelivered.cameAt < CODE_LIFE;

/** Whether a framework only gives the property its old value again. */
export const isRerendering = ({ closedItselfAt }, { repeated, batched, at }) =>
  repeated && (batched || at - closedItselfAt < RERENDERING);

export const isInPrivacyPause = ({ privacyRefusedAt }, at) => at - privacyRefusedAt < PRIVACY_PAUSE;

/** Whether WeChat tells of an earlier refusal of the privacy agreement once more. */
export const isToldOfPrivacyAgain = ({ tappedAt, inPrivacyPause }) => tappedAt !== undefined && inPrivacyPause;

/** WeChat does not say which sheet it answers: a refusal is taken for that of the oldest one. */
export const isOfGivenUpSheet = ({ givenUp, tappedAt }, reason) =>
  givenUp > 0 && (tappedAt === undefined || reason === 'user_denied' || reason === 'user_cancelled');

/** When the user tapped for what WeChat answers now; `undefined` where that may be an earlier sheet. */
export const answeredTap = ({ tappedAt, givenUp }) => (givenUp ? undefined : tappedAt);

export const oneMoreGivenUp = (givenUp) => Math.min(MOST_GIVEN_UP, givenUp + 1);

export const isOfOpenCall = ({ code }, request) =>
  code !== undefined && (code.openCalls.includes(request) || code.formerCalls.includes(request));

export const hasOpenCall = ({ openCalls, formerCalls }) => openCalls.length + formerCalls.length > 0;

/** A code whose call is answered. */
export function withoutCall(code, request) {
  const isOther = (call) => call !== request;
  return { ...code, openCalls: code.openCalls.filter(isOther), formerCalls: code.formerCalls.filter(isOther) };
}

export const newCode = (popup, text, at) => ({
  text,
  tappedAt: answeredTap(popup),
  cameAt: at,
  button: popup.settings.button,
  isDoubtful: false,
  openCalls: [],
  formerCalls: [],
});

export const newExchange = ({ exchanger, idempotent }) => ({
  exchanger,
  idempotent: Boolean(exchanger) && idempotent,
  count: 0,
  reserve: [],
});

/** A code in reserve takes the place of another one, whose calls may still bring the number. */
export const succeeding = (code, { openCalls, formerCalls }) => ({
  ...code,
  formerCalls: [...openCalls, ...formerCalls],
});

/** How long an answer is waited for. */
export const patience = ({ idempotent }) => (idempotent ? IDEMPOTENT_CALL_DEADLINE : VERIFICATION_DEADLINE);

/** What becomes of a code after a failure. What an idempotent exchanger was sent is never doubtful. */
export function sameCode({ idempotent }, reason) {
  const { sameCode: same } = rowOf(reason);
  return idempotent && same === 'onceMore' ? 'backoff' : same;
}

/** A code after a failure of its call: one that may have been used is doubtful. */
export function afterFailure({ code, exchange }, reason) {
  return sameCode(exchange, reason) === 'onceMore' ? { ...code, isDoubtful: true } : code;
}

/** Nobody has answered, another call gets whatever the first one got, and the user has waited long enough. */
export const isCalledAgainAtOnce = ({ hiddenBy, exchange: { idempotent, count } }) =>
  idempotent && count < ATTEMPTS && !hiddenBy;

/** Seconds before the next call; 0 where there is none. */
export function pauseBeforeNext({ exchange, code, hiddenBy }, reason, at) {
  if (hiddenBy || exchange.count >= ATTEMPTS) return 0;
  const seconds = secondsFor(sameCode(exchange, reason), exchange, code);
  return lifeLeft(code, at) > seconds * SECOND ? seconds : 0;
}

function secondsFor(same, { count }, { isDoubtful }) {
  if (same === 'nextMinute') return 60;
  if (same === 'backoff') return count === 1 ? 1 : 3;
  return same === 'onceMore' && !isDoubtful ? 1 : 0;
}

/** Seconds that are left of a pause; 0 where it is over. */
export const secondsLeft = ({ seconds, until }, at) =>
  Math.max(0, Math.min(Math.ceil((until - at) / SECOND), seconds - 1));

/** `{ code, sendable }` after an exchange that gave no number. A page that was silent is not handed it again. */
export function unredeemed({ code, exchange }, reason, expiry, at) {
  const isSilentPage = code.isDoubtful && !exchange.exchanger;
  const works = rowOf(reason).sameCode !== 'never' && lifeLeft(code, at) > 0;
  if (works && !isSilentPage) return { code, sendable: { reason, expiry } };
  return { code: isSilentPage || hasOpenCall(code) ? code : undefined, sendable: undefined };
}

/** Of a report: which button there was, and how long the steps took. */
export const timings = ({ button, tappedAt, cameAt }, at) => ({
  mode: button,
  authorizationDuration: tappedAt === undefined ? undefined : cameAt - tappedAt,
  verificationDuration: at - cameAt,
});

export const untimed = ({ settings: { button } }) => ({ mode: button });

/** The same of what WeChat answers now. */
export function timedAuthorization(popup, at) {
  const tappedAt = answeredTap(popup);
  return { ...untimed(popup), authorizationDuration: tappedAt === undefined ? undefined : at - tappedAt };
}

/** Which button gave a code, for a page that wants the realtime one. */
export const modeForPage = ({ settings: { mode } }, button) => (mode === 'realtime' ? button : undefined);

/** What a tap on the allow button does. */
export function tapMeaning(state, popup) {
  const { sendable } = popup;
  if (state === 'failed' && sendable) return 'sendAgain';
  return state === 'prompting' || state === 'rejected' || state === 'failed' ? asking(popup) : 'nothing';
}

/** What is still to be done before WeChat is asked. */
export function asking({ settings: { requireAgreement, asksPrivacy }, agreed, privacy }) {
  if (requireAgreement && !agreed) return 'agreementNeeded';
  return asksPrivacy && privacy === 'needed' ? 'acceptPrivacy' : 'askWeChat';
}

/** Whether another way to log in is offered: asking again does not help, or WeChat has not answered. */
export function offersOtherLogin(state, { refusals, tappedAt, reason }) {
  if (state === 'out_of_quota') return true;
  if (state === 'prompting') return refusals > 0 || tappedAt !== undefined;
  if (state !== 'rejected' && state !== 'failed') return false;
  return refusals > 0 || LEADS_ELSEWHERE.includes(rowOf(reason).next);
}

/** Whether a popup holds a code or a number that another one with this exchanger can finish. */
export function holds(popup, exchanger, at) {
  const { settings, hiddenBy, exchange, code } = popup;
  if (!exchanger || hiddenBy === 'otherLogin') return false;
  if (exchange && isSame(exchange.exchanger, exchanger)) return true;
  const hasCode = !exchange && code !== undefined && lifeLeft(code, at) > 0;
  return isSame(settings.exchanger, exchanger) && (hasCode || hasNumberWaiting(popup, at));
}

const isSame = (one, other) => one !== undefined && one.type === other.type && one.name === other.name;
