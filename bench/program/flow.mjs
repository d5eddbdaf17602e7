/** The course that is measured: everything that a user does with a popup that verifies by itself. */
export const CODE = 'e31968a7f94cc5ee25fafc2aef2773f0bb8c3937b22520eb8ee345274d00c144';
const NUMBER = '13800138000';

/** What WeChat's button says, as its whole event: a handler hands it on as it comes. */
const buttonEvent = (detail) => ({ type: 'getphonenumber', timeStamp: 1, detail, target: { id: '', dataset: {} } });
const DENIED = buttonEvent({ errMsg: 'getPhoneNumber:fail user deny' });

/** A code that did not come before: what the button says twice is one code. `now` is when it comes. */
const allowed = (_request, now) => {
  const code = CODE.slice(0, -8) + String((now / PAUSE) % 1e8).padStart(8, '0');
  return { type: 'authorized', event: buttonEvent({ errMsg: 'getPhoneNumber:ok', code }) };
};

const NO_QUOTA = buttonEvent({ errMsg: 'getPhoneNumber:fail appid no enough quota', errno: 1400001 });

/** What `wx.cloud.callFunction` answers. */
const reply = (result) => ({ errMsg: 'cloud.callFunction:ok', result, requestID: '0b1d8e3c' });
const VERIFIED = reply({ success: true, phoneNumber: NUMBER, purePhoneNumber: NUMBER, countryCode: '86' });
const EXPIRED = reply({ success: false, errCode: 40029, error: '授权已过期，请重新获取' });

export const OPTIONS = {
  mode: 'quick',
  locale: 'zh_CN',
  cloudFunction: 'decryptPhoneNumber',
  requireAgreement: true,
  showsGuidance: true,
};

/** How far the clock goes from one step to the next. */
const PAUSE = 1000;

const step = (name, event) => ({ name, event: () => event });

/** What has to be answered is asked for in the step before. */
const verified = (name, reply) => ({ name, event: (request) => ({ type: 'verified', request, reply }) });

/** The steps of the course in their order; the last one leaves the popup as the first one finds it. */
export const STEPS = [
  step('show', { type: 'show' }),
  step('tap without consent', { type: 'tap' }),
  step('agree', { type: 'agree', agreed: true }),
  step('tap', { type: 'tap' }),
  step('authorized: denied', { type: 'authorized', event: DENIED }),
  step('tap', { type: 'tap' }),
  { name: 'authorized: code', event: allowed },
  verified('verified: number', VERIFIED),
  step('show', { type: 'show' }),
  step('tap', { type: 'tap' }),
  step('authorized: no quota', { type: 'authorized', event: NO_QUOTA }),
  step('decline, as a close', { type: 'decline' }),
  step('show', { type: 'show' }),
  step('agree', { type: 'agree', agreed: false }),
  step('decline, as a refusal', { type: 'decline' }),
];

/** The kinds of events that are told apart, by the names of the steps they are made of. */
export const KINDS = {
  'button event': /^authorized/,
  'all events': /./,
  ...Object.fromEntries(STEPS.map(({ name }) => [name, new RegExp(`^${name}$`)])),
};

/** Steps beside the course, for the test of fairness: what is not measured has to be right too. */
export const OTHER_STEPS = [
  step('show', { type: 'show' }),
  step('agree', { type: 'agree', agreed: true }),
  step('hide', { type: 'hide' }),
  step('show', { type: 'show' }),
  { name: 'authorized: code', event: allowed },
  step('tap', { type: 'tap' }),
  verified('verified: no number', EXPIRED),
  step('tap', { type: 'tap' }),
  step('decline', { type: 'decline' }),
];

/** Popups that all go the same course, each step done by all of them before the next one. */
export class Crowd {
  constructor(open, size, options = OPTIONS) {
    this.popups = Array.from({ length: size }, () => open(options));
    this.requests = this.popups.map(() => 0);
    this.now = 1_700_000_000_000;
  }

  /** The events of a step, one for each popup. */
  events({ event }) {
    return this.requests.map((request) => event(request, this.now));
  }

  /** Has every popup take its event; gives what the last one answered. */
  dispatch(events) {
    const { popups, requests, now } = this;
    let answer;
    for (let at = 0; at < popups.length; at++) {
      answer = popups[at].dispatch(events[at], now);
      for (const effect of answer.effects) if (effect.type === 'verify') requests[at] = effect.request;
    }
    this.now += PAUSE;
    return answer;
  }

  free() {
    for (const popup of this.popups) if (popup.free) popup.free();
  }
}
