import { maskSecrets, maskText } from './mask.js';

const CAPACITY = 500;

/** What kinds of entries there are, and what they are called. */
export const kinds = {
  page: '页面',
  tap: '点击',
  platform: '微信',
  event: '组件事件',
  cloud: '云函数',
  network: '网络',
  toast: '轻提示',
  modal: '对话框',
  storage: '存储',
  analytics: '统计',
  hint: '开发提示',
  warning: '提醒',
  error: '错误',
};

/**
 * What happened, in order; codes and phone numbers are masked before they get here.
 *
 * @typedef {{ time: number, kind: keyof typeof kinds, text: string, detail?: unknown }} Entry
 */
export class EventLog {
  /** @type {Entry[]} */
  entries = [];
  #listeners = [];

  /** @param {(entry: Entry | null) => void} listener  `null`: the log was cleared */
  onChange(listener) {
    this.#listeners.push(listener);
  }

  /**
   * @param {keyof typeof kinds} kind
   * @param {string} text
   * @param {unknown} [detail]
   */
  add(kind, text, detail) {
    const entry = { time: Date.now(), kind, text: maskText(text), detail: maskSecrets(detail) };
    this.entries.push(entry);
    if (this.entries.length > CAPACITY) this.entries.shift();
    this.#notify(entry);
  }

  clear() {
    this.entries.length = 0;
    this.#notify(null);
  }

  #notify(entry) {
    for (const listener of this.#listeners) listener(entry);
  }
}
