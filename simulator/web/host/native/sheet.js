import { element } from '../element.js';
import { NativeWindow } from './native-window.js';

/**
 * @typedef {'allow' | 'deny' | 'cancel'} Choice
 */

const NUMBER = '138****8000';
const TITLES = {
  getPhoneNumber: '申请获取并验证你的手机号',
  getRealtimePhoneNumber: '申请获取并实时验证你的手机号',
};

/** Stands in for the sheet on which WeChat asks for the user's consent. */
export class PhoneSheet extends NativeWindow {
  #appName;

  /**
   * @param {HTMLElement} layer
   * @param {() => string} appName
   */
  constructor(layer, appName) {
    super(layer);
    this.#appName = appName;
  }

  /**
   * @param {string} api
   * @returns {Promise<Choice>} never settles if the sheet is closed from outside
   */
  open(api) {
    return new Promise((resolve) => {
      const choose = (choice) => {
        this.close();
        resolve(choice);
      };
      this.present(draw(this.#appName(), TITLES[api], choose), 'sheet-dim');
    });
  }
}

function draw(appName, title, choose) {
  const button = (choice, text, className) =>
    element('button', {
      type: 'button',
      textContent: text,
      className,
      onclick: () => choose(choice),
      dataset: { testid: `sheet-${choice}` },
    });
  const sheet = element(
    'section',
    {
      className: 'sheet',
      role: 'dialog',
      tabIndex: -1,
      dataset: { testid: 'phone-sheet' },
      aria: { modal: 'true', label: title },
    },
    element('p', { className: 'sheet-mark', textContent: '模拟的微信授权弹窗' }),
    element('p', { className: 'sheet-app' }, element('span', { className: 'sheet-logo' }), appName),
    element('h2', { className: 'sheet-title', textContent: title }),
    element(
      'div',
      { className: 'sheet-number' },
      element('strong', { textContent: NUMBER }),
      element('span', { textContent: '微信绑定号码' }),
    ),
    element(
      'div',
      { className: 'sheet-actions' },
      button('deny', '不允许', 'sheet-button'),
      button('allow', '允许', 'sheet-button sheet-button-primary'),
    ),
  );
  const dim = element('div', {
    className: 'dim',
    onclick: () => choose('cancel'),
    dataset: { testid: 'sheet-dim' },
    title: '点这里等于关闭微信授权弹窗',
  });
  return element('div', { className: 'overlay' }, dim, sheet);
}
