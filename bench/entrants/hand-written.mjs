/**
 * The popup without any library, as short a way as JavaScript has: the limit. A function per event, the state in
 * fields, the patch written field by field.
 */

import { classify } from './shared/classify.mjs';
import { classifyReply } from './shared/classify-reply.mjs';
import * as effects from './shared/effects.mjs';
import { rowOf } from './shared/table.mjs';
import { texts } from './shared/texts.mjs';

const NO_QUOTA = { reason: 'quota_exhausted', errno: 1400001 };
const DENIED = { reason: 'user_denied' };

class Popup {
  constructor({ locale, mode, cloudFunction, requireAgreement }) {
    Object.assign(this, { locale, mode, cloudFunction, requireAgreement });
    this.openType = mode === 'realtime' ? 'getRealtimePhoneNumber' : 'getPhoneNumber';
    this.state = 'hidden';
    this.agreed = false;
    this.refusals = 0;
    this.request = 0;
    this.reason = this.tappedAt = this.codeAt = undefined;
    this.shown = shownIn('hidden', this);
  }

  dispatch(event, now) {
    const before = this.state;
    const done = [];
    this.happen(event, now, done);
    if (this.state !== before) done.push(effects.stateChange(this.state));
    const shown = shownIn(this.state, this);
    const patch = difference(shown, this.shown);
    this.shown = shown;
    return { patch, effects: done };
  }

  happen(event, now, done) {
    switch (event.type) {
      case 'show':
        this.shown.showPhonePopup = true;
        if (!isOpen(this.state) && this.state !== 'verifying') this.state = 'prompting';
        break;
      case 'hide':
        this.shown.showPhonePopup = false;
        this.hide(done);
        break;
      case 'tap':
        this.tap(now, done);
        break;
      case 'agree':
        this.agreed = event.agreed;
        break;
      case 'decline':
        this.decline(now, done);
        break;
      case 'authorized':
        if (this.state !== 'verifying') this.authorized(classify(event.event), now, done);
        break;
      case 'verified':
        if (this.state === 'verifying' && event.request === this.request) {
          this.verified(classifyReply(event.reply), now, done);
        }
        break;
      case 'deadlinePassed':
        if (this.state === 'authorizing' && event.request === this.request) {
          this.state = 'prompting';
          done.push(effects.stopDeadline());
        }
        break;
    }
  }

  hide(done) {
    if (this.state === 'authorizing') done.push(effects.stopDeadline());
    if (this.state !== 'verifying' && this.state !== 'verified') this.state = 'hidden';
  }

  tap(now, done) {
    if (!takesTaps(this.state)) return;
    if (this.requireAgreement && !this.agreed) {
      done.push(effects.agreementNeeded(this.locale));
      return;
    }
    this.tappedAt = now;
    this.state = 'authorizing';
    done.push(effects.startDeadline(++this.request, effects.AUTHORIZATION_DEADLINE));
  }

  decline(now, done) {
    const { state } = this;
    if (state === 'verifying' || state === 'verified') return;
    this.state = 'hidden';
    const isRefusal = state === 'prompting';
    if (isRefusal) this.tellFailure(DENIED, undefined, now, done);
    if (state !== 'hidden') done.push(effects.close(isRefusal ? DENIED.reason : 'user_cancelled'));
    if (state === 'authorizing') done.push(effects.stopDeadline());
  }

  authorized(outcome, now, done) {
    const wasAsking = this.state === 'authorizing';
    if (outcome.kind === 'ok') {
      this.codeAt = now;
      this.state = 'verifying';
      const request = ++this.request;
      done.push(effects.startDeadline(request, effects.VERIFICATION_DEADLINE));
      done.push(effects.verify(request, this.cloudFunction, outcome.code));
      return;
    }
    const asked = this.tappedAt === undefined ? undefined : now - this.tappedAt;
    this.tappedAt = undefined;
    if (outcome.kind === 'quota') this.noQuota(asked, now, done);
    else this.refused(outcome, asked, now, done);
    if (wasAsking) done.push(effects.stopDeadline());
  }

  noQuota(asked, now, done) {
    this.state = 'out_of_quota';
    done.push(effects.reportFailure(this.mode, now, NO_QUOTA, asked), effects.explain(NO_QUOTA.reason));
    done.push(effects.trigger('phoneNumberQuotaExceeded', {}), effects.noQuota(this.locale));
  }

  refused(failure, asked, now, done) {
    this.state = 'rejected';
    this.reason = failure.reason;
    this.tellFailure(failure, asked, now, done);
  }

  tellFailure(failure, asked, now, done) {
    const { reason } = failure;
    if (reason === 'user_denied') this.refusals++;
    done.push(effects.reportFailure(this.mode, now, failure, asked));
    if (effects.isExplained(reason)) done.push(effects.explain(reason, failure.raw));
    done.push(effects.reject(failure, this.refusals), effects.failure(this.locale, reason));
  }

  verified(answer, now, done) {
    const { mode, tappedAt, codeAt } = this;
    const asked = tappedAt === undefined ? undefined : codeAt - tappedAt;
    this.tappedAt = undefined;
    if (answer.kind === 'ok') {
      this.state = 'verified';
      done.push(
        effects.reportSuccess(mode, now, asked, now - codeAt),
        effects.close(),
        ...effects.loggedIn(answer),
        effects.success(this.locale),
      );
    } else {
      this.failed({ reason: answer.reason, errno: answer.errCode, raw: answer.raw }, asked, now, done);
    }
    done.push(effects.stopDeadline());
  }

  failed(failure, asked, now, done) {
    const { reason } = failure;
    this.state = 'failed';
    this.reason = reason;
    done.push(effects.reportFailure(this.mode, now, failure, asked, now - this.codeAt));
    if (effects.isExplained(reason)) done.push(effects.explain(reason, failure.raw));
    done.push(effects.reject(failure, this.refusals), effects.verificationFailure(this.locale, reason));
  }
}

const takesTaps = (state) => state === 'prompting' || state === 'rejected' || state === 'failed';
const isOpen = (state) => state === 'prompting' || state === 'authorizing';

/** The fields of the page's data that can change. */
function shownIn(state, { agreed, refusals, reason, requireAgreement, openType, locale }) {
  const isBusy = state === 'authorizing' || state === 'verifying';
  const isTapped = takesTaps(state);
  return {
    showPhonePopup: isTapped || isBusy || state === 'out_of_quota',
    state,
    openType: isTapped && (agreed || !requireAgreement) ? openType : '',
    disabled: !isTapped,
    loading: isBusy,
    buttonText: isBusy ? texts[locale][state] : '',
    otherLoginButton: offersOtherLogin(state, refusals, reason) ? texts[locale].otherLogin : '',
    agreed,
  };
}

function offersOtherLogin(state, refusals, reason) {
  if (state === 'out_of_quota') return true;
  if (state === 'prompting') return refusals > 0;
  if (state !== 'rejected' && state !== 'failed') return false;
  if (refusals > 0) return true;
  const { next } = rowOf(reason);
  return next === 'other_login' || next === 'contact_support' || next === 'fix_setup';
}

function difference(now, before) {
  const patch = {};
  if (now.showPhonePopup !== before.showPhonePopup) patch.showPhonePopup = now.showPhonePopup;
  if (now.state !== before.state) patch.state = now.state;
  if (now.openType !== before.openType) patch.openType = now.openType;
  if (now.disabled !== before.disabled) patch.disabled = now.disabled;
  if (now.loading !== before.loading) patch.loading = now.loading;
  if (now.buttonText !== before.buttonText) patch.buttonText = now.buttonText;
  if (now.otherLoginButton !== before.otherLoginButton) patch.otherLoginButton = now.otherLoginButton;
  if (now.agreed !== before.agreed) patch.agreed = now.agreed;
  return patch;
}

export const open = (options) => new Popup(options);
export { classify, classifyReply };
