/** The words for an outcome, and whether they are a toast or a modal. */
import { localeOf, placeOf } from './settings.mjs';
import { rowOf } from './table.mjs';
import { textIn } from './texts.mjs';
import { field, isObject, longText, shortText, text } from './values.mjs';

const toast = (title, next, icon = 'none') => ({ via: 'toast', title, icon, next });

export const agreementNeeded = (locale) => toast(textIn('AgreementNeeded', locale), 'retry');
export const agreementNotOpened = (locale) => toast(textIn('AgreementNotOpened', locale), 'retry');
export const verified = (locale, words = textIn('Verified', locale)) => toast(words, 'none', 'success');

/** Tells the user of a failure in the server's words, the page's or ours. */
export function failed(
  locale,
  { reason, isVerification },
  place,
  words = wordsFor(reason, isVerification, place)[locale],
) {
  const { next } = rowOf(reason);
  if (reason !== 'quota_exhausted') return toast(words, next);
  const [title, confirmText] = [textIn('Heading', locale), textIn('Confirm', locale)];
  return { via: 'modal', title, content: words, confirmText, showCancel: false, next };
}

function wordsFor(reason, isVerification, place) {
  // Where only the page cannot do it, no newer WeChat helps.
  if (reason === 'unsupported' && place) return rowOf('blocked').words;
  const isVague = reason === 'unknown' || reason === 'internal';
  return rowOf(isVerification && isVague ? 'bad_reply' : reason).words;
}

/** What `wx.showToast` or `wx.showModal` takes for a reason, in a page's own words where it has some. */
export function notice(reason, options) {
  const name = shortText(reason) || '';
  const locale = localeOf(options);
  const messages = field(options, 'messages');
  const words = isObject(messages) ? longText(field(messages, name)) : undefined;
  if (name === 'verified') return verified(locale, words);
  const known = rowOf(name) ? name : 'unknown';
  const isVerification = text(options, 'stage') === 'verification';
  return failed(locale, { reason: known, isVerification }, placeOf(options), words);
}
