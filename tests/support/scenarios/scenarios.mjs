/** Runs scenarios in any JavaScript engine; what the files hold is given. */
export class Scenarios {
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
      begin: judge(model.expected({}), 'at first'),
      steps: scenario.steps.map((step, index) => ({
        perform: (driver) => driver.perform(this.withSamples(step)),
        judge: judge(model.after(step), `step ${index + 1} (${step.do})`),
      })),
    };
  }

  /** An unknown word is an error, so that a typing mistake cannot silence a check. */
  check({ name, ...scenario }) {
    const { vocabulary, samples } = this;
    known(['name', ...Object.keys(scenario)], vocabulary.scenario, name);
    known(Object.keys(scenario.options ?? {}), vocabulary.options, name);
    known(Object.keys(scenario.view ?? {}), vocabulary.view, name);
    for (const step of scenario.steps) {
      const { do: action, ...rest } = step;
      known([action], Object.keys(vocabulary.steps), name);
      const given = vocabulary.steps[action];
      known(Object.keys(rest), [...Object.keys(given), ...vocabulary.expectations], name);
      known(
        Object.keys(given).filter((key) => given[key] === 'required'),
        Object.keys(rest),
        name,
      );
      known(Object.keys(step.options ?? {}), vocabulary.options, name);
      known(Object.keys(step.view ?? {}), vocabulary.view, name);
      known(step.screen ? [step.screen] : [], Object.keys(samples.screens), name);
    }
  }

  /** Texts in place of an event and a reply are names of samples. */
  withSamples(step) {
    const { events, replies } = this.samples;
    return { ...step, ...sample(step, 'event', events), ...sample(step, 'reply', replies) };
  }
}

function known(words, vocabulary, where) {
  const word = words.find((word) => !vocabulary.includes(word));
  if (word !== undefined) throw new Error(`${where}: not known or missing: ${word}`);
}

function sample(step, key, known) {
  if (typeof step[key] !== 'string') return {};
  if (!(step[key] in known)) throw new Error(`not known or missing: ${step[key]}`);
  return { [key]: known[step[key]] };
}

/** Everything that is to be observed: what a step does not name stays, or does not happen. */
class Model {
  constructor({ options = {}, view }, samples) {
    this.screens = samples.screens;
    const { hidden } = samples.screens;
    const texts = samples.texts[options.locale ?? 'zh_CN'];
    this.first = withLink({ ...texts, agreement: '', agreed: false, ...hidden.view, ...view });
    this.view = this.first;
    this.timers = 0;
  }

  after(step) {
    const before = this.view;
    if (step.do === 'leave') Object.assign(this, { view: null, timers: 0 });
    if (step.do === 'return') this.view = this.first;
    const { view, timers = this.timers } = this.screens[step.screen] ?? {};
    this.view &&= withLink({ ...this.view, ...view, ...step.view });
    this.timers = step.timers ?? timers;
    return this.expected(step, before);
  }

  expected(step, before) {
    const { toasts = [], modals = [], calls = [], reports = [], explained = [], privacyChecks = 0 } = step;
    const { view, timers } = this;
    const events = [...(step.events ?? []), ...this.stateChange(step, before)];
    return { view, timers, events, toasts, modals, calls, reports, explained, privacyChecks, ...countdowns(step) };
  }

  /** Another state is told last, where the step does not say otherwise. */
  stateChange({ events = [] }, before) {
    const told = events.some(([name]) => name === 'phoneNumberStateChange');
    const { view } = this;
    if (told || !before || !view || before.state === view.state) return [];
    return [['phoneNumberStateChange', { state: view.state }]];
  }
}

/** WeChat's privacy contract is linked where the user has to agree, or to accept it; no scenario has other agreements. */
function withLink(view) {
  const { agreement, openType } = view;
  return { ...view, linksPrivacyContract: agreement !== '' || openType === 'agreePrivacyAuthorization' };
}

/** What the countdown shows after each second of a wait; the zeros are left out. */
function countdowns({ countdowns }) {
  if (!countdowns) return {};
  const { from, to } = countdowns;
  return { countdowns: Array.from({ length: from - to + 1 }, (_, second) => from - second) };
}

function compare(expected, observed, where) {
  const [wanted, seen] = [expected, observed].map(byField);
  for (const key of Object.keys(wanted)) {
    const [one, other] = [wanted[key], seen[key]].map(ordered);
    if (one !== other) throw new Error(`${where}: ${key}: expected ${one}, observed ${other}`);
  }
}

/** With the fields of the view apart, so that a message names the one that differs. */
function byField({ view, ...rest }) {
  const fields = Object.entries(view ?? {}).map(([field, value]) => [`view.${field}`, value]);
  return { 'a view': view !== null, ...Object.fromEntries(fields), ...rest };
}

/** As text, with the keys of objects in order. */
export function ordered(value) {
  return JSON.stringify(value, (_, part) => (isPlain(part) ? Object.fromEntries(Object.entries(part).sort()) : part));
}

function isPlain(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
