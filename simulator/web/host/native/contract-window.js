import { element } from '../element.js';
import { NativeWindow } from './native-window.js';

const TEXT = '这里是小程序管理员在公众平台填写的隐私保护指引：收集哪些信息、用来做什么。模拟器里没有正文。';

/** Stands in for the page on which WeChat shows the mini-program's privacy contract. */
export class ContractWindow extends NativeWindow {
  /** @param {string} title */
  open(title) {
    const close = () => this.close();
    const sheet = element(
      'section',
      {
        className: 'contract',
        role: 'dialog',
        tabIndex: -1,
        dataset: { testid: 'contract-window' },
        aria: { modal: 'true', label: title },
      },
      element('p', { className: 'sheet-mark', textContent: '模拟的微信页面' }),
      element('h2', { className: 'sheet-title', textContent: title }),
      element('p', { className: 'sheet-note', textContent: TEXT }),
      element('button', {
        type: 'button',
        className: 'sheet-button sheet-button-primary',
        textContent: '返回',
        onclick: close,
        dataset: { testid: 'contract-close' },
      }),
    );
    this.present(element('div', { className: 'overlay' }, sheet), 'contract-close');
  }
}
