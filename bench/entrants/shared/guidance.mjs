/** What the user reads of a state, and what is best done next. */
import { offersOtherLogin } from './rules.mjs';
import { rowOf } from './table.mjs';

/**
 * Of a reason: what can be done, and the status line with and without another way to log in; or what its names begin
 * with, where both are there, and for those below a third, where support is offered.
 */
const ADVICE = {
  user_denied: ['tap', 'Denied'],
  user_cancelled: ['tap', 'CancelledStatus', 'CancelledStatus'],
  privacy_refused: ['tap', 'PrivacyRefused'],
  phone_unverified: ['tap', 'PhoneUnverifiedStatus', 'PhoneUnverifiedStatus'],
  no_phone_bound: ['step', 'NoPhoneBoundStatus', 'NoPhoneBoundStatus'],
  high_risk_user: ['step', 'HighRisk'],
  too_frequent: ['time', 'TooFrequentStatus', 'TooFrequentStatus'],
  function_timeout: ['retry', 'FunctionTimeoutStatus', 'FunctionTimeoutStatus'],
  timeout: ['retry', 'TimeoutStatus', 'TimeoutStatus'],
  network: ['retry', 'NetworkStatus', 'NetworkStatus'],
  rate_limited: ['retry', 'RateLimited'],
  busy: ['retry', 'BusyStatus', 'BusyStatus'],
  internal: ['retry', 'InternalStatus', 'InternalStatus'],
  unknown: ['retry', 'Unknown'],
  missing_code: ['reauthorize', 'MissingCodeStatus', 'MissingCodeStatus'],
  code_invalid: ['reauthorize', 'CodeInvalidStatus', 'CodeInvalidStatus'],
  bad_reply: ['reauthorize', 'BadReply'],
  quota_exhausted: ['otherLogin', 'Quota'],
  unsupported: ['otherLogin', 'Unsupported'],
  no_permission: ['otherLogin', 'NotSupported'],
  privacy_undeclared: ['otherLogin', 'NotSupported'],
  privacy_banned: ['otherLogin', 'NotSupported'],
  blocked: ['otherLogin', 'Blocked'],
  daily_limit: ['otherLogin', 'DailyLimit'],
  server_refused: ['otherLogin', 'ServerRefused'],
};
const SETUP = ['otherLogin', 'Service'];
const WITH_SUPPORT = ['Quota', 'NotSupported', 'Blocked', 'Service', 'ServerRefused'];
const SINGLE_PAGE = ['otherLogin', 'SinglePageStatus', 'SinglePageStatus'];

const TITLES = {
  tap: 'Nothing',
  step: 'OneMoreStepTitle',
  time: 'WaitTitle',
  retry: 'NotLoggedInTitle',
  reauthorize: 'NotLoggedInTitle',
};
const OWN_TITLES = {
  phone_unverified: 'OneMoreStepTitle',
  no_phone_bound: 'NoPhoneBoundTitle',
  code_invalid: 'ReauthorizeTitle',
};
const TONES = { tap: 'info', step: 'info', time: 'wait', retry: 'error', reauthorize: 'warn', otherLogin: 'warn' };

function adviceOn(reason, place) {
  if (reason === 'unsupported' && place) return place === 'singlePage' ? SINGLE_PAGE : ADVICE.no_permission;
  return ADVICE[reason] || SETUP;
}

/** What can be done about the failure that the user sees, if there is one. */
export function remedyOf(state, { reason, settings }) {
  const hasFailed = state === 'rejected' || state === 'failed' || state === 'out_of_quota';
  return hasFailed ? adviceOn(reason, settings.place)[0] : undefined;
}

/** Which button is the large one. */
export function primaryAction(remedy, hasOther, { place, contact }) {
  if (remedy === 'otherLogin' && place === 'singlePage') return 'close';
  if (remedy !== 'otherLogin' && remedy !== 'step') return 'allow';
  if (hasOther) return 'other_login';
  if (remedy === 'step') return 'allow';
  return contact ? 'contact' : 'close';
}

const NONE = ['Nothing', 'Nothing', ''];

/** The heading that takes the place of the usual one, the status line and its tone. */
export function guidance(state, popup, meaning) {
  if (meaning === 'agreeAndAsk') return ['ConsentTitle', 'ConsentStatus', 'info'];
  if (meaning === 'acceptPrivacy') return ['PrivacyTitle', 'PrivacyStatus', 'info'];
  if (meaning === 'wait') return ['Nothing', 'PrivacyPause', 'wait'];
  return inState(state, popup);
}

function inState(state, popup) {
  switch (state) {
    case 'prompting':
      return popup.tappedAt === undefined ? NONE : ['Nothing', 'UnansweredStatus', 'wait'];
    case 'authorizing':
      return ['Nothing', 'AuthorizingStatus', 'busy'];
    case 'verifying':
      return whileVerifying(popup.exchange);
    case 'verified':
      return ['VerifiedTitle', 'VerifiedStatus', 'done'];
    case 'hidden':
      return NONE;
    default:
      return afterFailure(state, popup);
  }
}

function whileVerifying({ pause, usedUp, isSlow }) {
  if (pause) return ['WaitTitle', pauseAfter(pause.reason), 'wait'];
  return ['VerifyingTitle', usedUp || isSlow ? 'SlowStatus' : 'VerifyingStatus', 'busy'];
}

function pauseAfter(reason) {
  if (reason === 'network') return 'NetworkPause';
  return rowOf(reason).sameCode === 'nextMinute' ? 'RatePause' : 'ServicePause';
}

function afterFailure(state, popup) {
  const { reason, settings } = popup;
  const [remedy, status, alone] = adviceOn(reason, settings.place);
  const hasOther = offersOtherLogin(state, popup);
  const hasSupport = settings.contact && settings.place !== 'singlePage' && WITH_SUPPORT.includes(status);
  const words = alone ? status : status + situation(hasOther, hasSupport);
  return [titleAfter(reason, remedy, hasOther, settings), words, TONES[remedy]];
}

function situation(hasOther, hasSupport) {
  if (hasOther) return 'Status';
  return hasSupport ? 'Support' : 'Alone';
}

function titleAfter(reason, remedy, hasOther, { place }) {
  if (reason === 'unsupported' && place === 'singlePage') return 'SinglePageTitle';
  if (remedy === 'otherLogin') return hasOther ? 'OtherLoginTitle' : 'NoLoginTitle';
  return OWN_TITLES[reason] || TITLES[remedy];
}
