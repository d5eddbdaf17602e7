import { bilingual, element } from '../element.js';

/**
 * @typedef {{ id: string, label: string, english: string }} Row
 * @typedef {{ legend?: { label: string, english: string }, rows: Row[] }} Group
 */

/**
 * Groups of pills of which exactly one is chosen.
 *
 * @param {HTMLElement} place
 * @param {object} options
 * @param {string} options.name                          of the radio buttons, and the prefix of their test ids
 * @param {Group[]} options.groups
 * @param {string} options.chosen
 * @param {(id: string) => void} options.onChoose
 * @returns {{ choose(id: string): void }} shows a choice that was made elsewhere
 */
export function choices(place, { name, groups, chosen, onChoose }) {
  const inputs = new Map();
  /** @param {Row} row */
  const pill = ({ id, label, english }) => {
    const input = element('input', {
      type: 'radio',
      name,
      value: id,
      checked: id === chosen,
      onchange: () => onChoose(id),
      dataset: { testid: `${name}-${id}` },
    });
    inputs.set(id, input);
    return element('label', { className: 'pill' }, input, element('span', {}, ...bilingual({ label, english })));
  };
  /** @param {Group} group */
  const group = ({ legend, rows }) =>
    element(
      'fieldset',
      { className: 'pills' },
      element('legend', { hidden: !legend }, ...(legend ? bilingual(legend) : [])),
      ...rows.map(pill),
    );
  place.replaceChildren(...groups.map(group));
  return {
    choose: (id) => {
      inputs.get(id).checked = true;
    },
  };
}
