import { find } from '../element.js';

/** Something that WeChat puts above the mini-program, and that has the keyboard while it is there. */
export class NativeWindow {
  #layer;
  #dismiss = () => {};

  /** @param {HTMLElement} layer  of the phone's screen */
  constructor(layer) {
    this.#layer = layer;
  }

  /**
   * @param {HTMLElement} content  with a dialog in it; takes the place of what was shown before
   * @param {() => void} [onEscape]
   */
  present(content, onEscape) {
    this.close();
    const before = document.activeElement;
    content.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') onEscape?.();
    });
    this.#layer.append(content);
    find(content, '[role$="dialog"]', HTMLElement).focus();
    this.#dismiss = () => {
      content.remove();
      if (before instanceof HTMLElement) before.focus();
    };
  }

  close() {
    this.#dismiss();
    this.#dismiss = () => {};
  }
}
