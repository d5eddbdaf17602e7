import { platformAnswer } from '../../answers.mjs';
import { phones } from './phone-frame.js';
import { defaults, requireOption } from './settings.js';

/**
 * All that is chosen on the panel.
 *
 * @typedef {object} Choices
 * @property {Record<string, string>} settings  setting → option
 * @property {string} platform  what WeChat answers
 * @property {string} server    what the back end answers
 * @property {string} phone
 */

/** What is chosen where nobody has chosen anything. @returns {Choices} */
export const firstChoices = () => ({ settings: defaults(), platform: 'ask', server: 'success', phone: 'tall' });

/**
 * What an address chooses, `?verifier=popup&platform=deny`. Whether the back end has the answer is not known here.
 *
 * @param {string} query
 * @returns {Choices}
 * @throws where there is no such setting, option, answer or phone
 */
export function choicesIn(query) {
  const choices = firstChoices();
  for (const [name, id] of new URLSearchParams(query)) {
    if (name === 'platform') choices.platform = platformAnswer(id).id;
    else if (name === 'server') choices.server = id;
    else if (name === 'phone') choices.phone = requirePhone(id);
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
export function queryOf({ settings, ...others }) {
  const { settings: first, ...firstOthers } = firstChoices();
  const chosen = Object.entries({ ...settings, ...others });
  const differing = chosen.filter(([name, id]) => ({ ...first, ...firstOthers })[name] !== id);
  return differing.length === 0 ? '' : `?${new URLSearchParams(differing)}`;
}

function requirePhone(id) {
  if (!Object.hasOwn(phones, id)) throw new RangeError(`没有这样的手机：${id}`);
  return id;
}
