import { element } from '../element.js';

const ICONS = { success: '✓', error: '!', none: '', image: '' };

/** WeChat's toast. There is one at most; a loading is one, too. */
export class Toast {
  #layer;
  /** @type {HTMLElement | null} */
  #shown = null;
  #timer;

  /** @param {HTMLElement} layer */
  constructor(layer) {
    this.#layer = layer;
  }

  /** @param {import('../../phone/bridge.js').ToastOptions} options */
  show({ title, icon, image, duration, mask }) {
    this.hide();
    const box = element(
      'div',
      { className: `toast toast-${icon}`, role: 'status', dataset: { testid: 'toast', icon } },
      ...picture(icon, image),
      element('p', { className: 'toast-title', textContent: title, dataset: { testid: 'toast-title' } }),
    );
    this.#shown = element('div', { className: mask ? 'overlay toast-layer' : 'overlay toast-layer pass' }, box);
    this.#layer.append(this.#shown);
    if (duration !== undefined) this.#timer = setTimeout(() => this.hide(), duration);
  }

  hide() {
    clearTimeout(this.#timer);
    this.#shown?.remove();
    this.#shown = null;
  }
}

function picture(icon, image) {
  if (icon === 'none') return [];
  const content = { textContent: ICONS[icon] ?? '' };
  if (image) content.style = `background-image: url("/package/${image.replace(/^\//, '')}")`;
  return [element('span', { className: `toast-icon toast-icon-${icon}`, ...content, aria: { hidden: 'true' } })];
}
