import { element } from '../element.js';

/**
 * @typedef {{ legend?: string, rows: { id: string, label: string }[] }} Group
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
  const pill = ({ id, label }) => {
    const input = element('input', {
      type: 'radio',
      name,
      value: id,
      checked: id === chosen,
      onchange: () => onChoose(id),
      dataset: { testid: `${name}-${id}` },
    });
    inputs.set(id, input);
    return element('label', { className: 'pill' }, input, element('span', { textContent: label }));
  };
  /** @param {Group} group */
  const group = ({ legend, rows }) =>
    element(
      'fieldset',
      { className: 'pills' },
      element('legend', { textContent: legend ?? '', hidden: !legend }),
      ...rows.map(pill),
    );
  place.replaceChildren(...groups.map(group));
  return {
    choose: (id) => {
      inputs.get(id).checked = true;
    },
  };
}
