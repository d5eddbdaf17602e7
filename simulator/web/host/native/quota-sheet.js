import { element } from '../element.js';
import { NativeWindow } from './native-window.js';

const TEXT = '申请获取你的手机号，但该功能使用次数已达当前小程序上限，暂时无法使用';

/** Stands in for what WeChat shows when the quota is used up, unless the button switches it off. */
export class QuotaSheet extends NativeWindow {
  open() {
    const close = () => this.close();
    const sheet = element(
      'section',
      {
        className: 'sheet',
        role: 'dialog',
        tabIndex: -1,
        dataset: { testid: 'quota-sheet' },
        aria: { modal: 'true', label: TEXT },
      },
      element('p', { className: 'sheet-mark', textContent: '模拟的微信额度提示' }),
      element('p', { className: 'sheet-text', textContent: TEXT }),
      element(
        'div',
        { className: 'sheet-actions' },
        element('button', {
          type: 'button',
          className: 'sheet-button sheet-button-primary',
          textContent: '我知道了',
          onclick: close,
          dataset: { testid: 'quota-sheet-close' },
        }),
      ),
    );
    const dim = element('div', { className: 'dim', onclick: close, dataset: { testid: 'quota-sheet-dim' } });
    this.present(element('div', { className: 'overlay' }, dim, sheet), 'quota-sheet-close');
  }
}
