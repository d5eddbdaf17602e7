import { maskSecrets, maskText } from './mask.js';

const CAPACITY = 500;

/** What kinds of entries there are, and what they are called. */
export const kinds = {
  page: { label: '页面', english: 'page' },
  tap: { label: '点击', english: 'tap' },
  platform: { label: '微信', english: 'WeChat' },
  event: { label: '组件事件', english: 'event' },
  cloud: { label: '云函数', english: 'function' },
  network: { label: '网络', english: 'network' },
  toast: { label: '轻提示', english: 'toast' },
  modal: { label: '对话框', english: 'modal' },
  storage: { label: '存储', english: 'storage' },
  analytics: { label: '统计', english: 'statistics' },
  hint: { label: '开发提示', english: 'hint' },
  warning: { label: '提醒', english: 'warning' },
  error: { label: '错误', english: 'error' },
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
