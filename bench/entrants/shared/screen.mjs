/** What the page shows: knows the fields that can change, and gives those that did. */
import { rowOf } from './table.mjs';
import { texts } from './texts.mjs';

const OFF = ['hidden', 'verified'];
const BUSY = ['authorizing', 'verifying'];
const LEADS_ELSEWHERE = ['other_login', 'contact_support', 'fix_setup'];
const OPEN_TYPES = { quick: 'getPhoneNumber', realtime: 'getRealtimePhoneNumber' };

export class Screen {
  constructor({ locale, mode, requireAgreement }) {
    this.texts = texts[locale];
    this.openType = OPEN_TYPES[mode];
    this.requireAgreement = requireAgreement;
    this.showPhonePopup = false;
    this.data = this.fields({ state: 'hidden', agreed: false, refusals: 0 });
  }

  /** The page has set its own property before `show` and `hide`. */
  assumeShown(shown) {
    this.data.showPhonePopup = shown;
  }

  /** The fields that change as the popup becomes `{ state, agreed, refusals, reason }`. */
  update(popup) {
    const { data } = this;
    const fields = this.fields(popup);
    const patch = {};
    for (const name in fields) if (fields[name] !== data[name]) patch[name] = fields[name];
    this.data = fields;
    return patch;
  }

  fields({ state, agreed, refusals, reason }) {
    const isShown = !OFF.includes(state);
    const isBusy = BUSY.includes(state);
    const takesTaps = isShown && !isBusy && state !== 'out_of_quota';
    const mayAsk = takesTaps && (agreed || !this.requireAgreement);
    return {
      showPhonePopup: isShown,
      state,
      openType: mayAsk ? this.openType : '',
      disabled: !takesTaps,
      loading: isBusy,
      buttonText: isBusy ? this.texts[state] : '',
      otherLoginButton: offersOtherLogin(state, refusals, reason) ? this.texts.otherLogin : '',
      agreed,
    };
  }
}

function offersOtherLogin(state, refusals, reason) {
  if (state === 'out_of_quota') return true;
  if (state === 'prompting') return refusals > 0;
  if (state !== 'rejected' && state !== 'failed') return false;
  return refusals > 0 || LEADS_ELSEWHERE.includes(rowOf(reason).next);
}
