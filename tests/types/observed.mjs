/** Everything that the built module says in the scenarios, and what it says of real events and replies. */
import { readFileSync } from 'node:fs';

import { plain } from '../support/realm/phone.mjs';
import { NO_QUOTA } from '../support/realm/samples.mjs';
import { CoreDriver } from '../support/scenarios/core-driver.mjs';
import { loadScenarios, loadWords } from '../support/scenarios/scenario-files.mjs';
import { Scenarios } from '../support/scenarios/scenarios.mjs';

const words = loadWords();
const buttonEvents = JSON.parse(readFileSync(new URL('../support/button-events.json', import.meta.url), 'utf8'));
const NOT_UNDERSTOOD = [
  { errMsg: 'cloud.callFunction:fail never heard of' },
  { result: { success: false, errCode: 7 } },
  { statusCode: 403, data: { code: 1, msg: '没有该操作权限' } },
];

/** Runs every scenario on a loaded module: the events it is given, and what they do. */
export function observePopups({ PhonePopup }) {
  const seen = { events: [], options: [], views: [], dispatched: [], effects: [] };
  const scenarios = new Scenarios(words);
  const Recorded = recorded(PhonePopup, seen);
  for (const scenario of loadScenarios()) scenarios.run(scenario, (options) => new CoreDriver(Recorded, options));
  observeUnknown(new Recorded());
  observeHelpless(new Recorded({ otherLogin: 'never', contact: true }));
  return mapped(seen, distinct);
}

/** What no scenario comes to: a reply that nobody understands. */
function observeUnknown(popup) {
  const { code } = words.samples.events.allowed.detail;
  const events = [{ type: 'show' }, { type: 'tap' }, { type: 'authorized', event: words.samples.events.allowed }];
  const ends = NOT_UNDERSTOOD.map((reply) => ({ type: 'pageVerified', code, reply }));
  for (const event of [...events, ...ends]) popup.dispatch(event, 0);
}

/** Nor to this: a number does not help, there is no other way, and support is offered. */
function observeHelpless(popup) {
  const quota = { type: 'authorized', event: { detail: NO_QUOTA } };
  for (const event of [{ type: 'show' }, { type: 'tap' }, quota]) popup.dispatch(event, 0);
}

function recorded(PhonePopup, seen) {
  return class extends PhonePopup {
    constructor(options) {
      super(options);
      if (options) seen.options.push(options);
      seen.views.push(plain(this.view));
    }

    dispatch(event, now) {
      const dispatched = plain(super.dispatch(event, now));
      seen.events.push(event);
      seen.dispatched.push(dispatched);
      seen.effects.push(...dispatched.effects);
      seen.views.push(plain(this.view));
      return dispatched;
    }
  };
}

/** What a loaded module judges real events and replies to be, and the notices for reasons. */
export function observeJudgements({ classify, classifyReply, notice }, reasons) {
  const events = [...buttonEvents.map(({ event }) => event), { detail: { errMsg: 'never heard of' } }];
  const replies = [...Object.values(words.samples.replies), ...NOT_UNDERSTOOD];
  const outcomes = events.map(classify);
  const verifications = replies.map(classifyReply);
  const notices = ['zh_CN', 'zh_TW', 'en'].flatMap((locale) => reasons.map((reason) => notice(reason, { locale })));
  return mapped({ outcomes, verifications, notices }, distinct);
}

/** The fields that values have, taken together, by what stands in their field `key`. */
export function shapes(values, key, within) {
  const rows = {};
  for (const value of values) {
    const held = (rows[value[key]] ??= new Set());
    for (const name of Object.keys(within ? value[within] : value)) held.add(name);
  }
  return mapped(rows, (held) => [...held].sort());
}

const distinct = (values) => [...new Set(values.map((value) => JSON.stringify(value)))].map((text) => JSON.parse(text));

function mapped(lists, change) {
  return Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, change(list)]));
}
