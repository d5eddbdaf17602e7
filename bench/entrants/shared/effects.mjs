/** What a popup asks for, as plain objects. */
import { rowOf } from './table.mjs';
import { texts } from './texts.mjs';

export const AUTHORIZATION_DEADLINE = 8_000;
export const VERIFICATION_DEADLINE = 20_000;

export const startDeadline = (request, delay) => ({ type: 'startDeadline', delay, request });
export const stopDeadline = () => ({ type: 'stopDeadline' });
export const verify = (request, name, code) => ({ type: 'verify', name, request, data: { code } });
export const trigger = (name, detail) => ({ type: 'trigger', name, detail });
export const stateChange = (state) => trigger('phoneNumberStateChange', { state });
export const explain = (reason, raw) => (raw ? { type: 'explain', reason, raw } : { type: 'explain', reason });

/** Whether the developer is told of a reason. */
export const isExplained = (reason) => reason === 'unknown' || rowOf(reason).hasFix;

/** Counts a success. */
export function reportSuccess(mode, timestamp, authorizationDuration, verificationDuration) {
  const data = { mode, timestamp, verificationDuration };
  if (authorizationDuration !== undefined) data.authorizationDuration = authorizationDuration;
  return { type: 'report', name: 'phone_number_success', data };
}

/** Counts a failure; durations that are not known are left out. */
export function reportFailure(mode, timestamp, { reason, errno }, authorizationDuration, verificationDuration) {
  const data = { mode, timestamp, reason };
  if (errno !== undefined) data.errno = errno;
  if (authorizationDuration !== undefined) data.authorizationDuration = authorizationDuration;
  if (verificationDuration !== undefined) data.verificationDuration = verificationDuration;
  return { type: 'report', name: 'phone_number_error', data };
}

/** The page's event for a failure; `refusals` comes with a refusal. */
export function reject({ reason, errno }, refusals) {
  const detail = { reason };
  if (errno !== undefined) detail.errno = errno;
  if (reason === 'user_denied') detail.refusals = refusals;
  return trigger('phoneNumberReject', detail);
}

/** The two events of a login with the number. */
export function loggedIn({ data, phoneNumber, countryCode, maskedNumber }) {
  const detail = { phoneNumber, countryCode, maskedNumber };
  return [trigger('login', { data, ...detail }), trigger('phoneNumberVerified', detail)];
}

/** Hides the four digits before the last four. */
export const mask = (number) => `${number.slice(0, -8)}****${number.slice(-4)}`;

/** The popup leaves the screen without being asked to by the page; `reason` says why the user left. */
export const close = (reason) => trigger('close', reason ? { visible: false, reason } : { visible: false });

const toast = (title, icon, next) => ({ type: 'notify', notice: { via: 'toast', title, icon, next } });

export const agreementNeeded = (locale) => toast(texts[locale].agreementNeeded, 'none', 'retry');
export const success = (locale) => toast(texts[locale].verified, 'success', 'none');

/** Tells the user why there is no code. */
export const failure = (locale, reason) => toast(rowOf(reason).words[locale], 'none', rowOf(reason).next);

/** Tells the user why there is no number. */
export function verificationFailure(locale, reason) {
  const isVague = reason === 'unknown' || reason === 'internal';
  return isVague ? toast(texts[locale].notVerified, 'none', rowOf(reason).next) : failure(locale, reason);
}

export function noQuota(locale) {
  const { words, next } = rowOf('quota_exhausted');
  const { notice: title, confirm: confirmText } = texts[locale];
  const notice = { via: 'modal', title, content: words[locale], confirmText, showCancel: false, next };
  return { type: 'notify', notice };
}
