import { element, inOneLine } from '../element.js';

/**
 * A list that is closed but for what is chosen, so that this is in view wherever the page stands.
 *
 * @param {HTMLElement} select
 * @param {object} options
 * @param {import('./choices.js').Group[]} options.groups
 * @param {string} options.first  what is chosen where nobody has chosen anything; what differs is marked
 * @param {(id: string) => void} options.onChoose
 * @returns {{ choose(id: string): void }} shows a choice that was made elsewhere
 */
export function picker(select, { groups, first, onChoose }) {
  if (!(select instanceof HTMLSelectElement)) throw new TypeError(`<${select.tagName}> 不是下拉列表`);
  /** @param {import('./choices.js').Row} row */
  const option = ({ id, label, english }) =>
    element('option', { value: id, textContent: inOneLine({ label, english }) });
  select.replaceChildren(
    ...groups.flatMap(({ legend, rows }) => {
      const options = rows.map(option);
      return legend ? [element('optgroup', { label: inOneLine(legend) }, ...options)] : options;
    }),
  );
  select.onchange = () => onChoose(select.value);
  return {
    choose(id) {
      select.value = id;
      select.classList.toggle('picked', id !== first);
    },
  };
}
