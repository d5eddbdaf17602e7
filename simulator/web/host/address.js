import { platformAnswer } from '../../answers.mjs';
import { stepsIn } from './course/steps.js';
import { requirePhone } from './phone-frame.js';
import { defaults, requireOption } from './settings.js';

/** What a step of a course can do that is a choice. */
const CHOOSING = ['set', 'platform', 'server', 'phone'];

/**
 * All that is chosen on the panel.
 *
 * @typedef {object} Choices
 * @property {Record<string, string>} settings  setting → option
 * @property {string} platform  what WeChat answers
 * @property {string} server    what the back end answers
 * @property {string} phone
 * @property {string} course    as course/steps.js writes it; empty where there is none
 */

/** What is chosen where nobody has chosen anything. @returns {Choices} */
export const firstChoices = () => ({
  settings: defaults(),
  platform: 'ask',
  server: 'success',
  phone: 'tall',
  course: '',
});

/**
 * What an address chooses, `?verifier=popup&platform=deny`. Whether the back end has the answer is not known here.
 *
 * @param {string} query
 * @returns {Choices}
 * @throws where there is no such setting, option, answer or phone, or where the course is none
 */
export function choicesIn(query) {
  const choices = firstChoices();
  for (const [name, id] of new URLSearchParams(query)) {
    if (name === 'platform') choices.platform = platformAnswer(id).id;
    else if (name === 'server') choices.server = id;
    else if (name === 'phone') choices.phone = requirePhone(id);
    else if (name === 'course') choices.course = requireCourse(id);
    else choices.settings[name] = requireOption(name, id);
  }
  return choices;
}

/**
 * The address of what is chosen: what differs from the first choices.
 *
 * @param {Choices} choices
 * @returns {string} a query, or nothing
 */
export function queryOf(choices) {
  const differing = differencesOf(choices);
  return differing.length === 0 ? '' : `?${new URLSearchParams(differing)}`;
}

/**
 * What is chosen, as the first steps of a course.
 *
 * @param {Choices} choices
 * @returns {import('./course/steps.js').Step[]}
 */
export const stepsOfChoices = (choices) =>
  differencesOf({ ...choices, course: '' }).map(([name, id]) =>
    name in choices.settings
      ? { after: 0, action: 'set', what: `${name}-${id}` }
      : { after: 0, action: name, what: id },
  );

/**
 * What the first steps of a course choose, before anything else happens.
 *
 * @param {import('./course/steps.js').Step[]} steps
 * @returns {{ choices: Choices, rest: import('./course/steps.js').Step[] }} and the steps after them
 * @throws as `choicesIn`
 */
export function choicesOfSteps(steps) {
  const count = steps.findIndex(({ after, action }) => after > 0 || !CHOOSING.includes(action));
  const [first, rest] = count < 0 ? [steps, []] : [steps.slice(0, count), steps.slice(count)];
  const query = first.map(({ action, what }) => (action === 'set' ? settingIn(what) : [action, what]));
  return { choices: choicesIn(String(new URLSearchParams(query))), rest };
}

/**
 * @param {string} what  of a step that sets: the setting and its option, with `-` between them
 * @returns {[name: string, id: string]}
 */
export function settingIn(what) {
  const [name] = what.split('-', 1);
  return [name, what.slice(name.length + 1)];
}

/** What differs from the first choices, by its name in an address. @returns {[name: string, id: string][]} */
function differencesOf({ settings, ...others }) {
  const { settings: first, ...firstOthers } = firstChoices();
  const firstIds = { ...first, ...firstOthers };
  return Object.entries({ ...settings, ...others }).filter(([name, id]) => firstIds[name] !== id);
}

function requireCourse(text) {
  choicesOfSteps(stepsIn(text));
  return text;
}
