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
   * @param {string} [onEscape]  the part of it that Escape touches, by its test id
   */
  present(content, onEscape) {
    this.close();
    const before = document.activeElement;
    content.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && onEscape) find(content, `[data-testid="${onEscape}"]`, HTMLElement).click();
    });
    this.#layer.append(content);
    find(content, '[role$="dialog"]', HTMLElement).focus({ preventScroll: true });
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
