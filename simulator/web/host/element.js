/**
 * @param {string} tag
 * @param {object} [properties]  of the element; `dataset` and `aria` are merged into it
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function element(tag, { dataset, aria, ...properties } = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  Object.assign(made.dataset, dataset);
  for (const [name, value] of Object.entries(aria ?? {})) made.setAttribute(`aria-${name}`, value);
  made.append(...children);
  return made;
}

/**
 * A text in two languages, the second one smaller.
 *
 * @param {{ label: string, english: string }} text
 * @returns {(Node | string)[]}
 */
export const bilingual = ({ label, english }) => [label, ' ', element('i', { lang: 'en', textContent: english })];

/** The same where there can be no element. */
export const inOneLine = ({ label, english }) => `${label} · ${english}`;

/**
 * @template {HTMLElement} T
 * @param {ParentNode} place
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T}
 * @throws where the place has no such element
 */
export function find(place, selector, type) {
  const found = place.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`没有这样的元素：${selector}`);
  return found;
}

/** @param {string} id */
export const byId = (id) => find(document, `#${id}`, HTMLElement);
