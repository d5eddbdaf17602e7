/** The popup without any library, as short a way as JavaScript has: the limit. A method for each thing that can happen. */
import { boundary } from './shared/boundary.mjs';
import * as rules from './shared/rules.mjs';

const { AUTHORIZATION_DEADLINE, PRIVACY_PAUSE_DEADLINE, SECOND, VERIFICATION_DEADLINE } = rules;

const TIMEOUT = { reason: 'timeout', isVerification: true };

class Popup {
  constructor(popup) {
    Object.assign(this, popup, { state: 'hidden' });
  }

  get popup() {
    return this;
  }

  send(event) {
    this.at = event.at;
    this[event.type](event);
  }

  nothing() {}

  nextId() {
    return ++this.lastId;
  }

  /** The user sees something else. A code that is exchanged is not any more; one that is unredeemed stays so. */
  enter(state, reason, tappedAt) {
    if (this.exchange || state === 'verified') this.code = this.sendable = this.exchange = undefined;
    if (state === 'verified') this.hiddenBy = 'page';
    const privacyPause = undefined;
    Object.assign(this, { state, reason, tappedAt, privacyPause, isAskedForConsent: false, serverMessage: undefined });
  }

  startDeadline(delay) {
    this.deadline = this.nextId();
    this.outbox.startDeadline(this.deadline, delay);
  }

  /* What the page and the client say. */

  configure({ settings }) {
    this.settings = settings;
  }

  show(event) {
    const { state } = this;
    if (rules.isRerendering(this, event) || state === 'prompting' || state === 'authorizing') return;
    if (state === 'verifying') this.hiddenBy = undefined;
    else if (state !== 'failed' || !this.sendable) this.open();
  }

  /** The button stands on the page by itself: what waits for the user waits for a tap. */
  showInline() {
    if (this.state === 'hidden' || this.state === 'verified') this.askUser();
  }

  /** A number that nobody could be told of comes first. */
  open() {
    if (!this.handOverWaiting()) this.askUser();
  }

  /** A code that may still give a number is offered first. */
  askUser() {
    const { at } = this;
    this.closedItselfAt = undefined;
    if (this.code && rules.lifeLeft(this.code, at) <= 0) this.sendable = undefined;
    const { sendable, settings } = this;
    this.hiddenBy = undefined;
    this.enter(sendable ? 'failed' : 'prompting', sendable?.reason);
    this.startExpiry();
    if (!settings.asksPrivacy) return;
    this.privacy = this.nextId();
    this.outbox.checkPrivacy(this.privacy);
  }

  hide() {
    if (!this.hiddenBy) this.leave('page');
  }

  pageShown() {
    this.outbox.pageShown();
  }

  pageHidden() {
    this.outbox.pageHidden();
  }

  /** What waits for the user waits for the component that comes next. */
  detached() {
    const { outbox, settings } = this;
    outbox.detached();
    this.hide();
    if (rules.holds(this, settings.exchanger, this.at)) outbox.add('keep');
  }

  attached() {
    const { outbox, exchange } = this;
    outbox.attached();
    if (exchange) this.startDeadline(exchange.pause ? SECOND : rules.patience(exchange));
  }

  /** The user has logged out: what nobody waits for any more is dropped. */
  forget() {
    this.undelivered = undefined;
    this.isForgotten = this.givenUp > 0;
    if (!this.hiddenBy || this.state === 'verified') return;
    this.code = this.sendable = undefined;
    this.enter('hidden');
  }

  /* The user is asked. */

  tap() {
    const { state, settings, outbox } = this;
    if (state === 'authorizing') this.giveUpSheet();
    switch (rules.tapMeaning(state, this)) {
      case 'askWeChat':
        this.ask();
        break;
      case 'sendAgain':
        this.sendAgain();
        break;
      case 'agreementNeeded':
        outbox.tellAgreementNeeded(settings);
        break;
      case 'openConsent':
        this.isAskedForConsent = true;
        break;
      case 'agreeAndAsk':
        Object.assign(this, { agreed: true, isAskedForConsent: false });
        this.ask();
        break;
      case 'takeNumber':
        this.handOverWaiting();
        break;
    }
  }

  ask() {
    const { at, settings } = this;
    if (settings.place === 'singlePage') {
      this.rejectCode({ reason: 'unsupported' }, rules.untimed(this));
      return;
    }
    this.giveUpSheet();
    this.isForgotten = false;
    this.inPrivacyPause = rules.isInPrivacyPause(this, at);
    this.startDeadline(this.inPrivacyPause ? PRIVACY_PAUSE_DEADLINE : AUTHORIZATION_DEADLINE);
    this.enter('authorizing', undefined, at);
  }

  /** What WeChat says to an open sheet is no refusal any more. */
  giveUpSheet() {
    if (this.tappedAt !== undefined) this.givenUp = rules.oneMoreGivenUp(this.givenUp);
  }

  sheetAnswered() {
    this.givenUp = Math.max(0, this.givenUp - 1);
    this.isForgotten = this.isForgotten && this.givenUp > 0;
  }

  codeCame({ text }) {
    if (text === this.lastCode) return;
    this.lastCode = text;
    if (this.tappedAt === undefined) {
      const isNobodys = this.isForgotten;
      this.sheetAnswered();
      if (isNobodys) return;
    }
    const code = rules.newCode(this, text, this.at);
    if (this.exchange) this.exchange.reserve.push(code);
    else this.begin(code);
  }

  /** Whether an answer without a code is about what the user was asked last, and is not that of an earlier sheet. */
  isForUser({ reason }) {
    const { state, sendable } = this;
    if (!rules.isOfGivenUpSheet(this, reason)) return state !== 'verifying' && state !== 'verified' && !sendable;
    this.sheetAnswered();
    if (state === 'authorizing') this.startDeadline(AUTHORIZATION_DEADLINE);
    return false;
  }

  refused({ failure }) {
    if (!this.isForUser(failure)) return;
    const { at } = this;
    const timings = rules.timedAuthorization(this, at);
    if (failure.reason === 'privacy_refused' && !rules.isToldOfPrivacyAgain(this)) this.privacyRefusedAt = at;
    this.rejectCode(failure, timings);
  }

  noQuota({ failure }) {
    if (!this.isForUser(failure)) return;
    const { hiddenBy, outbox, settings, at } = this;
    const timings = rules.timedAuthorization(this, at);
    if (!hiddenBy) this.enter('out_of_quota', failure.reason);
    outbox.report(timings, failure);
    outbox.trigger('phoneNumberQuotaExceeded', {});
    if (!hiddenBy && rules.tellsUser(settings)) outbox.tellFailure(settings, failure);
  }

  rejectCode(failure, timings) {
    const { reason } = failure;
    const { hiddenBy, settings, at } = this;
    if (reason === 'privacy_refused') this.privacy = 'needed';
    if (!hiddenBy) this.enterRejected(reason, rules.countedPrivacyPause(this, reason, at));
    this.reject(failure, timings, !hiddenBy && rules.tellsUser(settings));
  }

  /** WeChat asks nothing for so many seconds. */
  enterRejected(reason, seconds) {
    this.enter('rejected', reason);
    if (!seconds) return;
    this.startDeadline(SECOND);
    this.privacyPause = { seconds, deadline: this.deadline };
  }

  /** Tells everybody of a failure; the user only where that is the popup's part. */
  reject(failure, timings, tellsUser) {
    const { outbox, settings } = this;
    const refusals = failure.reason === 'user_denied' ? ++this.refusals : undefined;
    outbox.report(timings, failure);
    outbox.reject(failure, refusals);
    if (tellsUser) outbox.tellFailure(settings, failure);
  }

  agree({ agreed }) {
    this.agreed = agreed;
  }

  agreementNotOpened() {
    if (!this.hiddenBy) this.outbox.tellAgreementNotOpened(this.settings);
  }

  privacyChecked({ request, needed }) {
    if (this.privacy === request) this.privacy = needed ? 'needed' : 'settled';
  }

  consentBack() {
    this.isAskedForConsent = false;
  }

  privacyAgreed() {
    const { requireAgreement, showsGuidance } = this.settings;
    const isConsent = showsGuidance && requireAgreement && rules.tapMeaning(this.state, this) === 'acceptPrivacy';
    this.agreed = this.agreed || isConsent;
    this.privacy = 'settled';
    this.privacyRefusedAt = undefined;
  }

  /* The popup leaves the screen. */

  closed(reason) {
    this.closedItselfAt = this.at;
    this.outbox.close(reason);
  }

  /** An exchange goes on, but for the page's own: a page that hides the popup is done. */
  leave(by) {
    const { exchange, outbox } = this;
    outbox.dropHeld();
    this.isAskedForConsent = false;
    this.hiddenBy = by;
    if (!exchange || (by === 'page' && !exchange.exchanger)) {
      this.giveUpSheet();
      this.enter('hidden');
    } else if (exchange.pause) {
      this.giveUp({ reason: exchange.pause.reason, isVerification: true });
    }
  }

  decline() {
    if (this.hiddenBy) return;
    if (this.state !== 'prompting' || this.tappedAt !== undefined) {
      this.closeByUser('user');
      return;
    }
    const reason = 'user_denied';
    this.leave('user');
    this.reject({ reason }, rules.untimed(this), rules.tellsUser(this.settings));
    this.closed(reason);
    this.outbox.dropHeld();
  }

  dismiss() {
    if (!this.hiddenBy && this.state !== 'verifying' && this.state !== 'authorizing') this.closeByUser('user');
  }

  closeByUser(by) {
    this.closed('user_cancelled');
    this.leave(by);
  }

  otherLogin() {
    const { state, reason, refusals } = this;
    if (!rules.offersOtherLogin(state, this)) return;
    this.closeByUser('otherLogin');
    this.outbox.trigger('other-login', { reason, refusals });
  }

  /* The code is exchanged. */

  /** It takes the place of one that is unredeemed. */
  begin(code) {
    const { hiddenBy, settings, outbox } = this;
    outbox.dropHeld();
    // A user who left and then allowed has changed their mind.
    if (hiddenBy === 'user') this.hiddenBy = 'page';
    this.enter('verifying');
    Object.assign(this, { code, sendable: undefined, exchange: rules.newExchange(settings) });
    this.sendCode();
  }

  sendCode() {
    const { code, exchange, outbox } = this;
    exchange.count++;
    exchange.pause = exchange.usedUp = undefined;
    exchange.calledAt = this.at;
    this.startDeadline(rules.firstPatience(this));
    if (!exchange.exchanger) {
      outbox.handCode(code.text, rules.modeForPage(this, code.button));
      return;
    }
    exchange.request = this.nextId();
    code.openCalls.push(exchange.request);
    outbox.exchange(exchange.exchanger, exchange.request, code);
  }

  sendAgain() {
    const { code, outbox, settings, at } = this;
    if (rules.lifeLeft(code, at) > 0) {
      this.begin(code);
      return;
    }
    this.sendable = undefined;
    if (settings.showsGuidance) this.enter('failed', 'code_invalid');
    else outbox.tellFailure(settings, { reason: 'code_invalid', isVerification: true });
  }

  /** Whether a call was still open whose number would be that of the code: it is answered now. */
  closeCall(request) {
    const isOpen = rules.isOfOpenCall(this, request);
    if (isOpen) this.code = rules.withoutCall(this.code, request);
    return isOpen;
  }

  number({ request, success }) {
    if (!this.closeCall(request)) return;
    const { hiddenBy, outbox, code, settings, at } = this;
    const timings = rules.timings(code, at);
    if (hiddenBy && (hiddenBy !== 'page' || outbox.isDetached)) {
      outbox.report(timings);
      this.exchange = this.code = this.sendable = undefined;
      this.enter('hidden');
      this.undelivered = { success, button: code.button, cameAt: at };
      return;
    }
    this.completed(timings);
    outbox.handOver(success, rules.modeForPage(this, code.button));
    if (!hiddenBy) outbox.tellVerified(settings);
  }

  completed(timings) {
    const { hiddenBy, outbox } = this;
    this.enter('verified');
    this.undelivered = undefined;
    outbox.report(timings);
    if (!hiddenBy) this.closed();
  }

  /** Whether a number waited: the page has it now. */
  handOverWaiting() {
    const { undelivered, outbox } = this;
    const isWaiting = rules.hasNumberWaiting(this, this.at);
    this.undelivered = undefined;
    if (!isWaiting) return false;
    this.enter('verified');
    this.closed();
    outbox.handOver(undelivered.success, rules.modeForPage(this, undelivered.button));
    return true;
  }

  noNumber({ request, failure }) {
    if (!this.closeCall(request)) return;
    const { exchange, sendable, code } = this;
    if (!exchange) {
      if (!sendable && !rules.hasOpenCall(code)) this.code = undefined;
    } else if (exchange.usedUp) {
      if (!code.openCalls.length) this.giveUp(exchange.usedUp);
    } else if (exchange.exchanger && !exchange.pause && exchange.request === request) {
      this.callFailed(failure);
    }
  }

  /** The code is sent again after a pause where that can help and the user waits. */
  callFailed(failure) {
    const { exchange, code, at } = this;
    const { reason } = failure;
    if (reason === 'code_invalid' && code.openCalls.length) {
      // A call has used it that nobody has answered yet.
      exchange.usedUp = { reason, isVerification: true };
      this.startDeadline(VERIFICATION_DEADLINE);
      return;
    }
    const seconds = rules.pauseBeforeNext(this, reason, at);
    this.code = rules.afterFailure(this, reason);
    if (seconds) this.pause(reason, seconds);
    else this.giveUp(failure);
  }

  pause(reason, seconds) {
    this.exchange.pause = { reason, seconds, until: this.at + seconds * SECOND };
    this.startDeadline(SECOND);
  }

  /** One that has grown too old meanwhile is not sent again. */
  callAgain() {
    if (rules.lifeLeft(this.code, this.at) > 0) this.sendCode();
    else this.giveUp({ reason: 'code_invalid', isVerification: true });
  }

  pageNumber({ code: text }) {
    const { code, exchange, at } = this;
    if (!code || code.text !== text || exchange?.exchanger) return;
    this.completed(rules.timings(code, at));
  }

  pageNoNumber({ code: text, failure }) {
    const { code, exchange } = this;
    if (exchange && !exchange.exchanger && code.text === text) this.giveUp(failure);
  }

  /** Ends an exchange that gave no number. */
  giveUp(failure) {
    const { exchange, code, hiddenBy, outbox, settings, at } = this;
    const { reserve, exchanger } = exchange;
    const timings = rules.timings(code, at);
    if (reserve.length) {
      outbox.report(timings, failure);
      this.code = rules.succeeding(reserve.shift(), code);
      exchange.count = 0;
      this.sendCode();
    } else if (!hiddenBy && rules.hasNumberWaiting(this, at)) {
      outbox.report(timings, failure);
      this.handOverWaiting();
    } else {
      this.endExchange(failure);
      const tellsUser = !hiddenBy && !settings.showsGuidance;
      if (exchanger && (!hiddenBy || hiddenBy === 'page')) this.reject(failure, timings, tellsUser);
      else outbox.report(timings, failure);
    }
  }

  /** What is left of the code stays. */
  endExchange(failure) {
    const { reason } = failure;
    const left = rules.unredeemed(this, reason, this.nextId(), this.at);
    this.enter(this.hiddenBy ? 'hidden' : 'failed', reason);
    Object.assign(this, left, { serverMessage: rules.messageShown(this.settings, failure) });
    this.startExpiry();
  }

  /** The button asks for a new authorization as soon as the code has stopped working. */
  startExpiry() {
    const { state, sendable, code, outbox, at } = this;
    if (state === 'failed' && sendable) outbox.startDeadline(sendable.expiry, rules.lifeLeft(code, at));
  }

  deadlinePassed({ request }) {
    const { state, tappedAt, exchange } = this;
    if (request !== rules.deadlineOf(state, this)) return;
    if (state === 'failed') this.sendable = undefined;
    else if (state === 'rejected') this.privacyPauseGoesOn();
    else if (exchange) this.exchangeTimedOut();
    else if (this.inPrivacyPause) this.rejectCode({ reason: 'privacy_refused' }, rules.untimed(this));
    else this.enter('prompting', undefined, tappedAt);
  }

  privacyPauseGoesOn() {
    const { privacyPause, reason, at } = this;
    this.enterRejected(reason, Math.min(rules.privacyPauseLeft(this, at), privacyPause.seconds - 1));
  }

  exchangeTimedOut() {
    const { exchange, settings, at } = this;
    const left = exchange.pause || exchange.usedUp ? 0 : rules.callTimeLeft(this, at);
    if (left > 0) {
      exchange.isSlow = true;
      this.startDeadline(left);
    } else if (exchange.pause) {
      const left = rules.secondsLeft(exchange.pause, at);
      if (left) this.pause(exchange.pause.reason, left);
      else this.callAgain();
    } else if (exchange.usedUp) {
      this.giveUp(exchange.usedUp);
    } else if (!exchange.exchanger) {
      this.code.isDoubtful = true;
      this.giveUp(TIMEOUT);
    } else if (rules.isCalledAgainAtOnce(this)) {
      exchange.isSlow = settings.showsGuidance;
      this.callAgain();
    } else {
      this.callFailed(TIMEOUT);
    }
  }

  /* The module of the popup before this one failed. */

  numberSaved({ success }) {
    const { hiddenBy, outbox, settings, at } = this;
    const timings = rules.untimed(this);
    if (hiddenBy) {
      outbox.report(timings);
      this.undelivered = { success, button: settings.button, cameAt: at };
      return;
    }
    this.completed(timings);
    outbox.handOver(success, rules.modeForPage(this, settings.button));
    outbox.tellVerified(settings);
  }

  lost({ failure }) {
    const timings = rules.untimed(this);
    if (this.hiddenBy) {
      this.outbox.report(timings, failure);
      return;
    }
    this.enter(failure.isVerification ? 'failed' : 'rejected', failure.reason);
    if (failure.isVerification) this.serverMessage = rules.messageShown(this.settings, failure);
    this.reject(failure, timings, rules.tellsUser(this.settings));
  }

  /** WeChat's answer still counts. */
  stillAsked() {
    if (!this.hiddenBy) this.enter('prompting', undefined, this.at);
  }
}

export const PhonePopup = boundary((popup) => new Popup(popup));
export { classify } from './shared/classify.mjs';
export { classifyReply } from './shared/classify-reply.mjs';
export { notice } from './shared/notice.mjs';
export { maskPhoneNumber } from './shared/phone-numbers.mjs';
