/** What is decided of a popup's data in whatever way its states are written. Times are the popup's own milliseconds. */
import { rowOf } from './table.mjs';

export const AUTHORIZATION_DEADLINE = 8000;
export const PRIVACY_PAUSE_DEADLINE = 2000;
export const VERIFICATION_DEADLINE = 20_000;
export const IDEMPOTENT_CALL_DEADLINE = 6000;
export const LONG_WAIT = 8000;
export const SECOND = 1000;
export const ATTEMPTS = 3;

const CODE_LIFE = 300_000;
const PRIVACY_PAUSE = 10_000;
const RERENDERING = 100;
const MOST_GIVEN_UP = 3;

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
  isAskedForConsent: false,
  privacyPause: undefined,
  serverMessage: undefined,
  privacy: 'settled',
  privacyRefusedAt: undefined,
  refusals: 0,
  givenUp: 0,
  isForgotten: false,
  closedItselfAt: undefined,
  lastId: 0,
});

/** The deadline that runs. */
export function deadlineOf(state, { outbox, deadline, sendable, privacyPause }) {
  if (outbox.isDetached) return undefined;
  if (state === 'failed') return sendable?.expiry;
  if (state === 'rejected') return privacyPause?.deadline;
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

/** Whole seconds, begun ones included, for which WeChat asks nothing yet. */
export const privacyPauseLeft = ({ privacyRefusedAt }, at) =>
  privacyRefusedAt === undefined ? 0 : Math.max(0, Math.ceil((privacyRefusedAt + PRIVACY_PAUSE - at) / SECOND));

/** The same where a tap would be in vain, and that is shown. */
export const countedPrivacyPause = (popup, reason, at) =>
  popup.settings.showsGuidance && !popup.settings.asksPrivacy && reason === 'privacy_refused'
    ? privacyPauseLeft(popup, at)
    : 0;

/** Seconds that are counted down, for the user to see. */
export function countdownOf(state, { exchange, privacyPause }) {
  if (exchange) return exchange.pause ? exchange.pause.seconds : 0;
  return state === 'rejected' && privacyPause ? privacyPause.seconds : 0;
}

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

/** How long the answer that is due may still take, where the user has not been told yet that it takes long. */
export const callTimeLeft = ({ settings, exchange }, at) =>
  settings.showsGuidance && !exchange.isSlow ? patience(exchange) - (at - exchange.calledAt) : 0;

/** How long a call is waited for before something is said. */
export const firstPatience = ({ settings, exchange }) =>
  settings.showsGuidance && !exchange.isSlow ? Math.min(LONG_WAIT, patience(exchange)) : patience(exchange);

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

/** Whether a notice tells a user who sees the popup of a failure. */
export const tellsUser = ({ exchanger, showsGuidance }) => Boolean(exchanger) && !showsGuidance;

/** The server's own sentence, where the page wants that shown. */
export const messageShown = ({ showServerMessage }, { message }) => (showServerMessage ? message : undefined);

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
  const { sendable, privacyPause } = popup;
  const isAsking = state === 'prompting' || state === 'rejected' || state === 'failed';
  if (isAsking && hasNumberWaiting(popup, popup.outbox.time)) return 'takeNumber';
  if (state === 'failed' && sendable) return 'sendAgain';
  if (state === 'rejected' && privacyPause) return 'wait';
  return state === 'prompting' || state === 'rejected' || state === 'failed' ? asking(popup) : 'nothing';
}

/** What is still to be done before WeChat is asked. */
export function asking({ settings, agreed, privacy, isAskedForConsent }) {
  const { requireAgreement, asksPrivacy, showsGuidance } = settings;
  const mustAgree = requireAgreement && !agreed;
  if (asksPrivacy && privacy === 'needed' && (showsGuidance || !mustAgree)) return 'acceptPrivacy';
  if (!mustAgree) return 'askWeChat';
  if (!showsGuidance) return 'agreementNeeded';
  return isAskedForConsent ? 'agreeAndAsk' : 'openConsent';
}

/** Whether another way to log in is offered: not where somebody has just been asked, and else as the page wants it. */
export function offersOtherLogin(state, { settings, hiddenBy, refusals, tappedAt, exchange }) {
  if (state === 'hidden' || state === 'authorizing' || state === 'verified') return false;
  const { otherLogin, place, showsGuidance } = settings;
  if (showsGuidance && place === 'singlePage') return false;
  if (exchange) return !hiddenBy && isLong(exchange) && otherLogin !== 'never';
  const isTried = state !== 'prompting' || refusals > 0 || tappedAt !== undefined;
  return otherLogin === 'always' || (isTried && otherLogin !== 'never');
}

/** Whether the user has waited long, and may rather go another way. */
const isLong = ({ pause, usedUp, isSlow }) => Boolean(pause || usedUp || isSlow);

/** Whether a popup holds a code or a number that another one with this exchanger can finish. */
export function holds(popup, exchanger, at) {
  const { settings, hiddenBy, exchange, code } = popup;
  if (!exchanger || hiddenBy === 'otherLogin') return false;
  if (exchange && isSame(exchange.exchanger, exchanger)) return true;
  const hasCode = !exchange && code !== undefined && lifeLeft(code, at) > 0;
  return isSame(settings.exchanger, exchanger) && (hasCode || hasNumberWaiting(popup, at));
}

const isSame = (one, other) => one !== undefined && one.type === other.type && one.name === other.name;
