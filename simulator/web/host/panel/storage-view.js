import { element } from '../element.js';
import { maskText } from '../mask.js';

/**
 * Shows what the mini-program has stored, but for secrets.
 *
 * @param {HTMLElement} body
 * @param {HTMLElement} empty  shown where there is nothing
 * @param {import('../storage.js').Storage} storage
 */
export function showStorage(body, empty, storage) {
  const draw = () => {
    const rows = storage.keys().map((key) => row(key, storage.get(key)));
    body.replaceChildren(...rows);
    empty.hidden = rows.length > 0;
  };
  storage.onChange(draw);
  draw();
}

const row = (key, json) =>
  element(
    'tr',
    { dataset: { testid: `storage-${key}` } },
    element('th', { scope: 'row', textContent: key }),
    element('td', {}, element('code', { textContent: maskText(json) })),
  );
