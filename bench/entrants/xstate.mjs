/**
 * The popup as an XState 5 machine: classification at the edge, one action per thing to do, `assign` for what changes.
 * Effects go to the outbox that its host gives it.
 */
import { assign, createActor, setup } from 'xstate';

import * as effects from './shared/effects.mjs';
import { judged } from './shared/judged.mjs';
import { Screen } from './shared/screen.mjs';

const { AUTHORIZATION_DEADLINE, VERIFICATION_DEADLINE } = effects;

const add = ({ context }, ...more) => void context.outbox.push(...more);
const asked = ({ tappedAt }, now) => (tappedAt === undefined ? undefined : now - tappedAt);

function tellFailure({ context, event: { failure, now } }) {
  const { mode, locale, refusals } = context;
  add({ context }, effects.reportFailure(mode, now, failure, asked(context, now)));
  if (effects.isExplained(failure.reason)) add({ context }, effects.explain(failure.reason, failure.raw));
  add({ context }, effects.reject(failure, refusals), effects.failure(locale, failure.reason));
}

function tellNoQuota({ context, event: { now } }) {
  const failure = { reason: 'quota_exhausted', errno: 1400001 };
  const report = effects.reportFailure(context.mode, now, failure, asked(context, now));
  const explain = effects.explain(failure.reason);
  const told = effects.trigger('phoneNumberQuotaExceeded', {});
  add({ context }, report, explain, told, effects.noQuota(context.locale));
}

function tellNumber({ context, event: { number, now } }) {
  const { mode, locale, tappedAt, codeAt } = context;
  const authorization = tappedAt === undefined ? undefined : codeAt - tappedAt;
  const report = effects.reportSuccess(mode, now, authorization, now - codeAt);
  add({ context }, report, effects.close(), ...effects.loggedIn(number), effects.success(locale));
}

function tellNoNumber({ context, event: { failure, now } }) {
  const { mode, locale, tappedAt, codeAt, refusals } = context;
  const authorization = tappedAt === undefined ? undefined : codeAt - tappedAt;
  add({ context }, effects.reportFailure(mode, now, failure, authorization, now - codeAt));
  if (effects.isExplained(failure.reason)) add({ context }, effects.explain(failure.reason, failure.raw));
  add({ context }, effects.reject(failure, refusals), effects.verificationFailure(locale, failure.reason));
}

const machineSetup = setup({
  guards: {
    mustAgree: ({ context }) => context.requireAgreement && !context.agreed,
    isAnswerToOpenRequest: ({ context, event }) => event.request === context.request,
  },
  actions: {
    agree: assign({ agreed: ({ event }) => event.agreed }),
    askedAgain: assign({ request: ({ context }) => context.request + 1, tappedAt: ({ event }) => event.now }),
    codeCame: assign({ request: ({ context }) => context.request + 1, codeAt: ({ event }) => event.now }),
    refused: assign({
      refusals: ({ context, event }) => context.refusals + (event.failure.reason === 'user_denied' ? 1 : 0),
      reason: ({ event }) => event.failure.reason,
    }),
    failed: assign({ reason: ({ event }) => event.failure.reason }),
    answered: assign({ tappedAt: undefined }),
    tellAgreementNeeded: ({ context }) => add({ context }, effects.agreementNeeded(context.locale)),
    limitAuthorization: ({ context }) =>
      add({ context }, effects.startDeadline(context.request, AUTHORIZATION_DEADLINE)),
    limitVerification: ({ context }) => add({ context }, effects.startDeadline(context.request, VERIFICATION_DEADLINE)),
    callFunction: ({ context, event }) =>
      add({ context }, effects.verify(context.request, context.cloudFunction, event.code)),
    tellRefusalCloses: ({ context }) => add({ context }, effects.close('user_denied')),
    tellUserCloses: ({ context }) => add({ context }, effects.close('user_cancelled')),
    stopDeadline: ({ context }) => add({ context }, effects.stopDeadline()),
    tellFailure,
    tellNoQuota,
    tellNumber,
    tellNoNumber,
  },
});

const tap = [
  { guard: 'mustAgree', actions: 'tellAgreementNeeded' },
  { target: 'authorizing', actions: ['askedAgain', 'limitAuthorization'] },
];
const code = { target: 'verifying', actions: ['codeCame', 'limitVerification', 'callFunction'] };
const quota = { target: 'out_of_quota', actions: ['tellNoQuota', 'answered'] };
const refused = { target: 'rejected', actions: ['refused', 'tellFailure', 'answered'] };
const decline = { target: 'hidden', actions: ['refused', 'tellFailure', 'tellRefusalCloses'] };
const leave = { target: 'hidden', actions: 'tellUserCloses' };
const andStop = ({ target, actions }) => ({ target, actions: [...actions, 'stopDeadline'] });

const machine = machineSetup.createMachine({
  context: ({ input }) => ({ ...input, agreed: false, refusals: 0, request: 0 }),
  initial: 'hidden',
  on: { agree: { actions: 'agree' } },
  states: {
    hidden: { on: { show: 'prompting' } },
    prompting: { on: { tap, code, quota, refused, decline, hide: 'hidden' } },
    authorizing: {
      on: {
        code,
        quota: andStop(quota),
        refused: andStop(refused),
        decline: { target: 'hidden', actions: ['answered', 'tellUserCloses', 'stopDeadline'] },
        hide: { target: 'hidden', actions: 'stopDeadline' },
        deadlinePassed: { guard: 'isAnswerToOpenRequest', target: 'prompting', actions: 'stopDeadline' },
      },
    },
    verifying: {
      on: {
        number: {
          guard: 'isAnswerToOpenRequest',
          target: 'verified',
          actions: ['tellNumber', 'answered', 'stopDeadline'],
        },
        noNumber: {
          guard: 'isAnswerToOpenRequest',
          target: 'failed',
          actions: ['failed', 'tellNoNumber', 'answered', 'stopDeadline'],
        },
      },
    },
    verified: { on: { show: 'prompting', code } },
    rejected: { on: { tap, code, quota, refused, show: 'prompting', decline: leave, hide: 'hidden' } },
    failed: { on: { tap, code, quota, refused, show: 'prompting', decline: leave, hide: 'hidden' } },
    out_of_quota: { on: { code, refused, show: 'prompting', decline: leave, hide: 'hidden' } },
  },
});

class Popup {
  constructor(options) {
    this.outbox = [];
    this.screen = new Screen(options);
    this.actor = createActor(machine, { input: { ...options, outbox: this.outbox } });
    this.actor.start();
    this.state = 'hidden';
  }

  dispatch(event, now) {
    const { actor, screen, outbox } = this;
    if (event.type === 'show' || event.type === 'hide') screen.assumeShown(event.type === 'show');
    actor.send(judged(event, now));
    const { value: state, context } = actor.getSnapshot();
    if (state !== this.state) outbox.push(effects.stateChange(state));
    this.state = state;
    const { agreed, refusals, reason } = context;
    return { patch: screen.update({ state, agreed, refusals, reason }), effects: outbox.splice(0) };
  }
}

export const open = (options) => new Popup(options);
