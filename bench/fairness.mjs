/** Whether all who are measured do the same work: whatever the package is told, they are told, and answer the same. */
import { inspect, isDeepStrictEqual } from 'node:util';

import { Phone } from '../tests/support/realm/phone.mjs';
import { CoreDriver } from '../tests/support/scenarios/core-driver.mjs';
import { loadScenarios, loadWords } from '../tests/support/scenarios/scenario-files.mjs';
import { Scenarios } from '../tests/support/scenarios/scenarios.mjs';
import { lockstep } from './fairness/lockstep.mjs';
import { oddValue } from './fairness/odd-values.mjs';
import { loadRival, RIVALS } from './fairness/rivals.mjs';
import { runStream } from './fairness/streams.mjs';
import { Crowd, OPTIONS, OTHER_STEPS, STEPS } from './program/flow.mjs';
import { readReasons } from './reasons.mjs';
import { buttonEvents, everyEvent, everyReply, fieldCases, replies } from './samples.mjs';

/** How many streams of events that nobody thought of each rival is told. */
const STREAMS = 2000;

/** How many values that nobody sent so far the judges are given. */
const ODD_VALUES = 4000;

const LOCALES = ['zh_CN', 'zh_TW', 'en'];

/** The same options for every reason that `notice` can be given. */
const NOTICE_OPTIONS = LOCALES.flatMap((locale) =>
  ['authorization', 'verification'].flatMap((stage) => [
    { locale, stage },
    { locale, stage, renderer: 'skyline' },
    { locale, stage, messages: { user_denied: 'own words', verified: 'welcome', unheard_of: 'well' } },
  ]),
);

/** What differs from the package's answers, a text each; an empty list where all is fair. */
export async function differences({ streams = STREAMS } = {}) {
  const ours = await new Phone().ready();
  const found = [];
  for (const name of RIVALS) {
    const rival = await loadRival(name);
    const PhonePopup = lockstep(ours, rival);
    const texts = [
      ...differentJudgments(ours, rival),
      ...differentCourses(PhonePopup),
      ...differentScenarios(PhonePopup),
      ...differentStreams(PhonePopup, streams),
    ];
    found.push(...texts.map((text) => `${name}: ${text}`));
  }
  return found;
}

/** What is exported beside the popup, asked of every sample. */
export function differentJudgments(ours, rival, samples = everySample()) {
  return samples.flatMap(([subject, ...given]) => {
    const [expected, found] = [ours, rival].map((judge) => judge[subject](...given));
    if (isSame(expected, found)) return [];
    return `${subject} of ${[given, found, expected].map((part) => inspect(part)).join(': ')}`;
  });
}

/** What a server sent is handed on as it came. */
function isSame(expected, found) {
  const [{ data: sent, ...wanted }, { data, ...given }] = [Object(expected), Object(found)];
  return Object.is(data, sent) && isDeepStrictEqual(given, wanted);
}

function everySample() {
  const names = [...readReasons().map(({ name }) => name), 'verified', 'unheard_of', undefined];
  return [
    ...[...buttonEvents, ...fieldCases('event'), ...everyEvent()].map((event) => ['classify', event]),
    ...[...replies, ...fieldCases('reply'), ...everyReply()].map((reply) => ['classifyReply', reply]),
    ...seeds(ODD_VALUES).flatMap((seed) => ['classify', 'classifyReply'].map((judge) => [judge, oddValue(seed)])),
    ...names.flatMap((name) => NOTICE_OPTIONS.map((options) => ['notice', name, options])),
    ...['13800138000', '+8613800138000', '1380013', '', 7].map((number) => ['maskPhoneNumber', number]),
  ];
}

/** The course that is measured, twice, and the steps beside it. */
function differentCourses(PhonePopup) {
  return LOCALES.flatMap((locale) =>
    attempt(`the course in ${locale}`, () => {
      const crowd = new Crowd((options) => new PhonePopup(options), 1, { ...OPTIONS, locale });
      for (const step of [...STEPS, ...STEPS, ...OTHER_STEPS]) crowd.dispatch(crowd.events(step));
    }),
  );
}

function differentScenarios(PhonePopup) {
  const scenarios = new Scenarios(loadWords());
  const open = (options) => new CoreDriver(PhonePopup, options);
  return loadScenarios().flatMap((scenario) => attempt(scenario.name, () => scenarios.run(scenario, open)));
}

function differentStreams(PhonePopup, streams) {
  return seeds(streams).flatMap((seed) => attempt(`the stream of seed ${seed}`, () => runStream(PhonePopup, seed)));
}

const seeds = (count) => Array.from({ length: count }, (_, at) => at + 1);

function attempt(what, act) {
  try {
    act();
    return [];
  } catch ({ message }) {
    return [`${what}: ${message}`];
  }
}
