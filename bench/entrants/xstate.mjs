/**
 * The popup as an XState 5 machine: what was said is judged at the edge, guards choose the transition, `assign` keeps what
 * changes, and actions ask the outbox for what is to be done.
 */
import { and, assign, createActor, raise, setup } from 'xstate';

import { boundary } from './shared/boundary.mjs';
import * as rules from './shared/rules.mjs';

const { AUTHORIZATION_DEADLINE, PRIVACY_PAUSE_DEADLINE, SECOND, VERIFICATION_DEADLINE } = rules;

const TIMEOUT = { reason: 'timeout', isVerification: true };
const CODE_INVALID = { reason: 'code_invalid', isVerification: true };
const PRIVACY_REFUSED = { reason: 'privacy_refused' };
const UNSUPPORTED = { reason: 'unsupported' };

const ofEvent = ({ failure }) => failure;
const constantly = (failure) => () => failure;

/* What changes. */

const sheetAnswered = ({ givenUp, isForgotten }) => ({
  givenUp: Math.max(0, givenUp - 1),
  isForgotten: isForgotten && givenUp > 1,
});

const givenUpSheet = ({ tappedAt, givenUp }) => (tappedAt === undefined ? givenUp : rules.oneMoreGivenUp(givenUp));

/** What comes of a code of the button, whoever it is for. */
const codeSeen = (context, { text }) =>
  Object.assign({ lastCode: text }, context.tappedAt === undefined && sheetAnswered(context));

/** Another call with the code, or another time that the page is handed it. */
function nextCall({ code, exchange, lastId }, at) {
  const request = lastId + 1;
  const called = exchange.exchanger ? { ...code, openCalls: [...code.openCalls, request] } : code;
  const count = exchange.count + 1;
  return {
    code: called,
    exchange: { ...exchange, request, count, pause: undefined, usedUp: undefined, calledAt: at },
    deadline: lastId + 2,
    lastId: lastId + 2,
  };
}

/** It takes the place of a code that is unredeemed. A user who left and then allowed has changed their mind. */
function begun({ settings, hiddenBy, lastId }, code, at) {
  const exchange = rules.newExchange(settings);
  return Object.assign(nextCall({ code, exchange, lastId }, at), {
    hiddenBy: hiddenBy === 'user' ? 'page' : hiddenBy,
    reason: undefined,
    tappedAt: undefined,
    sendable: undefined,
  });
}

/** What does not outlive a state. */
const ONLY_IN_A_STATE = { isAskedForConsent: false, privacyPause: undefined, serverMessage: undefined };

const opened = ({ settings, privacy, lastId }) => ({
  hiddenBy: undefined,
  closedItselfAt: undefined,
  ...(settings.asksPrivacy ? { privacy: lastId + 1, lastId: lastId + 1 } : { privacy }),
});

const withFailure = (exchange, failure) => ({ exchange: { ...exchange, failure } });

const withPause = ({ exchange, lastId }, reason, seconds, at) => ({
  exchange: { ...exchange, pause: { reason, seconds, until: at + seconds * SECOND } },
  deadline: lastId + 1,
  lastId: lastId + 1,
});

/** Without what was exchanged. */
const dropped = ({ code, exchange }) => ({
  tappedAt: undefined,
  code: exchange ? undefined : code,
  exchange: undefined,
});

/** The answer of a call, and what is left of its code: an exchange, an offer, or hope for another call. */
function callClosed({ context, event }) {
  const code = rules.withoutCall(context.code, event.request);
  return { code: context.exchange || context.sendable || rules.hasOpenCall(code) ? code : undefined };
}

/** After a refusal of its privacy agreement WeChat asks nothing for a while, and tells of it once more. */
const privacyRefused = (context, { at }) => ({
  privacy: 'needed',
  privacyRefusedAt: rules.isToldOfPrivacyAgain(context) ? context.privacyRefusedAt : at,
});

/** WeChat asks nothing for so many seconds, which are counted. */
const pausedForPrivacy = ({ lastId }, seconds) =>
  seconds > 0 ? { privacyPause: { seconds, deadline: lastId + 1 }, lastId: lastId + 1 } : {};

/* What is done. */

function reject({ outbox, settings, refusals }, failure, timings, tellsUser) {
  outbox.report(timings, failure);
  outbox.reject(failure, failure.reason === 'user_denied' ? refusals + 1 : undefined);
  if (tellsUser) outbox.tellFailure(settings, failure);
}

const tellsOfButton = ({ hiddenBy, settings }) => !hiddenBy && rules.tellsUser(settings);

function tellNoQuota({ context, event: { failure, at } }) {
  const { outbox, settings } = context;
  outbox.report(rules.timedAuthorization(context, at), failure);
  outbox.trigger('phoneNumberQuotaExceeded', {});
  if (tellsOfButton(context)) outbox.tellFailure(settings, failure);
}

function tellDeclined({ context }) {
  const { outbox, settings } = context;
  reject(context, { reason: 'user_denied' }, rules.untimed(context), rules.tellsUser(settings));
  outbox.close('user_denied');
  outbox.dropHeld();
}

function handOverWaiting({ context }) {
  const { outbox, undelivered } = context;
  outbox.close();
  outbox.handOver(undelivered.success, rules.modeForPage(context, undelivered.button));
}

/** The number of a call, or one that was saved of a lost popup. */
function tellNumber({ context, event: { type, success, at } }) {
  const { outbox, settings, code, hiddenBy } = context;
  const isSaved = type === 'numberSaved';
  outbox.report(isSaved ? rules.untimed(context) : rules.timings(code, at));
  if (!hiddenBy) outbox.close();
  outbox.handOver(success, rules.modeForPage(context, isSaved ? settings.button : code.button));
  if (!hiddenBy) outbox.tellVerified(settings);
}

function tellPageSucceeded({ context: { outbox, code, hiddenBy }, event: { at } }) {
  outbox.report(rules.timings(code, at));
  if (!hiddenBy) outbox.close();
}

/** Calls what exchanges the code, or hands the page the code. */
function send({ context }) {
  const { outbox, code, exchange, deadline } = context;
  outbox.startDeadline(deadline, rules.firstPatience(context));
  if (exchange.exchanger) outbox.exchange(exchange.exchanger, exchange.request, code);
  else outbox.handCode(code.text, rules.modeForPage(context, code.button));
}

const leftOfCode = (context, at) => rules.unredeemed(context, context.exchange.failure.reason, context.lastId + 1, at);

function tellNoNumber({ context, event: { at } }) {
  const { outbox, settings, code, exchange, hiddenBy } = context;
  const { exchanger, failure } = exchange;
  const { sendable } = leftOfCode(context, at);
  if (sendable && !hiddenBy) outbox.startDeadline(sendable.expiry, rules.lifeLeft(code, at));
  const timings = rules.timings(code, at);
  if (exchanger && (!hiddenBy || hiddenBy === 'page'))
    reject(context, failure, timings, !hiddenBy && !settings.showsGuidance);
  else outbox.report(timings, failure);
}

/* Transitions that several states have. */

/** The button gave no code, for this reason: the user is told where that is the popup's part. */
const rejection = (failureOf, timingsOf) => [
  assign(({ context, event }) => {
    const { reason } = failureOf(event);
    if (reason !== 'privacy_refused') return {};
    const refused = privacyRefused(context, event);
    const seconds = rules.countedPrivacyPause({ ...context, ...refused }, reason, event.at);
    return { ...refused, ...(!context.hiddenBy && pausedForPrivacy(context, seconds)) };
  }),
  'limitPrivacyPause',
  ({ context, event }) => reject(context, failureOf(event), timingsOf(context, event.at), tellsOfButton(context)),
  assign(({ context, event }) => {
    const { reason } = failureOf(event);
    const refusals = context.refusals + (reason === 'user_denied' ? 1 : 0);
    return { reason, tappedAt: undefined, refusals };
  }),
];

const refusal = rejection(ofEvent, rules.timedAuthorization);

const leave = (by) => ({ type: 'leave', params: { by } });
const closeByUser = ['tellClosedByUser', leave('user')];

const takeNumber = { guard: 'isNumberWaiting', target: 'verified', actions: ['handOverWaiting', 'show'] };

const tap = [
  takeNumber,
  { guard: 'isPausedForPrivacy' },
  { guard: 'mustAgree', actions: 'tellAgreementNeeded' },
  { guard: 'mustBeAskedForConsent', actions: 'askForConsent' },
  { guard: 'mustAcceptPrivacy' },
  {
    guard: 'isSinglePage',
    target: 'rejected',
    reenter: true,
    actions: ['consent', ...rejection(constantly(UNSUPPORTED), rules.untimed)],
  },
  { target: 'authorizing', actions: ['consent', 'ask', 'limitAuthorization'] },
];

/** The button that accepts the privacy agreement stands below everything that there is to agree to. */
const privacyAgreed = { guard: 'isConsent', actions: ['agreeToAll', 'privacyAgreed'] };

const showInline = [
  { guard: 'isSendable', target: 'failed', actions: ['openOffer', 'startExpiry', 'checkPrivacy'] },
  { target: 'prompting', actions: ['openPrompt', 'checkPrivacy'] },
];

const otherLogin = (state) => ({
  guard: ({ context }) => rules.offersOtherLogin(state, context),
  target: 'hidden',
  actions: ['tellClosedByUser', 'tellOtherLogin', leave('otherLogin')],
});

/** The exchange goes on, for nobody. */
const otherLoginMeanwhile = {
  guard: ({ context }) => rules.offersOtherLogin('verifying', context),
  actions: ['tellClosedByUser', 'tellOtherLogin', leave('otherLogin')],
};

/** The call takes long, which is said; it has some time left. */
const goOnSlowly = { guard: and(['isDeadline', 'hasCallTimeLeft']), actions: ['limitRest', 'goOnSlowly'] };

/** What says nothing new while a code is exchanged, or after the number came. */
const onlyOfGivenUpSheet = [{ guard: 'isOfGivenUpSheet', actions: 'sheetAnswered' }, {}];

const fail = (failureOf) => assign(({ context: { exchange }, event }) => withFailure(exchange, failureOf(event)));

/** The open call has failed: the code is sent again after a pause where that can help and the user waits. */
const callFailed = (isOpenCall, failureOf) => [
  {
    guard: and([isOpenCall, ({ event }) => failureOf(event).reason === 'code_invalid', 'hasEarlierCall']),
    target: 'awaitingEarlierCall',
    actions: ['callClosed', 'newDeadline', 'awaitEarlierCall'],
  },
  {
    guard: and([
      isOpenCall,
      ({ context, event }) => rules.pauseBeforeNext(context, failureOf(event).reason, event.at) > 0,
    ]),
    target: 'pausing',
    actions: [
      'callClosed',
      assign(({ context, event: { at, ...event } }) => {
        const { reason } = failureOf(event);
        const pause = withPause(context, reason, rules.pauseBeforeNext(context, reason, at), at);
        return { ...pause, code: rules.afterFailure(context, reason) };
      }),
    ],
  },
  {
    guard: isOpenCall,
    target: 'over',
    actions: [
      'callClosed',
      assign(({ context, event }) => {
        const failure = failureOf(event);
        return { ...withFailure(context.exchange, failure), code: rules.afterFailure(context, failure.reason) };
      }),
    ],
  },
];

const machine = setup({
  guards: {
    isShown: ({ context }) => !context.hiddenBy,
    isHidden: ({ context }) => context.hiddenBy !== undefined,
    isRerendering: ({ context, event }) => rules.isRerendering(context, event),
    isNumberWaiting: ({ context, event }) => rules.hasNumberWaiting(context, event.at),
    canSendAgain: ({ context }) => context.sendable !== undefined,
    isSendable: ({ context: { sendable, code }, event }) =>
      sendable !== undefined && rules.lifeLeft(code, event.at) > 0,
    isFresh: ({ context, event }) => rules.lifeLeft(context.code, event.at) > 0,
    mustAgree: ({ context }) => rules.asking(context) === 'agreementNeeded',
    mustBeAskedForConsent: ({ context }) => rules.asking(context) === 'openConsent',
    isPausedForPrivacy: ({ context }) => context.privacyPause !== undefined,
    isPrivacyDeadline: ({ context: { privacyPause }, event }) => privacyPause?.deadline === event.request,
    isConsent: ({ context, event }) =>
      context.settings.showsGuidance &&
      context.settings.requireAgreement &&
      rules.asking(context) === 'acceptPrivacy' &&
      !context.sendable &&
      !context.privacyPause &&
      !rules.hasNumberWaiting(context, event.at),
    showsGuidance: ({ context: { settings } }) => settings.showsGuidance,
    hasCallTimeLeft: ({ context, event }) => rules.callTimeLeft(context, event.at) > 0,
    mustAcceptPrivacy: ({ context }) => rules.asking(context) === 'acceptPrivacy',
    isSinglePage: ({ context }) => context.settings.place === 'singlePage',
    isUnanswered: ({ context }) => context.tappedAt !== undefined,
    isKnownCode: ({ context, event }) => event.text === context.lastCode,
    isNobodysCode: ({ context }) => context.tappedAt === undefined && context.isForgotten,
    isOfGivenUpSheet: ({ context, event }) => rules.isOfGivenUpSheet(context, event.failure.reason),
    isToldOfPrivacyAgain: ({ context }) => rules.isToldOfPrivacyAgain(context),
    pageVerifies: ({ context: { settings } }) => !settings.exchanger,
    isByPage: ({ context: { exchange } }) => !exchange.exchanger,
    hasReserve: ({ context: { exchange } }) => exchange.reserve.length > 0,
    isDeadline: ({ context, event }) => event.request === context.deadline,
    isOfferOver: ({ context: { sendable }, event }) => sendable && event.request === sendable.expiry,
    isOfCall: ({ context, event }) => rules.isOfOpenCall(context, event.request),
    isHeardOfCall: ({ context, event }) =>
      rules.isOfOpenCall(context, event.request) &&
      (!context.hiddenBy || (context.hiddenBy === 'page' && !context.outbox.isDetached)),
    isOfLastCall: ({ context: { exchange }, event }) => event.request === exchange.request,
    hasEarlierCall: ({ context: { code }, event }) => code.openCalls.some((call) => call !== event.request),
    isCodeOfPage: ({ context: { code, exchange }, event }) =>
      code !== undefined && code.text === event.code && !exchange?.exchanger,
    isCalledAgainAtOnce: ({ context }) => rules.isCalledAgainAtOnce(context),
    isPauseGoingOn: ({ context: { exchange }, event }) => rules.secondsLeft(exchange.pause, event.at) > 0,
    isVerification: ({ event }) => event.failure.isVerification,
    holds: ({ context, event }) => rules.holds(context, context.settings.exchanger, event.at),
  },
  actions: {
    configure: assign({ settings: ({ event }) => event.settings }),
    agree: assign({ agreed: ({ event }) => event.agreed }),
    privacyChecked: assign(({ context: { privacy }, event: { request, needed } }) =>
      privacy === request ? { privacy: needed ? 'needed' : 'settled' } : {},
    ),
    privacyAgreed: assign({ privacy: 'settled', privacyRefusedAt: undefined }),
    agreeToAll: assign({ agreed: true }),
    askForConsent: assign({ isAskedForConsent: true }),
    consentBack: assign({ isAskedForConsent: false }),
    // Where that is required, nobody comes so far who has not agreed, or does not by this tap.
    consent: assign({ agreed: ({ context: { settings, agreed } }) => settings.requireAgreement || agreed }),
    newState: assign(ONLY_IN_A_STATE),
    privacyPauseGoesOn: assign(({ context, event: { at } }) => {
      const left = Math.min(rules.privacyPauseLeft(context, at), context.privacyPause.seconds - 1);
      return { ...ONLY_IN_A_STATE, ...pausedForPrivacy(context, left) };
    }),
    limitPrivacyPause: ({ context: { outbox, privacyPause } }) =>
      privacyPause && outbox.startDeadline(privacyPause.deadline, SECOND),
    pageShown: ({ context: { outbox } }) => outbox.pageShown(),
    pageHidden: ({ context: { outbox } }) => outbox.pageHidden(),
    attach: ({ context: { outbox } }) => outbox.attached(),
    detach: ({ context: { outbox } }) => outbox.detached(),
    keep: ({ context: { outbox } }) => outbox.add('keep'),
    dropHeld: ({ context: { outbox } }) => outbox.dropHeld(),
    forget: assign(({ context }) => ({ undelivered: undefined, isForgotten: context.givenUp > 0 })),
    forgetCode: assign({ code: undefined, sendable: undefined, exchange: undefined }),

    show: assign({ hiddenBy: undefined }),
    dropNumber: assign({ undelivered: undefined }),
    openPrompt: assign(({ context }) => ({ ...opened(context), reason: undefined, sendable: undefined })),
    openOffer: assign(({ context }) => ({ ...opened(context), reason: context.sendable.reason })),
    startExpiry: ({ context: { outbox, sendable, code }, event }) =>
      outbox.startDeadline(sendable.expiry, rules.lifeLeft(code, event.at)),
    checkPrivacy: ({ context: { outbox, settings, privacy } }) => settings.asksPrivacy && outbox.checkPrivacy(privacy),
    leave: assign(({ context, event }, { by }) => ({
      hiddenBy: by,
      isAskedForConsent: false,
      tappedAt: undefined,
      givenUp: givenUpSheet(context),
      closedItselfAt: by === 'page' ? context.closedItselfAt : event.at,
    })),
    dropExchange: assign(({ context }) => dropped(context)),
    tellClosedByUser: ({ context: { outbox } }) => {
      outbox.close('user_cancelled');
      outbox.dropHeld();
    },
    tellOtherLogin: ({ context: { outbox, reason, refusals } }, { isTried = true } = {}) =>
      outbox.trigger('other-login', { reason: isTried ? reason : undefined, refusals }),
    countRefusal: assign({ refusals: ({ context }) => context.refusals + 1 }),
    tellDeclined,

    ask: assign(({ context, event: { at } }) => ({
      reason: undefined,
      tappedAt: at,
      givenUp: givenUpSheet(context),
      isForgotten: false,
      inPrivacyPause: rules.isInPrivacyPause(context, at),
      deadline: context.lastId + 1,
      lastId: context.lastId + 1,
    })),
    limitAuthorization: ({ context: { outbox, deadline, inPrivacyPause } }) =>
      outbox.startDeadline(deadline, inPrivacyPause ? PRIVACY_PAUSE_DEADLINE : AUTHORIZATION_DEADLINE),
    giveUpSheet: assign({ givenUp: ({ context }) => givenUpSheet(context) }),
    sheetAnswered: assign(({ context }) => sheetAnswered(context)),
    limitNewerSheet: ({ context: { outbox, deadline } }) => outbox.startDeadline(deadline, AUTHORIZATION_DEADLINE),
    tellAgreementNeeded: ({ context: { outbox, settings } }) => outbox.tellAgreementNeeded(settings),
    tellAgreementNotOpened: ({ context: { outbox, settings } }) => outbox.tellAgreementNotOpened(settings),
    runOutOfQuota: assign({ reason: 'quota_exhausted', tappedAt: undefined }),
    tellNoQuota,

    dropCode: assign(({ context, event }) => codeSeen(context, event)),
    reserve: assign(({ context, event }) => {
      const { exchange } = context;
      const reserve = [...exchange.reserve, rules.newCode(context, event.text, event.at)];
      return { ...codeSeen(context, event), exchange: { ...exchange, reserve } };
    }),
    begin: assign(({ context, event }) => {
      const code = rules.newCode(context, event.text, event.at);
      return Object.assign(begun(context, code, event.at), codeSeen(context, event));
    }),
    beginAgain: assign(({ context, event }) => begun(context, context.code, event.at)),
    withdrawOffer: assign({ sendable: undefined }),
    showExpired: assign({ ...ONLY_IN_A_STATE, sendable: undefined, reason: 'code_invalid' }),
    tellExpired: ({ context: { outbox, settings } }) => outbox.tellFailure(settings, CODE_INVALID),
    callAgain: assign(({ context, event }) => nextCall(context, event.at)),
    slowDown: assign(({ context: { exchange, settings } }) => ({
      exchange: { ...exchange, isSlow: settings.showsGuidance },
    })),
    limitRest: ({ context, event }) =>
      context.outbox.startDeadline(context.lastId + 1, rules.callTimeLeft(context, event.at)),
    goOnSlowly: assign(({ context: { exchange, lastId } }) => ({
      exchange: { ...exchange, isSlow: true },
      deadline: lastId + 1,
      lastId: lastId + 1,
    })),
    awaitEarlierCall: assign(({ context: { exchange } }) => ({ exchange: { ...exchange, usedUp: true } })),
    callClosed: assign((args) => (rules.isOfOpenCall(args.context, args.event.request) ? callClosed(args) : {})),
    limitAwaiting: ({ context: { outbox, deadline } }) => outbox.startDeadline(deadline, VERIFICATION_DEADLINE),
    limitPause: ({ context: { outbox, deadline } }) => outbox.startDeadline(deadline, SECOND),
    pauseOn: assign(({ context, event: { at } }) => {
      const { reason } = context.exchange.pause;
      return withPause(context, reason, rules.secondsLeft(context.exchange.pause, at), at);
    }),
    doubt: assign({ code: ({ context }) => ({ ...context.code, isDoubtful: true }) }),
    endPause: assign(({ context: { exchange } }) =>
      withFailure(exchange, { reason: exchange.pause.reason, isVerification: true }),
    ),
    newDeadline: assign(({ context: { lastId } }) => ({ deadline: lastId + 1, lastId: lastId + 1 })),
    resume: ({ context: { outbox, exchange, deadline } }) =>
      outbox.startDeadline(deadline, exchange.pause ? SECOND : rules.patience(exchange)),
    send,

    reportFailure: ({ context: { outbox, code, exchange }, event }) =>
      outbox.report(rules.timings(code, event.at), exchange.failure),
    takeFromReserve: assign(({ context: { code, exchange, lastId }, event }) => {
      const [next, ...reserve] = exchange.reserve;
      const former = { code: rules.succeeding(next, code), exchange: { ...exchange, reserve, count: 0 }, lastId };
      return nextCall(former, event.at);
    }),
    tellNoNumber,
    endExchange: assign(({ context, event }) => ({
      ...leftOfCode(context, event.at),
      reason: context.exchange.failure.reason,
      serverMessage: rules.messageShown(context.settings, context.exchange.failure),
      exchange: undefined,
      lastId: context.lastId + 1,
    })),
    tellNumber,
    tellPageSucceeded,
    handOverWaiting,
    reportNumber: ({ context, event: { type, at } }) =>
      context.outbox.report(type === 'numberSaved' ? rules.untimed(context) : rules.timings(context.code, at)),
    keepNumber: assign(({ context: { code, settings }, event: { type, success, at } }) => ({
      undelivered: { success, button: type === 'numberSaved' ? settings.button : code.button, cameAt: at },
    })),
    complete: assign(({ context: { hiddenBy, closedItselfAt }, event }) => ({
      hiddenBy: 'page',
      closedItselfAt: hiddenBy ? closedItselfAt : event.at,
      reason: undefined,
      tappedAt: undefined,
      code: undefined,
      sendable: undefined,
      exchange: undefined,
      undelivered: undefined,
    })),

    reportLost: ({ context, event }) => context.outbox.report(rules.untimed(context), event.failure),
    lose: assign(({ context, event: { failure } }) => ({
      ...dropped(context),
      reason: failure.reason,
      serverMessage: failure.isVerification ? rules.messageShown(context.settings, failure) : undefined,
    })),
    askStill: assign(({ context, event }) => ({
      ...dropped(context),
      reason: undefined,
      tappedAt: event.at,
      inPrivacyPause: false,
    })),
  },
}).createMachine({
  context: ({ input }) => input,
  initial: 'hidden',
  on: {
    configure: { actions: 'configure' },
    agree: { actions: 'agree' },
    agreementNotOpened: { guard: 'isShown', actions: 'tellAgreementNotOpened' },
    privacyChecked: { actions: 'privacyChecked' },
    privacyAgreed: { actions: 'privacyAgreed' },
    consentBack: { actions: 'consentBack' },
    otherLoginLeft: { actions: { type: 'tellOtherLogin', params: { isTried: false } } },
    pageShown: { actions: 'pageShown' },
    pageHidden: { actions: 'pageHidden' },
    attached: { actions: 'attach' },
    detached: {
      actions: [
        'detach',
        raise(({ event }) => ({ type: 'hide', at: event.at })),
        raise(({ event }) => ({ type: 'keep', at: event.at })),
      ],
    },
    keep: { guard: 'holds', actions: 'keep' },
    forget: [{ guard: 'isHidden', target: '.hidden', actions: ['forget', 'forgetCode'] }, { actions: 'forget' }],
    show: [
      { guard: 'isRerendering' },
      { guard: 'isNumberWaiting', target: '.verified', actions: ['handOverWaiting', 'show'] },
      { guard: 'isSendable', target: '.failed', actions: ['dropNumber', 'openOffer', 'startExpiry', 'checkPrivacy'] },
      { target: '.prompting', actions: ['dropNumber', 'openPrompt', 'checkPrivacy'] },
    ],
    hide: { guard: 'isShown', target: '.hidden', actions: ['dropHeld', leave('page')] },
    decline: { guard: 'isShown', target: '.hidden', actions: closeByUser },
    dismiss: { guard: 'isShown', target: '.hidden', actions: closeByUser },
    codeCame: [
      { guard: 'isKnownCode' },
      { guard: 'isNobodysCode', actions: 'dropCode' },
      { guard: 'pageVerifies', target: '.verifying.byPage', actions: ['dropHeld', 'begin'] },
      { target: '.verifying.calling', actions: ['dropHeld', 'begin'] },
    ],
    refused: [
      { guard: 'isOfGivenUpSheet', actions: 'sheetAnswered' },
      { guard: 'canSendAgain' },
      { guard: 'isShown', target: '.rejected', actions: refusal },
      { actions: refusal },
    ],
    noQuota: [
      { guard: 'isOfGivenUpSheet', actions: 'sheetAnswered' },
      { guard: 'canSendAgain' },
      { guard: 'isShown', target: '.out_of_quota', actions: ['tellNoQuota', 'runOutOfQuota'] },
      { actions: 'tellNoQuota' },
    ],
    number: [
      { guard: 'isHeardOfCall', target: '.verified', actions: 'tellNumber' },
      { guard: 'isOfCall', target: '.hidden', actions: ['reportNumber', 'keepNumber', 'forgetCode'] },
    ],
    noNumber: { guard: 'isOfCall', actions: 'callClosed' },
    pageNumber: { guard: 'isCodeOfPage', target: '.verified', actions: 'tellPageSucceeded' },
    numberSaved: [
      { guard: 'isShown', target: '.verified', actions: 'tellNumber' },
      { actions: ['reportNumber', 'keepNumber'] },
    ],
    lost: [
      {
        guard: and(['isShown', 'isVerification']),
        target: '.failed',
        actions: [...rejection(ofEvent, rules.untimed), 'lose'],
      },
      { guard: 'isShown', target: '.rejected', actions: [...rejection(ofEvent, rules.untimed), 'lose'] },
      { actions: 'reportLost' },
    ],
    stillAsked: { guard: 'isShown', target: '.prompting', actions: 'askStill' },
  },
  states: {
    hidden: { id: 'hidden', exit: 'newState', on: { showInline } },
    prompting: {
      exit: 'newState',
      on: {
        show: {},
        tap,
        privacyAgreed,
        decline: [
          { guard: 'isUnanswered', target: 'hidden', actions: closeByUser },
          { target: 'hidden', actions: ['tellDeclined', 'countRefusal', leave('user')] },
        ],
        otherLogin: otherLogin('prompting'),
      },
    },
    authorizing: {
      exit: 'newState',
      on: {
        show: {},
        tap: { actions: 'giveUpSheet' },
        dismiss: {},
        refused: { guard: 'isOfGivenUpSheet', actions: ['sheetAnswered', 'newDeadline', 'limitNewerSheet'] },
        deadlinePassed: [
          {
            guard: and(['isDeadline', 'isToldOfPrivacyAgain']),
            target: 'rejected',
            actions: rejection(constantly(PRIVACY_REFUSED), rules.untimed),
          },
          { guard: 'isDeadline', target: 'prompting' },
        ],
      },
    },
    rejected: {
      exit: 'newState',
      on: {
        tap,
        privacyAgreed,
        otherLogin: otherLogin('rejected'),
        deadlinePassed: { guard: 'isPrivacyDeadline', actions: ['privacyPauseGoesOn', 'limitPrivacyPause'] },
      },
    },
    failed: {
      id: 'failed',
      exit: 'newState',
      on: {
        show: { guard: 'canSendAgain' },
        privacyAgreed,
        tap: [
          takeNumber,
          {
            guard: and(['isSendable', 'pageVerifies']),
            target: 'verifying.byPage',
            actions: ['dropHeld', 'beginAgain'],
          },
          { guard: 'isSendable', target: 'verifying.calling', actions: ['dropHeld', 'beginAgain'] },
          { guard: and(['canSendAgain', 'showsGuidance']), actions: 'showExpired' },
          { guard: 'canSendAgain', actions: ['tellExpired', 'withdrawOffer'] },
          ...tap,
        ],
        otherLogin: otherLogin('failed'),
        deadlinePassed: { guard: 'isOfferOver', actions: 'withdrawOffer' },
      },
    },
    out_of_quota: { exit: 'newState', on: { otherLogin: otherLogin('out_of_quota') } },
    verifying: {
      exit: 'newState',
      on: {
        otherLogin: otherLoginMeanwhile,
        show: [{ guard: 'isRerendering' }, { actions: 'show' }],
        hide: { guard: 'isShown', actions: ['dropHeld', leave('page')] },
        decline: { guard: 'isShown', actions: closeByUser },
        dismiss: {},
        attached: { actions: ['attach', 'newDeadline', 'resume'] },
        codeCame: [{ guard: 'isKnownCode' }, { guard: 'isNobodysCode', actions: 'dropCode' }, { actions: 'reserve' }],
        refused: onlyOfGivenUpSheet,
        noQuota: onlyOfGivenUpSheet,
      },
      states: {
        byPage: {
          entry: 'send',
          on: {
            hide: { guard: 'isShown', target: '#hidden', actions: ['dropHeld', leave('page'), 'dropExchange'] },
            pageNoNumber: { guard: 'isCodeOfPage', target: 'over', actions: fail(ofEvent) },
            deadlinePassed: [
              goOnSlowly,
              { guard: 'isDeadline', target: 'over', actions: ['doubt', fail(constantly(TIMEOUT))] },
            ],
          },
        },
        calling: {
          entry: 'send',
          on: {
            noNumber: callFailed('isOfLastCall', ofEvent),
            deadlinePassed: [
              goOnSlowly,
              {
                guard: and(['isDeadline', 'isCalledAgainAtOnce', 'isFresh']),
                target: 'calling',
                reenter: true,
                actions: ['slowDown', 'callAgain'],
              },
              {
                guard: and(['isDeadline', 'isCalledAgainAtOnce']),
                target: 'over',
                actions: ['slowDown', fail(constantly(CODE_INVALID))],
              },
              ...callFailed('isDeadline', constantly(TIMEOUT)),
            ],
          },
        },
        pausing: {
          entry: 'limitPause',
          on: {
            hide: { guard: 'isShown', target: 'over', actions: ['dropHeld', leave('page'), 'endPause'] },
            decline: { guard: 'isShown', target: 'over', actions: [...closeByUser, 'endPause'] },
            otherLogin: {
              guard: otherLoginMeanwhile.guard,
              target: 'over',
              actions: [
                'tellClosedByUser',
                leave('otherLogin'),
                'endPause',
                raise(({ event }) => ({ type: 'otherLoginLeft', at: event.at })),
              ],
            },
            deadlinePassed: [
              { guard: and(['isDeadline', 'isPauseGoingOn']), target: 'pausing', reenter: true, actions: 'pauseOn' },
              { guard: and(['isDeadline', 'isFresh']), target: 'calling', actions: 'callAgain' },
              { guard: 'isDeadline', target: 'over', actions: fail(constantly(CODE_INVALID)) },
            ],
          },
        },
        awaitingEarlierCall: {
          entry: 'limitAwaiting',
          on: {
            noNumber: [
              { guard: 'hasEarlierCall', actions: 'callClosed' },
              { guard: 'isOfCall', target: 'over', actions: ['callClosed', fail(constantly(CODE_INVALID))] },
            ],
            deadlinePassed: { guard: 'isDeadline', target: 'over', actions: fail(constantly(CODE_INVALID)) },
          },
        },
        over: {
          always: [
            {
              guard: and(['hasReserve', 'isByPage']),
              target: 'byPage',
              actions: ['reportFailure', 'takeFromReserve'],
            },
            { guard: 'hasReserve', target: 'calling', actions: ['reportFailure', 'takeFromReserve'] },
            {
              guard: and(['isShown', 'isNumberWaiting']),
              target: '#verified',
              actions: ['reportFailure', 'handOverWaiting'],
            },
            { guard: 'isShown', target: '#failed', actions: ['tellNoNumber', 'endExchange'] },
            { target: '#hidden', actions: ['tellNoNumber', 'endExchange'] },
          ],
        },
      },
      initial: 'calling',
    },
    verified: {
      id: 'verified',
      entry: 'complete',
      exit: 'newState',
      on: { showInline, refused: onlyOfGivenUpSheet, noQuota: onlyOfGivenUpSheet, forget: { actions: 'forget' } },
    },
  },
});

function start(popup) {
  const actor = createActor(machine, { input: popup }).start();
  return {
    send: (event) => actor.send(event),
    get state() {
      const { value } = actor.getSnapshot();
      return typeof value === 'string' ? value : 'verifying';
    },
    get popup() {
      return actor.getSnapshot().context;
    },
  };
}

export const PhonePopup = boundary(start);
export { classify } from './shared/classify.mjs';
export { classifyReply } from './shared/classify-reply.mjs';
export { notice } from './shared/notice.mjs';
export { maskPhoneNumber } from './shared/phone-numbers.mjs';
