/**
 * Writes what happened to a popup as a scenario of the tests, in the format of tests/scenarios: what the phone and the
 * server said, step by step, and all that was to be seen after each step.
 */
import { givenNames } from './given-names.js';

/** What a scenario can set, and what is set where it does not say so. */
const OPTIONS = {
  mode: 'quick',
  locale: 'zh_CN',
  cloudFunction: '',
  exchange: '',
  idempotent: false,
  showServerMessage: false,
  requireAgreement: false,
  privacy: 'wechat',
  otherLogin: 'after-refusal',
  contact: false,
  baseLibrary: undefined,
  singlePage: false,
};

/** The fields of the view that a scenario says; what the popup says in words has tests of its own. */
const FIELDS = [
  'showPhonePopup',
  'state',
  'openType',
  'disabled',
  'loading',
  'countdown',
  'buttonText',
  'title',
  'description',
  'allowButton',
  'rejectButton',
  'otherLoginButton',
  'agreement',
  'privacyContract',
  'agreed',
];
const STATE_CHANGE = 'phoneNumberStateChange';

/** Events of the core that are steps of the same name, without more to say. */
const PLAIN = [
  'hide',
  'tap',
  'decline',
  'dismiss',
  'otherLogin',
  'agree',
  'consentBack',
  'pageHidden',
  'pageShown',
  'forget',
];
/** What a component tells a popup as it comes. */
const COMING = ['attached', 'configure', 'hide', 'pageShown'];

/**
 * @param {import('../../phone/journal.js').Entry[]} journal  of a course that was played, so that its times are exact
 * @param {string} name
 * @returns {object} the scenario
 * @throws where something has happened that no scenario can say
 */
export function scenarioOf(journal, name) {
  if (journal.length === 0) throw new Error('这段过程里没有弹窗');
  const writer = new Writer();
  for (const entry of givenNames(journal)) writer.add(entry);
  // The popup shows all of its view.
  return { name, guidance: 'guided', ...writer.scenario };
}

class Writer {
  #steps = [];
  #beginning;
  #options = {};
  #popup = 0;
  #now = 0;
  #view = {};
  #isTimed = false;
  #hasLeft = false;
  #calls = [];
  #checks = [];

  /** @param {import('../../phone/journal.js').Entry} entry */
  add({ popup, at = 0, made, event, patch = {}, effects = [] }) {
    if (!popup) throw new Error('小程序中途重启过（换了页面或基础库），测试场景里没有重启');
    if (made) this.#begin(popup, made);
    else if (popup !== this.#popup) throw new Error('过程里有两个弹窗，测试场景里只有一个');
    else this.#happen(at, { event, patch, effects });
  }

  get scenario() {
    const { agreement } = this.#beginning.view;
    return {
      options: this.#beginning.options,
      ...(agreement && { view: { agreement } }),
      steps: this.#steps.map(expectations),
    };
  }

  #begin(popup, { options, view }) {
    if (this.#beginning && !this.#hasLeft) throw new Error('过程里有两个弹窗，测试场景里只有一个');
    this.#popup = popup;
    this.#view = view;
    if (this.#hasLeft) this.#comeBack();
    this.#options = optionsOf(options);
    this.#beginning ??= { options: this.#options, view };
  }

  #happen(at, { event, patch, effects }) {
    if (this.#steps.length === 0 && event.type !== 'show' && effects.length === 0) {
      this.#beginOtherwise(event, patch);
      return;
    }
    this.#now ||= at;
    if (event.type === 'attached') this.#comeBack();
    else if (event.type === 'deadlinePassed') this.#waitUntil(at, true);
    else if (!this.#isComing(event, at)) this.#step(at, event);
    this.#note(patch, effects, event);
  }

  /** The page gives a popup its properties as it comes. */
  #beginOtherwise({ type, options }, patch) {
    if (type === 'configure') this.#options = optionsOf(options);
    this.#view = { ...this.#view, ...patch };
    this.#beginning = { options: this.#options, view: this.#view };
  }

  #isComing({ type }, at) {
    return this.#steps.at(-1)?.do === 'return' && at === this.#now && COMING.includes(type);
  }

  #step(at, event) {
    const step = this.#doing(event);
    if (!step) return;
    this.#waitUntil(at);
    this.#push(step);
  }

  /** What the user, the phone or a server did; nothing where it was nothing. */
  #doing(event) {
    const { type } = event;
    if (PLAIN.includes(type)) return { do: type };
    if (type === 'show') return event.repeated ? { do: 'rerender', batched: event.batched } : { do: 'show' };
    if (type === 'authorized') return { do: 'result', event: event.event };
    if (type === 'verified') return { do: 'answer', reply: event.reply, ...older('call', this.#calls, event) };
    if (type === 'pageVerified') return { do: 'pageAnswer', reply: event.reply, code: event.code };
    if (type === 'privacyChecked')
      return { do: 'privacyAnswer', needed: event.needed, ...older('check', this.#checks, event) };
    if (type === 'privacyAgreed') return { do: 'privacyAgree' };
    if (type === 'configure') return this.#setting(event.options);
    if (type === 'detached') return { do: 'leave' };
    throw new Error(`测试场景里没有这样的一步：${type}`);
  }

  #setting(options) {
    const before = this.#options;
    this.#options = optionsOf(options);
    const names = Object.keys(OPTIONS).filter((name) => before[name] !== this.#options[name]);
    if (names.length === 0) return undefined;
    return { do: 'set', options: Object.fromEntries(names.map((name) => [name, options[name] ?? OPTIONS[name]])) };
  }

  #comeBack() {
    this.#hasLeft = false;
    this.#push({ do: 'return' });
  }

  /** @param {boolean} [isDeadline]  that something happens of it is a part of the wait */
  #waitUntil(at, isDeadline = false) {
    const ms = at - this.#now;
    this.#now = at;
    const last = this.#steps.at(-1);
    if (last?.do === 'wait') last.ms += ms;
    else if (ms > 0 || isDeadline) this.#push({ do: 'wait', ms });
  }

  #push(step) {
    const before = this.#steps.at(-1)?.view ?? this.#beginning.view;
    this.#steps.push({ ...step, before, seen: [], view: this.#view, timed: this.#isTimed });
  }

  #note(patch, effects, { type }) {
    const step = this.#steps.at(-1);
    if (!step) return;
    if (type === 'detached') this.#hasLeft = true;
    this.#view = { ...this.#view, ...patch };
    if (type === 'show' || type === 'hide') this.#view.showPhonePopup = patch.showPhonePopup ?? type === 'show';
    if (type === 'deadlinePassed' || type === 'detached') this.#isTimed = false;
    for (const effect of effects) {
      if (effect.type === 'startDeadline') this.#isTimed = true;
      if (effect.type === 'stopDeadline') this.#isTimed = false;
      if (effect.type === 'verify' || effect.type === 'exchange') this.#calls.push(effect.request);
      if (effect.type === 'checkPrivacy') this.#checks.push(effect.request);
    }
    step.seen.push(...effects);
    step.view = this.#hasLeft ? undefined : this.#view;
    step.timed = this.#isTimed;
  }
}

/** Which question is answered, where it is not the last one. */
function older(key, requests, { request }) {
  const number = requests.indexOf(request) + 1;
  return number === requests.length ? {} : { [key]: number };
}

/** What of a popup's options a scenario says. */
const optionsOf = (options) =>
  Object.fromEntries(
    Object.entries(OPTIONS)
      .map(([name, first]) => [name, options[name] ?? first])
      .filter(([name, value]) => value !== OPTIONS[name]),
  );

/** A step with what is to be seen after it. */
function expectations({ before, view, timed, seen, ...step }, index, steps) {
  const wasTimed = index > 0 && steps[index - 1].timed;
  const changed = Object.entries(view ?? {}).filter(
    ([field, value]) => FIELDS.includes(field) && value !== before?.[field],
  );
  const found = {
    timers: timed === wasTimed ? undefined : Number(timed),
    view: changed.length > 0 ? Object.fromEntries(changed) : undefined,
    events: eventsOf(seen, before, view),
    toasts: notices(seen, 'toast', 'title'),
    modals: notices(seen, 'modal', 'content'),
    calls: of(seen, 'verify', 'exchange').map(({ data }) => data.code),
    reports: of(seen, 'report').map(({ name, data: { timestamp: _, ...data } }) => [name, data]),
    explained: of(seen, 'explain').map(({ reason }) => reason),
    privacyChecks: of(seen, 'checkPrivacy').length,
  };
  const isSomething = (value) => value !== undefined && value !== 0 && Object(value).length !== 0;
  const isToBeSaid = ([name, value]) => (name === 'timers' ? value !== undefined : isSomething(value));
  return { ...step, ...Object.fromEntries(Object.entries(found).filter(isToBeSaid)) };
}

const of = (effects, ...types) => effects.filter(({ type }) => types.includes(type));

const notices = (effects, via, text) =>
  of(effects, 'notify')
    .filter(({ notice }) => notice.via === via)
    .map(({ notice }) => notice[text]);

/** The last one is left out where it says no more than the view: a runner expects it by itself. */
function eventsOf(effects, before, view) {
  const events = of(effects, 'trigger').map(({ name, detail }) => [name, detail]);
  const changes = events.filter(([name]) => name === STATE_CHANGE);
  const isKnown = changes.length === 1 && events.at(-1) === changes[0] && before?.state !== view?.state;
  return isKnown ? events.slice(0, -1) : events;
}
