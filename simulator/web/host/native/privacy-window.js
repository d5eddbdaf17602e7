import { element } from '../element.js';
import { NativeWindow } from './native-window.js';

const TITLE = '用户隐私保护提示';

/** Stands in for the window in which WeChat has its user accept the mini-program's privacy contract. */
export class PrivacyWindow extends NativeWindow {
  /**
   * @param {{ contract: string, onContract: () => void }} options  what the link says and opens
   * @returns {Promise<boolean>} whether the user accepts; never settles if the window is closed from outside
   */
  open({ contract, onContract }) {
    return new Promise((resolve) => {
      const choose = (accepted) => {
        this.close();
        resolve(accepted);
      };
      this.present(draw(contract, onContract, choose), 'privacy-refuse');
    });
  }
}

function draw(contract, onContract, choose) {
  const button = (name, text, accepted, className) =>
    element('button', {
      type: 'button',
      textContent: text,
      className,
      onclick: () => choose(accepted),
      dataset: { testid: `privacy-${name}` },
    });
  const link = element('button', {
    type: 'button',
    className: 'sheet-link',
    textContent: contract,
    onclick: onContract,
    dataset: { testid: 'privacy-contract' },
  });
  const sheet = element(
    'section',
    {
      className: 'sheet',
      role: 'dialog',
      tabIndex: -1,
      dataset: { testid: 'privacy-window' },
      aria: { modal: 'true', label: TITLE },
    },
    element('p', { className: 'sheet-mark', textContent: '模拟的微信隐私弹窗' }),
    element('h2', { className: 'sheet-title', textContent: TITLE }),
    element('p', { className: 'sheet-note' }, '使用前请先阅读并同意', link, '。如你不同意，将无法使用手机号登录。'),
    element(
      'div',
      { className: 'sheet-actions' },
      button('refuse', '拒绝', false, 'sheet-button'),
      button('accept', '同意', true, 'sheet-button sheet-button-primary'),
    ),
  );
  return element('div', { className: 'overlay' }, element('div', { className: 'dim' }), sheet);
}
