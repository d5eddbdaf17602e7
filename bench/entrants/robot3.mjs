/** The popup as a robot3 machine, with the same edge; what is done stands in the actions of its transitions. */
import { action, createMachine, guard, interpret, reduce, state, transition } from 'robot3';

import * as effects from './shared/effects.mjs';
import { judged } from './shared/judged.mjs';
import { Screen } from './shared/screen.mjs';

const { AUTHORIZATION_DEADLINE, VERIFICATION_DEADLINE } = effects;

const asked = ({ tappedAt }, now) => (tappedAt === undefined ? undefined : now - tappedAt);
const untilCode = ({ tappedAt, codeAt }) => (tappedAt === undefined ? undefined : codeAt - tappedAt);
const forget = ({ tappedAt, ...context }) => context;

const mustAgree = guard((context) => context.requireAgreement && !context.agreed);
const isAnswerToOpenRequest = guard((context, { request }) => request === context.request);

const agree = reduce((context, { agreed }) => ({ ...context, agreed }));
const answered = reduce(forget);
const countRefusal = reduce((context, { failure: { reason } }) => ({
  ...context,
  refusals: context.refusals + (reason === 'user_denied' ? 1 : 0),
  reason,
}));
const fail = reduce((context, { failure: { reason } }) => ({ ...context, reason }));
const ask = reduce((context, { now }) => ({ ...context, request: context.request + 1, tappedAt: now }));
const takeCode = reduce((context, { now }) => ({ ...context, request: context.request + 1, codeAt: now }));

const stopDeadline = action(({ outbox }) => void outbox.push(effects.stopDeadline()));
const tellAgreementNeeded = action(({ outbox, locale }) => void outbox.push(effects.agreementNeeded(locale)));
const limitAuthorization = action(
  ({ outbox, request }) => void outbox.push(effects.startDeadline(request, AUTHORIZATION_DEADLINE)),
);
const callFunction = action(({ outbox, request, cloudFunction }, { code }) => {
  outbox.push(effects.startDeadline(request, VERIFICATION_DEADLINE), effects.verify(request, cloudFunction, code));
});

function tellDeveloper({ outbox }, { reason, raw }) {
  if (effects.isExplained(reason)) outbox.push(effects.explain(reason, raw));
}

const tellFailure = action((context, { failure, now }) => {
  const { outbox, mode, locale, refusals } = context;
  outbox.push(effects.reportFailure(mode, now, failure, asked(context, now)));
  tellDeveloper(context, failure);
  outbox.push(effects.reject(failure, refusals), effects.failure(locale, failure.reason));
});

const tellNoNumber = action((context, { failure, now }) => {
  const { outbox, mode, locale, refusals, codeAt } = context;
  outbox.push(effects.reportFailure(mode, now, failure, untilCode(context), now - codeAt));
  tellDeveloper(context, failure);
  outbox.push(effects.reject(failure, refusals), effects.verificationFailure(locale, failure.reason));
});

const tellNoQuota = action((context, { now }) => {
  const failure = { reason: 'quota_exhausted', errno: 1400001 };
  const report = effects.reportFailure(context.mode, now, failure, asked(context, now));
  const told = effects.trigger('phoneNumberQuotaExceeded', {});
  context.outbox.push(report, effects.explain(failure.reason), told, effects.noQuota(context.locale));
});

const tellRefusalCloses = action(({ outbox }) => void outbox.push(effects.close('user_denied')));
const tellUserCloses = action(({ outbox }) => void outbox.push(effects.close('user_cancelled')));

const tellNumber = action((context, { number, now }) => {
  const { outbox, mode, locale, codeAt } = context;
  const report = effects.reportSuccess(mode, now, untilCode(context), now - codeAt);
  outbox.push(report, effects.close(), ...effects.loggedIn(number), effects.success(locale));
});

const show = transition('show', 'prompting');
const close = [transition('decline', 'hidden', tellUserCloses), transition('hide', 'hidden')];
const code = transition('code', 'verifying', takeCode, callFunction);
const quota = (...then) => transition('quota', 'out_of_quota', tellNoQuota, answered, ...then);
const refused = (...then) => transition('refused', 'rejected', countRefusal, tellFailure, answered, ...then);
const tap = [
  transition(
    'tap',
    'authorizing',
    guard((context) => !context.requireAgreement || context.agreed),
    ask,
    limitAuthorization,
  ),
];
const inPlace = (name) => [transition('agree', name, agree), transition('tap', name, mustAgree, tellAgreementNeeded)];
const afterFailure = (name) => state(...inPlace(name), ...tap, ...close, show, code, quota(), refused());

const context = (options) => ({ ...options, agreed: false, refusals: 0, request: 0 });

const machine = createMachine(
  'hidden',
  {
    hidden: state(show, transition('agree', 'hidden', agree)),
    prompting: state(
      ...inPlace('prompting'),
      ...tap,
      transition('decline', 'hidden', countRefusal, tellFailure, tellRefusalCloses),
      transition('hide', 'hidden'),
      code,
      quota(),
      refused(),
    ),
    authorizing: state(
      transition('agree', 'authorizing', agree),
      transition('decline', 'hidden', answered, tellUserCloses, stopDeadline),
      transition('hide', 'hidden', stopDeadline),
      transition('deadlinePassed', 'prompting', isAnswerToOpenRequest, stopDeadline),
      code,
      quota(stopDeadline),
      refused(stopDeadline),
    ),
    verifying: state(
      transition('agree', 'verifying', agree),
      transition('number', 'verified', isAnswerToOpenRequest, tellNumber, answered, stopDeadline),
      transition('noNumber', 'failed', isAnswerToOpenRequest, fail, tellNoNumber, answered, stopDeadline),
    ),
    verified: state(show, code, transition('agree', 'verified', agree)),
    rejected: afterFailure('rejected'),
    failed: afterFailure('failed'),
    out_of_quota: state(show, code, refused(), ...close, transition('agree', 'out_of_quota', agree)),
  },
  context,
);

class Popup {
  constructor(options) {
    this.outbox = [];
    this.screen = new Screen(options);
    this.service = interpret(machine, () => undefined, { ...options, outbox: this.outbox });
    this.state = 'hidden';
  }

  dispatch(event, now) {
    const { service, screen, outbox } = this;
    if (event.type === 'show' || event.type === 'hide') screen.assumeShown(event.type === 'show');
    service.send(judged(event, now));
    const state = service.machine.current;
    if (state !== this.state) outbox.push(effects.stateChange(state));
    this.state = state;
    const { agreed, refusals, reason } = service.context;
    return { patch: screen.update({ state, agreed, refusals, reason }), effects: outbox.splice(0) };
  }
}

export const open = (options) => new Popup(options);
