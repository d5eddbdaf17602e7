/** What the page shows. */
import { offersOtherLogin, tapMeaning } from './rules.mjs';
import { popupTexts } from './texts.mjs';

const OPEN_TYPES = { quick: 'getPhoneNumber', realtime: 'getRealtimePhoneNumber' };

/** Every field of the component's data. */
export function viewOf(state, popup) {
  const { settings, hiddenBy, agreed, exchange } = popup;
  const texts = popupTexts[settings.locale];
  const meaning = tapMeaning(state, popup);
  const countdown = exchange?.pause ? exchange.pause.seconds : 0;
  return {
    showPhonePopup: !hiddenBy,
    state,
    openType: openType(meaning, settings),
    disabled: meaning === 'nothing',
    loading: state === 'authorizing' || state === 'verifying',
    countdown,
    buttonText: buttonText(state, meaning, countdown, texts),
    title: texts.title,
    description: texts.description,
    allowButton: texts.allowButton,
    rejectButton: texts.rejectButton,
    otherLoginButton: offersOtherLogin(state, popup) ? texts.otherLoginButton : '',
    agreement: settings.requireAgreement ? texts.agreement : '',
    privacyContract: texts.privacyContract,
    linksPrivacyContract: meaning === 'acceptPrivacy' || (settings.requireAgreement && !settings.hasOwnAgreements),
    agreed,
  };
}

function openType(meaning, { button }) {
  if (meaning === 'askWeChat') return OPEN_TYPES[button];
  return meaning === 'acceptPrivacy' ? 'agreePrivacyAuthorization' : '';
}

function buttonText(state, meaning, countdown, texts) {
  if (state === 'verifying' && countdown) return texts.pausing;
  if (state === 'authorizing' || state === 'verifying') return texts[state];
  return meaning === 'sendAgain' || meaning === 'acceptPrivacy' ? texts[meaning] : '';
}

/** The fields that differ. */
export function difference(now, before) {
  const patch = {};
  for (const name in now) if (now[name] !== before[name]) patch[name] = now[name];
  return patch;
}
