/** What a popup asks for, as plain objects, and who is there to hear it: page and user, the page alone, or nobody. */
import { agreementNeeded, agreementNotOpened, failed, verified } from './notice.mjs';
import { rowOf } from './table.mjs';

export class Outbox {
  constructor() {
    /** Another page or another app covers the page; the component left. */
    this.isCovered = false;
    this.isDetached = false;
    /** What the user is told when the page is seen again. */
    this.held = undefined;
    this.effects = [];
    /** The popup's own time. */
    this.time = 0;
  }

  /** What was asked for since it was last taken. */
  take() {
    const { effects } = this;
    this.effects = [];
    return effects;
  }

  add(type, fields) {
    this.effects.push(fields ? { type, ...fields } : { type });
  }

  startDeadline(request, delay) {
    if (!this.isDetached) this.add('startDeadline', { request, delay });
  }

  checkPrivacy(request) {
    this.add('checkPrivacy', { request });
  }

  /** Has a code exchanged. */
  exchange({ type, name }, request, { text: code, button: mode }) {
    this.add(type, { name, request, data: type === 'exchange' ? { code, mode } : { code } });
  }

  trigger(name, detail) {
    if (!this.isDetached) this.add('trigger', { name, detail: said(detail) });
  }

  /** Hands the page the code, for it to exchange. */
  handCode(code, mode) {
    this.trigger('phoneNumberGet', { code, mode });
  }

  /** Hands the page what a call brought. */
  handOver({ data, phoneNumber, countryCode, maskedNumber }, mode) {
    const detail = { phoneNumber, countryCode, maskedNumber, mode };
    this.trigger('login', { data, ...detail });
    if (phoneNumber) this.trigger('phoneNumberVerified', detail);
  }

  /** The popup leaves the screen, and the page did not ask it to. */
  close(reason) {
    this.trigger('close', { visible: false, reason });
  }

  reject({ reason, errno }, refusals) {
    this.trigger('phoneNumberReject', { reason, errno, refusals });
  }

  /** Tells the statistics, and the developer of what a setting mends or nobody understood. */
  report(timings, failure) {
    const data = { ...timings, timestamp: this.now };
    if (!failure) {
      this.add('report', { name: 'phone_number_success', data: said(data) });
      return;
    }
    const { reason, errno, raw } = failure;
    this.add('report', { name: 'phone_number_error', data: said({ ...data, reason, errno }) });
    if (rowOf(reason).isFixable || reason === 'unknown') this.add('explain', said({ reason, raw }));
  }

  notify(notice) {
    if (this.isDetached) return;
    if (this.isCovered) this.held = notice;
    else this.add('notify', { notice });
  }

  tellAgreementNeeded({ locale }) {
    this.notify(agreementNeeded(locale));
  }

  tellAgreementNotOpened({ locale }) {
    this.notify(agreementNotOpened(locale));
  }

  tellVerified({ locale }) {
    this.notify(verified(locale));
  }

  tellFailure({ locale, place, showServerMessage }, failure) {
    this.notify(failed(locale, failure, place, (showServerMessage && failure.message) || undefined));
  }

  /** What the user would have been told is over. */
  dropHeld() {
    this.held = undefined;
  }

  pageHidden() {
    this.isCovered = true;
  }

  pageShown() {
    this.isCovered = false;
    if (this.held) this.notify(this.held);
    this.dropHeld();
  }

  detached() {
    this.isDetached = true;
    this.dropHeld();
  }

  attached() {
    this.isCovered = this.isDetached = false;
    this.dropHeld();
  }
}

/** Without the fields that are not known. */
function said(fields) {
  const object = {};
  for (const key in fields) if (fields[key] !== undefined) object[key] = fields[key];
  return object;
}
