// @ts-nocheck: generated from tests/support/engines by `npm run docs`.
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __typeError = (msg) => {
  throw TypeError(msg);
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var __accessCheck = (obj, member, msg) => member.has(obj) || __typeError("Cannot " + msg);
var __privateGet = (obj, member, getter) => (__accessCheck(obj, member, "read from private field"), getter ? getter.call(obj) : member.get(obj));
var __privateAdd = (obj, member, value) => member.has(obj) ? __typeError("Cannot add the same private member more than once") : member instanceof WeakSet ? member.add(obj) : member.set(obj, value);
var __privateSet = (obj, member, value, setter) => (__accessCheck(obj, member, "write to private field"), setter ? setter.call(obj, value) : member.set(obj, value), value);

// tests/support/engines/program/checks.mjs
var checks_exports = {};
__export(checks_exports, {
  checks: () => checks,
  kindOf: () => kindOf,
  logIn: () => logIn
});
module.exports = __toCommonJS(checks_exports);

// tests/support/realm/clock.mjs
var Clock = class {
  constructor() {
    this.now = 17e11;
    this.timers = /* @__PURE__ */ new Map();
    this.lastId = 0;
    this.setTimeout = (callback, delay = 0) => {
      this.timers.set(++this.lastId, { callback, due: this.now + delay });
      return this.lastId;
    };
    this.clearTimeout = (id) => void this.timers.delete(id);
  }
  /** How many timers run. */
  get running() {
    return this.timers.size;
  }
  /** Lets milliseconds pass and runs what is due, in order. */
  pass(milliseconds) {
    const end = this.now + milliseconds;
    for (let next = this.next(end); next; next = this.next(end)) {
      const [id, { callback, due }] = next;
      this.timers.delete(id);
      this.now = due;
      callback();
    }
    this.now = end;
  }
  next(end) {
    const due = [...this.timers].filter(([, timer]) => timer.due <= end);
    return due.sort(([, one], [, other]) => one.due - other.due)[0];
  }
};

// tests/support/scenarios/phone-clock.mjs
var _drift;
var PhoneClock = class extends Clock {
  constructor() {
    super(...arguments);
    __privateAdd(this, _drift, 0);
  }
  /** `Date.now()`. */
  get wall() {
    return this.now + __privateGet(this, _drift);
  }
  /** The user sets the clock, or the phone sleeps: no timer runs meanwhile. */
  jump(milliseconds) {
    __privateSet(this, _drift, __privateGet(this, _drift) + milliseconds);
  }
  /** Lets milliseconds pass; `tick` is called after every whole second. */
  passSeconds(milliseconds, tick) {
    for (let left = milliseconds; left > 0; left -= 1e3) {
      this.pass(Math.min(left, 1e3));
      if (left >= 1e3) tick();
    }
  }
};
_drift = new WeakMap();

// tests/support/scenarios/recorder.mjs
var Recorder = class {
  constructor() {
    this.clear();
  }
  clear() {
    const lists = ["events", "toasts", "modals", "calls", "reports", "explained", "countdowns"];
    this.seen = Object.fromEntries(lists.map((name) => [name, []]));
    this.seen.privacyChecks = 0;
  }
  take() {
    const { seen } = this;
    this.clear();
    return seen;
  }
  notice({ via, title, content }) {
    if (via === "toast") this.seen.toasts.push(title);
    else this.seen.modals.push(content);
  }
  /** A call of the cloud function, whose name has to be the one that is `wanted`. */
  call(name, { code, ...rest }, wanted) {
    if (name !== wanted || Object.keys(rest).length) throw new Error(`${name} is called with more than a code`);
    this.seen.calls.push(code);
  }
  /** A call of the exchange, by the popup's button. */
  exchange(name, { code, mode, ...rest }, wanted) {
    if (name !== wanted || !["quick", "realtime"].includes(mode) || Object.keys(rest).length) {
      throw new Error(`${name} is called with something else than a code and its button`);
    }
    this.seen.calls.push(code);
  }
  /** `now` is when it has to have happened. */
  report(name, { timestamp, ...data }, now) {
    if (timestamp !== now) throw new Error(`${name} is stamped ${timestamp} at ${now}`);
    this.seen.reports.push([name, data]);
  }
  /** A second of waiting is over. */
  second(countdown) {
    if (countdown > 0) this.seen.countdowns.push(countdown);
  }
};

// tests/support/scenarios/core-driver.mjs
var CoreDriver = class {
  /** `PhonePopup` of a loaded module. */
  constructor(PhonePopup, { resetsFlag: _, ...options } = {}) {
    this.PhonePopup = PhonePopup;
    this.options = options;
    this.clock = new PhoneClock();
    this.recorder = new Recorder();
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
    if (event.type === "show" || event.type === "hide") this.data.showPhonePopup = event.type === "show";
    Object.assign(this.data, patch);
    for (const { type, ...effect } of effects) EFFECTS[type](this, effect);
  }
  free() {
    this.popup.free();
    this.popup = void 0;
  }
  close() {
    if (this.popup) this.free();
  }
};
var STEPS = {
  rerender: (driver, { batched }) => driver.dispatch({ type: "show", repeated: true, batched }),
  agree: (driver) => driver.dispatch({ type: "agree", agreed: !driver.data.agreed }),
  result: (driver, { event }) => driver.dispatch({ type: "authorized", event }),
  answer(driver, { reply, call: call2 = driver.calls.length }) {
    const { popup, request } = driver.calls[call2 - 1];
    driver.calls[call2 - 1] = void 0;
    if (popup === driver.popup) driver.dispatch({ type: "verified", request, reply });
  },
  pageAnswer: (driver, { reply, code = driver.handedOver }) => driver.dispatch({ type: "pageVerified", code, reply }),
  privacyAnswer(driver, { needed, check: check2 = driver.checks.length }) {
    driver.dispatch({ type: "privacyChecked", request: driver.checks[check2 - 1], needed });
  },
  privacyAgree: (driver) => driver.dispatch({ type: "privacyAgreed" }),
  wait({ clock, data, recorder }, { ms }) {
    clock.passSeconds(ms, () => recorder.second(data.countdown));
  },
  clock: ({ clock }, { ms }) => clock.jump(ms),
  set(driver, { options }) {
    driver.options = { ...driver.options, ...options };
    driver.dispatch({ type: "configure", options: driver.options });
  },
  leave(driver) {
    driver.isPresent = false;
    driver.isKept = false;
    driver.clock.clearTimeout(driver.deadline);
    driver.dispatch({ type: "detached" });
    if (!driver.isKept) driver.free();
  },
  /** The next component takes over what the last one left, or begins anew. */
  return(driver) {
    driver.isPresent = true;
    if (driver.popup) {
      driver.dispatch({ type: "attached" });
      driver.dispatch({ type: "configure", options: driver.options });
    } else {
      driver.make();
    }
    driver.dispatch({ type: "hide" });
  }
};
var EFFECTS = {
  trigger(driver, { name, detail }) {
    if (name === "phoneNumberGet") driver.handedOver = detail.code;
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
    const passed = () => driver.dispatch({ type: "deadlinePassed", request });
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
  }
};

// tests/support/scenarios/scenarios.mjs
var Scenarios = class {
  constructor({ vocabulary, samples }) {
    this.vocabulary = vocabulary;
    this.samples = samples;
  }
  /** Runs a scenario with the driver that `open` gives; throws with what differs at the first step not as expected. */
  run(scenario, open) {
    const { begin, steps } = this.course(scenario);
    const driver = open(scenario.options);
    try {
      begin(driver);
      for (const step of steps) {
        step.perform(driver);
        step.judge(driver);
      }
    } finally {
      driver.close();
    }
  }
  /** A scenario as functions that take its driver: `begin` and every `judge` throw where what is observed differs. */
  course(scenario) {
    this.check(scenario);
    const model = new Model(scenario, this.samples);
    const judge = (expected, where) => (driver) => compare(expected, driver.observe(), `${scenario.name}, ${where}`);
    return {
      begin: judge(model.expected({}), "at first"),
      steps: scenario.steps.map((step, index) => ({
        perform: (driver) => driver.perform(this.withSamples(step)),
        judge: judge(model.after(step), `step ${index + 1} (${step.do})`)
      }))
    };
  }
  /** An unknown word is an error, so that a typing mistake cannot silence a check. */
  check({ name, ...scenario }) {
    var _a, _b, _c, _d;
    const { vocabulary, samples } = this;
    known(["name", ...Object.keys(scenario)], vocabulary.scenario, name);
    known(Object.keys((_a = scenario.options) != null ? _a : {}), vocabulary.options, name);
    known(Object.keys((_b = scenario.view) != null ? _b : {}), vocabulary.view, name);
    for (const step of scenario.steps) {
      const { do: action, ...rest } = step;
      known([action], Object.keys(vocabulary.steps), name);
      const given = vocabulary.steps[action];
      known(Object.keys(rest), [...Object.keys(given), ...vocabulary.expectations], name);
      known(
        Object.keys(given).filter((key) => given[key] === "required"),
        Object.keys(rest),
        name
      );
      known(Object.keys((_c = step.options) != null ? _c : {}), vocabulary.options, name);
      known(Object.keys((_d = step.view) != null ? _d : {}), vocabulary.view, name);
      known(step.screen ? [step.screen] : [], Object.keys(samples.screens), name);
    }
  }
  /** Texts in place of an event and a reply are names of samples. */
  withSamples(step) {
    const { events, replies } = this.samples;
    return { ...step, ...sample(step, "event", events), ...sample(step, "reply", replies) };
  }
};
function known(words, vocabulary, where) {
  const word = words.find((word2) => !vocabulary.includes(word2));
  if (word !== void 0) throw new Error(`${where}: not known or missing: ${word}`);
}
function sample(step, key, known2) {
  if (typeof step[key] !== "string") return {};
  if (!(step[key] in known2)) throw new Error(`not known or missing: ${step[key]}`);
  return { [key]: known2[step[key]] };
}
var Model = class {
  constructor({ options = {}, view }, samples) {
    var _a;
    this.screens = samples.screens;
    const { hidden } = samples.screens;
    const texts2 = samples.texts[(_a = options.locale) != null ? _a : "zh_CN"];
    this.first = withLink({ ...texts2, agreement: "", agreed: false, ...hidden.view, ...view });
    this.view = this.first;
    this.timers = 0;
  }
  after(step) {
    var _a, _b;
    const before = this.view;
    if (step.do === "leave") Object.assign(this, { view: null, timers: 0 });
    if (step.do === "return") this.view = this.first;
    const { view, timers = this.timers } = (_a = this.screens[step.screen]) != null ? _a : {};
    this.view && (this.view = withLink({ ...this.view, ...view, ...step.view }));
    this.timers = (_b = step.timers) != null ? _b : timers;
    return this.expected(step, before);
  }
  expected(step, before) {
    var _a;
    const { toasts = [], modals = [], calls = [], reports = [], explained = [], privacyChecks = 0 } = step;
    const { view, timers } = this;
    const events = [...(_a = step.events) != null ? _a : [], ...this.stateChange(step, before)];
    return { view, timers, events, toasts, modals, calls, reports, explained, privacyChecks, ...countdowns(step) };
  }
  /** Another state is told last, where the step does not say otherwise. */
  stateChange({ events = [] }, before) {
    const told = events.some(([name]) => name === "phoneNumberStateChange");
    const { view } = this;
    if (told || !before || !view || before.state === view.state) return [];
    return [["phoneNumberStateChange", { state: view.state }]];
  }
};
function withLink(view) {
  const { agreement, openType } = view;
  return { ...view, linksPrivacyContract: agreement !== "" || openType === "agreePrivacyAuthorization" };
}
function countdowns({ countdowns: countdowns2 }) {
  if (!countdowns2) return {};
  const { from, to } = countdowns2;
  return { countdowns: Array.from({ length: from - to + 1 }, (_, second) => from - second) };
}
function compare(expected, observed, where) {
  const [wanted, seen] = [expected, observed].map(byField);
  for (const key of Object.keys(wanted)) {
    const [one, other] = [wanted[key], seen[key]].map(ordered);
    if (one !== other) throw new Error(`${where}: ${key}: expected ${one}, observed ${other}`);
  }
}
function byField({ view, ...rest }) {
  const fields = Object.entries(view != null ? view : {}).map(([field, value]) => [`view.${field}`, value]);
  return { "a view": view !== null, ...Object.fromEntries(fields), ...rest };
}
function ordered(value) {
  return JSON.stringify(value, (_, part) => isPlain(part) ? Object.fromEntries(Object.entries(part).sort()) : part);
}
function isPlain(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// tests/support/engines/program/same.mjs
function same(actual, expected, what) {
  const [one, other] = [actual, expected].map(ordered);
  if (one !== other) throw new Error(`${what}: expected ${other}, observed ${one}`);
}

// tests/support/engines/program/button-events.mjs
function buttonEvents({ classify }, samples) {
  return samples.map(({ event: { detail }, expect }, index) => [
    `button event ${index}: ${detail.errMsg}`,
    () => {
      const expected = outcome(expect, detail);
      for (const [clothes, event] of Object.entries(inClothes(detail))) same(classify(event), expected, clothes);
      same(classify({ detail: inRealtime(detail, "errMsg") }), inRealtime(expected, "raw"), "from the realtime button");
    }
  ]);
}
function inClothes(detail) {
  const numbered = detail.errno === void 0 ? detail : { ...detail, errno: String(detail.errno) };
  return {
    "as it comes": { detail },
    "without a detail wrapper": detail,
    "a whole event": { type: "getphonenumber", detail, target: {}, timeStamp: 1 },
    "with a numeric string for errno": { detail: numbered }
  };
}
function outcome({ kind, reason }, { code, errno, errMsg }) {
  if (kind === "ok") return { kind, code };
  const raw = reason === "unknown" && { raw: errMsg };
  return { kind, reason, ...kind === "reject" && errno !== void 0 && { errno }, ...raw };
}
function inRealtime(value, field) {
  if (!(field in value)) return value;
  return { ...value, [field]: value[field].replace("getPhoneNumber", "getRealtimePhoneNumber") };
}

// tests/support/engines/program/memory.mjs
var MANY = 1e3;
var UNITS = 1024 * 1024;
function memory(phoneLogin) {
  return [
    ["memory: it grows, and texts still go in and out", () => grow(phoneLogin)],
    ["memory: a text of a megabyte", () => longText(phoneLogin)]
  ];
}
function grow(phoneLogin) {
  const options = { cloudFunction: "\u51FD".repeat(UNITS / 4096) };
  const popups = Array.from({ length: MANY }, () => new phoneLogin.PhonePopup(options));
  same(popups[MANY - 1].view.title, popups[0].view.title, "a view");
  still(phoneLogin);
  for (const popup of popups) popup.free();
  still(phoneLogin);
}
function longText(phoneLogin) {
  const long = "\u624B\u{1F600}".repeat(UNITS / 3);
  const errMsg = `getPhoneNumber:fail user deny ${long}`;
  same(phoneLogin.classify({ detail: { errMsg } }).reason, "user_denied", "a long text");
  same(
    phoneLogin.classify({ detail: { errMsg: long, code: long, errno: long } }).reason,
    "unknown",
    "nothing but long texts"
  );
  same(phoneLogin.classifyReply(`errCode: 40029 | errMsg: ${long}`).errCode, 40029, "a long reply");
  still(phoneLogin);
}
function still({ classify }) {
  const code = "code \u624B \u{1F600}";
  same(classify({ detail: { errMsg: "getPhoneNumber:ok", code } }), { kind: "ok", code }, "a code");
}

// tests/support/engines/program/numbers.mjs
var NUMBERS = [
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  1.9,
  -1.9,
  102,
  45011,
  -501e3,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 31 + 0.5,
  -(2 ** 31),
  -(2 ** 31) - 1,
  2 ** 32 - 1,
  2 ** 32,
  2 ** 32 + 102,
  2 ** 53 - 1,
  2 ** 53,
  -(2 ** 53),
  2 ** 62,
  2 ** 63,
  2 ** 63 - 1024,
  -(2 ** 63),
  -(2 ** 63) - 2048,
  2 ** 64,
  1e20,
  -1e20,
  1e300,
  -1e300,
  5e-324,
  Number.MAX_VALUE,
  17e11,
  170000000000075e-2,
  NaN,
  Infinity,
  -Infinity
];
function numbers(phoneLogin) {
  return NUMBERS.map((number) => [`number: ${Object.is(number, -0) ? "-0" : number}`, () => check(phoneLogin, number)]);
}
function check(phoneLogin, number) {
  const { classify, classifyReply } = phoneLogin;
  const errMsg = "getPhoneNumber:fail something";
  same(classify({ detail: { errMsg, errno: number } }).errno, asInteger(number), "errno");
  const { errCode } = classifyReply({ success: false, errCode: number });
  same(errCode, asInteger(number) || void 0, "errCode, of which 0 is none");
  const { timestamp, authorizationDuration } = reportOf(phoneLogin, number);
  same(timestamp, Number.isFinite(number) ? number : 0, "a time");
  same(authorizationDuration, asDuration(number), "what passed since the time 0");
}
function asInteger(number) {
  return (number | 0) === number ? number + 0 : void 0;
}
function asDuration(number) {
  if (!Number.isFinite(number)) return 0;
  return Math.trunc(Math.min(Math.max(number, 0), 2 ** 32 - 1)) + 0;
}
function reportOf({ PhonePopup }, now) {
  const popup = new PhonePopup({});
  popup.dispatch({ type: "show" }, 0);
  popup.dispatch({ type: "tap" }, 0);
  const event = { detail: { errMsg: "getPhoneNumber:fail user deny" } };
  const { effects } = popup.dispatch({ type: "authorized", event }, now);
  popup.free();
  return effects.find(({ type }) => type === "report").data;
}

// tests/support/engines/program/texts.mjs
var CHUNK = 512;
function texts(phoneLogin, samples) {
  const paths = Object.entries(pathsThrough(phoneLogin));
  const checks2 = paths.map(([path, roundTrip]) => [
    `text: ${path}`,
    () => samples.forEach(({ name, text, expected }) => same(roundTrip(text), expected, name))
  ]);
  return [...checks2, ["text: characters of every length", () => everyLength(phoneLogin)]];
}
function pathsThrough({ classify, classifyReply, notice, PhonePopup }) {
  return {
    "the code of an event": (code) => classify({ detail: { errMsg: "getPhoneNumber:ok", code } }).code,
    "a country code": (countryCode) => classifyReply({ phoneNumber: "13800138000", countryCode }).countryCode,
    "a text of the page": (network) => notice("network", { messages: { network } }).title,
    "the name of a cloud function": (cloudFunction) => call(PhonePopup, { cloudFunction }, "code").name,
    "the code to verify": (code) => call(PhonePopup, { cloudFunction: "f" }, code).data.code
  };
}
function call(PhonePopup, options, code) {
  const popup = new PhonePopup(options);
  const event = { detail: { errMsg: "getPhoneNumber:ok", code } };
  const { effects } = popup.dispatch({ type: "authorized", event }, 0);
  popup.free();
  return effects.find(({ type }) => type === "verify");
}
function everyLength({ notice }) {
  for (const place of [128, 2048, 55296, 57344, 65536, 128512, 1114111 - CHUNK]) {
    const first = Math.max(0, place - CHUNK / 2);
    const points = Array.from({ length: CHUNK }, (_, index) => first + index);
    const characters = points.map((point) => isSurrogate(point) ? "\uFFFD" : String.fromCodePoint(point));
    const text = String.fromCodePoint(...points.map((point) => isSurrogate(point) ? 55296 : point));
    same(notice("network", { messages: { network: text } }).title, characters.join(""), `from U+${first.toString(16)}`);
  }
}
var isSurrogate = (point) => point >= 55296 && point <= 57343;

// tests/support/engines/program/log-in.mjs
function logIn({ PhonePopup }, { events, replies }) {
  const popup = new PhonePopup({ cloudFunction: "f" });
  popup.dispatch({ type: "show" }, 0);
  popup.dispatch({ type: "tap" }, 0);
  const { effects } = popup.dispatch({ type: "authorized", event: events.allowed }, 0);
  const { request } = effects.find(({ type }) => type === "verify");
  const { patch } = popup.dispatch({ type: "verified", request, reply: replies.number }, 0);
  popup.free();
  if (patch.state !== "verified") throw new Error(`a login ended as ${patch.state}`);
  return 4;
}

// tests/support/engines/program/checks.mjs
function checks(phoneLogin, data) {
  return [
    ...scenarios(phoneLogin, data),
    ...buttonEvents(phoneLogin, data.buttonEvents),
    ...texts(phoneLogin, data.texts),
    ...numbers(phoneLogin),
    ...memory(phoneLogin)
  ];
}
var kindOf = (name) => /^[a-z ]*[a-z]/.exec(name)[0];
function scenarios({ PhonePopup }, { scenarios: scenarios2, words }) {
  const runner = new Scenarios(words);
  const open = (options) => new CoreDriver(PhonePopup, options);
  return scenarios2.map((scenario) => [`scenario: ${scenario.name}`, () => runner.run(scenario, open)]);
}
