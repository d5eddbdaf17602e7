import { element } from '../element.js';
import { NativeWindow } from './native-window.js';

/** WeChat's modal. */
export class Modal extends NativeWindow {
  /**
   * @param {import('../../phone/bridge.js').ModalOptions} options
   * @returns {Promise<{ confirm: boolean, cancel: boolean }>}
   */
  show(options) {
    return new Promise((resolve) => {
      const answer = (confirm) => {
        this.close();
        resolve({ confirm, cancel: !confirm });
      };
      this.present(draw(options, answer), options.showCancel ? 'modal-cancel' : undefined);
    });
  }
}

/**
 * @param {import('../../phone/bridge.js').ModalOptions} options
 * @param {(confirm: boolean) => void} answer
 */
function draw({ title, content, showCancel, confirmText, cancelText, confirmColor, cancelColor }, answer) {
  const button = (name, text, color, confirm) =>
    element('button', {
      type: 'button',
      className: `modal-button modal-${name}`,
      textContent: text,
      style: color ? `color: ${color}` : '',
      onclick: () => answer(confirm),
      dataset: { testid: `modal-${name}` },
    });
  const buttons = [button('confirm', confirmText, confirmColor, true)];
  if (showCancel) buttons.unshift(button('cancel', cancelText, cancelColor, false));
  const box = element(
    'section',
    {
      className: 'modal',
      role: 'alertdialog',
      tabIndex: -1,
      dataset: { testid: 'modal' },
      aria: { modal: 'true', label: title || content },
    },
    element('h2', { className: 'modal-title', textContent: title, dataset: { testid: 'modal-title' } }),
    element('p', { className: 'modal-content', textContent: content, dataset: { testid: 'modal-content' } }),
    element('div', { className: 'modal-actions' }, ...buttons),
  );
  return element('div', { className: 'overlay modal-layer' }, element('div', { className: 'dim' }), box);
}
