const NONE = '—';

/**
 * @param {HTMLElement} place  with an element `[data-field]` for each field
 * @returns {(state: object | null) => void}
 */
export function stateView(place) {
  /** @type {NodeListOf<HTMLElement>} */
  const fields = place.querySelectorAll('[data-field]');
  const show = (state) => {
    for (const field of fields) field.textContent = say(state?.[field.dataset.field ?? '']);
  };
  show(null);
  return show;
}

function say(value) {
  if (value === '') return '（空）';
  return value === undefined ? NONE : String(value);
}
