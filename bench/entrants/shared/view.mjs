/** What the page shows. */
import { guidance, primaryAction, remedyOf } from './guidance.mjs';
import { countdownOf, offersOtherLogin, tapMeaning } from './rules.mjs';
import { textIn } from './texts.mjs';

const OPEN_TYPES = { quick: 'getPhoneNumber', realtime: 'getRealtimePhoneNumber' };

/** Every field of the component's data. */
export function viewOf(state, popup) {
  const { settings, hiddenBy, agreed, serverMessage } = popup;
  const text = (name) => textIn(name, settings.locale);
  const textIf = (isThere, name) => (isThere ? text(name) : '');
  const meaning = tapMeaning(state, popup);
  const hasOther = offersOtherLogin(state, popup);
  const remedy = remedyOf(state, popup);
  const primary = primaryAction(remedy, hasOther, settings);
  const [title, status, statusTone] = guidance(state, popup, meaning);
  const asksForAgreement = settings.requireAgreement;
  const isPreview = settings.place === 'singlePage';
  return {
    showPhonePopup: !hiddenBy,
    state,
    openType: openType(meaning, settings),
    disabled: meaning === 'nothing',
    loading: state === 'authorizing' || state === 'verifying',
    countdown: countdownOf(state, popup),
    buttonText: text(buttonText(state, meaning, popup, remedy)),
    title: text('Title'),
    stateTitle: text(title),
    status: (state === 'failed' && serverMessage) || text(status),
    statusTone,
    primaryAction: primary,
    description: text('Description'),
    allowButton: text('AllowButton'),
    rejectButton: text('RejectButton'),
    otherLoginButton: textIf(hasOther, 'OtherLoginButton'),
    contactButton: textIf(settings.contact && remedy === 'otherLogin' && !isPreview, 'ContactButton'),
    acknowledgeButton: textIf(primary === 'close', 'AcknowledgeButton'),
    againButton: textIf(primary !== 'allow' && (meaning === 'sendAgain' || remedy === 'step'), 'AgainButton'),
    closeButton: text('CloseButton'),
    consentShown: meaning === 'agreeAndAsk' || (settings.showsGuidance && meaning === 'acceptPrivacy'),
    consentBackButton: textIf(meaning === 'agreeAndAsk', 'ConsentBackButton'),
    agreement: textIf(asksForAgreement, 'Agreement'),
    privacyContract: text('PrivacyContract'),
    linksPrivacyContract: meaning === 'acceptPrivacy' || (asksForAgreement && !settings.hasOwnAgreements),
    agreed,
  };
}

function openType(meaning, { button }) {
  if (meaning === 'askWeChat' || meaning === 'agreeAndAsk') return OPEN_TYPES[button];
  return meaning === 'acceptPrivacy' ? 'agreePrivacyAuthorization' : '';
}

const BUTTON_TEXTS = {
  nothing: 'Nothing',
  takeNumber: 'Nothing',
  sendAgain: 'Retry',
  acceptPrivacy: 'AgreeAndContinue',
  agreeAndAsk: 'AgreeAndContinue',
  wait: 'PausingForPrivacy',
};

function buttonText(state, meaning, { exchange }, remedy) {
  if (state === 'authorizing') return 'Authorizing';
  if (state === 'verifying') return exchange.pause ? 'Pausing' : 'Verifying';
  if (BUTTON_TEXTS[meaning]) return BUTTON_TEXTS[meaning];
  if (remedy === 'retry' && state === 'rejected') return 'Retry';
  return remedy === 'retry' || remedy === 'reauthorize' ? 'Reauthorize' : 'Nothing';
}

const LEAVING = [
  'stateTitle',
  'status',
  'statusTone',
  'primaryAction',
  'contactButton',
  'acknowledgeButton',
  'againButton',
  'consentShown',
  'consentBackButton',
];

/** The view as it is shown after another one: a popup that leaves the screen goes with what it said last. */
export function shownAfter(now, before) {
  if (now.showPhonePopup || now.state !== 'hidden') return now;
  return { ...now, ...Object.fromEntries(LEAVING.map((name) => [name, before[name]])) };
}

/** The fields that differ. */
export function difference(now, before) {
  const patch = {};
  for (const name in now) if (now[name] !== before[name]) patch[name] = now[name];
  return patch;
}
