import { PhoneClock } from './phone-clock.mjs';
import { Recorder } from './recorder.mjs';

/** Drives the built core as a component of one's own does, in any JavaScript engine. */
export class CoreDriver {
  /** `PhonePopup` of a loaded module. */
  constructor(PhonePopup, { resetsFlag: _, ...options } = {}) {
    this.PhonePopup = PhonePopup;
    this.options = options;
    this.clock = new PhoneClock();
    this.recorder = new Recorder();
    /** The calls of the cloud function, and the questions whether the privacy agreement is accepted. */
    this.calls = [];
    this.checks = [];
    this.isPresent = true;
    this.make();
  }

  make() {
    this.popup = new this.PhonePopup(this.options);
    this.data = this.popup.view;
  }

  observe() {
    return { view: this.isPresent ? this.data : null, timers: this.clock.running, ...this.recorder.take() };
  }

  perform({ do: action, ...step }) {
    if (action in STEPS) STEPS[action](this, step);
    else this.dispatch({ type: action });
  }

  /** One event in, the patch set, all its effects performed. */
  dispatch(event) {
    const { patch, effects } = this.popup.dispatch(event, this.clock.wall);
    // The page has set the property by itself.
    if (event.type === 'show' || event.type === 'hide') this.data.showPhonePopup = event.type === 'show';
    Object.assign(this.data, patch);
    for (const { type, ...effect } of effects) EFFECTS[type](this, effect);
  }

  free() {
    this.popup.free();
    this.popup = undefined;
  }

  close() {
    if (this.popup) this.free();
  }
}

/** What happens at each step that is not just an event of the same name. */
const STEPS = {
  rerender: (driver, { batched }) => driver.dispatch({ type: 'show', repeated: true, batched }),
  agree: (driver) => driver.dispatch({ type: 'agree', agreed: !driver.data.agreed }),
  result: (driver, { event }) => driver.dispatch({ type: 'authorized', event }),
  answer(driver, { reply, call = driver.calls.length }) {
    const { popup, request } = driver.calls[call - 1];
    driver.calls[call - 1] = undefined; // WeChat answers once.
    if (popup === driver.popup) driver.dispatch({ type: 'verified', request, reply });
  },
  pageAnswer: (driver, { reply, code = driver.handedOver }) => driver.dispatch({ type: 'pageVerified', code, reply }),
  privacyAnswer(driver, { needed, check = driver.checks.length }) {
    driver.dispatch({ type: 'privacyChecked', request: driver.checks[check - 1], needed });
  },
  privacyAgree: (driver) => driver.dispatch({ type: 'privacyAgreed' }),
  wait({ clock, data, recorder }, { ms }) {
    clock.passSeconds(ms, () => recorder.second(data.countdown));
  },
  clock: ({ clock }, { ms }) => clock.jump(ms),
  set(driver, { options }) {
    driver.options = { ...driver.options, ...options };
    driver.dispatch({ type: 'configure', options: driver.options });
  },
  leave(driver) {
    driver.isPresent = false;
    driver.isKept = false;
    driver.clock.clearTimeout(driver.deadline);
    driver.dispatch({ type: 'detached' });
    if (!driver.isKept) driver.free();
  },
  /** The next component takes over what the last one left, or begins anew. */
  return(driver) {
    driver.isPresent = true;
    if (driver.popup) {
      driver.dispatch({ type: 'attached' });
      driver.dispatch({ type: 'configure', options: driver.options });
    } else {
      driver.make();
    }
    driver.dispatch({ type: 'hide' });
  },
};

/** How each effect is performed. */
const EFFECTS = {
  trigger(driver, { name, detail }) {
    if (name === 'phoneNumberGet') driver.handedOver = detail.code;
    driver.recorder.seen.events.push([name, detail]);
  },
  verify(driver, { request, name, data }) {
    driver.calls.push({ popup: driver.popup, request });
    driver.recorder.call(name, data, driver.options.cloudFunction);
  },
  exchange(driver, { request, name, data }) {
    driver.calls.push({ popup: driver.popup, request });
    driver.recorder.exchange(name, data, driver.options.exchange);
  },
  startDeadline(driver, { request, delay }) {
    driver.clock.clearTimeout(driver.deadline);
    const passed = () => driver.dispatch({ type: 'deadlinePassed', request });
    driver.deadline = driver.clock.setTimeout(passed, delay);
  },
  stopDeadline: ({ clock, deadline }) => clock.clearTimeout(deadline),
  checkPrivacy(driver, { request }) {
    driver.checks.push(request);
    driver.recorder.seen.privacyChecks++;
  },
  notify: ({ recorder }, { notice }) => recorder.notice(notice),
  report: ({ recorder, clock }, { name, data }) => recorder.report(name, data, clock.wall),
  explain: ({ recorder }, { reason }) => void recorder.seen.explained.push(reason),
  keep(driver) {
    driver.isKept = true;
  },
};
