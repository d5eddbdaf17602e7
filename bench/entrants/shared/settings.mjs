/** What the component's properties say, and what the client is. */
import { field, flag, integer, text } from './values.mjs';

/** The first base library with `open-type="getRealtimePhoneNumber"`. */
const REALTIME_SINCE = [2, 24, 4];

/** `button` is what the client has of the `mode` that the page wants; `exchanger` is missing where the page verifies. */
export function settingsOf(options) {
  const mode = text(options, 'mode') === 'realtime' ? 'realtime' : 'quick';
  return {
    mode,
    button: isOlder(text(options, 'baseLibrary') || '') ? 'quick' : mode,
    locale: localeOf(options),
    exchanger: exchangerOf(options),
    idempotent: flag(options, 'idempotent'),
    requireAgreement: flag(options, 'requireAgreement'),
    hasOwnAgreements: integer(field(field(options, 'agreements'), 'length')) > 0,
    asksPrivacy: text(options, 'privacy') === 'popup',
    showServerMessage: flag(options, 'showServerMessage'),
    otherLogin: text(options, 'otherLogin'),
    contact: flag(options, 'contact'),
    showsGuidance: flag(options, 'showsGuidance'),
    place: placeOf(options),
  };
}

/** The place of the locale in `LOCALES`. */
export function localeOf(options) {
  const tag = text(options, 'locale') || '';
  if (/^en/i.test(tag)) return 2;
  return /^zh.(?:tw|hk|mo|hant)/i.test(tag) ? 1 : 0;
}

/** Where a page is, if the button does not work there as elsewhere. */
export function placeOf(options) {
  if (flag(options, 'singlePage')) return 'singlePage';
  return text(options, 'renderer') === 'skyline' ? 'skyline' : undefined;
}

/** Who exchanges the code for the popup, by the type of the effect that asks for it. */
export function exchangerOf(options) {
  const exchange = text(options, 'exchange');
  if (exchange) return { type: 'exchange', name: exchange };
  const cloudFunction = text(options, 'cloudFunction');
  return cloudFunction ? { type: 'verify', name: cloudFunction } : undefined;
}

/** Nothing is known of what is not a version. */
function isOlder(version) {
  const parts = version.split('.').map(integer);
  const different = REALTIME_SINCE.findIndex((wanted, at) => parts[at] !== wanted);
  return different >= 0 && parts[different] < REALTIME_SINCE[different];
}
