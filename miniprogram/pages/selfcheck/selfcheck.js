const { tidy } = require('./tidy');

/** Milliseconds that WeChat may take to copy. */
const COPY_TIMEOUT = 1000;

const TO_WHOM = '点「复制结果」，发给提供这个包的人。';

/** @typedef {'idle' | 'running' | 'done'} Stage */

Page({
  data: {
    /** @type {Stage} */
    stage: 'idle',
    percent: 0,
    level: '',
    title: '',
    lines: /** @type {string[]} */ ([]),
    tables: undefined,
    failures: undefined,
    button: '开始自检',
    copyStatus: '',
    /** What is copied; shown only where copying fails. */
    text: '',
    isTextShown: false,
  },

  onTap() {
    if (this.data.stage === 'idle') this.start();
    else if (this.data.stage === 'done') this.copy();
  },

  start() {
    this.setData({ stage: 'running', button: '正在自检…' });
    // Loaded now, so that the page opens and says what is wrong where a part of the module is not there.
    new Promise((resolve) => resolve(require('./run').selfCheck(this, (share) => this.progress(share))))
      .then((result) => this.finish(result))
      .catch((error) => this.fail(error));
  },

  progress(share) {
    const percent = Math.floor(share * 100);
    if (percent >= this.data.percent + 10) this.setData({ percent });
  },

  /** @param {import('./run').Result} result */
  finish(result) {
    const { failuresOf, tablesOf } = require('./tables');
    const verdict = require('./verdict').verdictOf(result);
    const text = require('./result-text').resultText(result, verdict);
    this.show(verdict, text, { tables: tablesOf(result), failures: failuresOf(result) });
  },

  /** The check itself could not be made. */
  fail(error) {
    const lines = ['自检没有完成，phone-login 目录可能不完整。请重新复制整个目录。'];
    this.show(
      { level: 'failed', title: '没有通过', lines },
      `wx-phone-login self-check\nverdict: failed\nnot run: ${tidy(error)}`,
    );
  },

  /** @param {import('./verdict').Verdict} verdict */
  show({ level, title, lines }, text, details = {}) {
    const stage = /** @type {Stage} */ ('done');
    const shown = { stage, button: '复制结果', level, title, lines: lines.concat(TO_WHOM), text };
    this.setData(Object.assign(shown, details));
  },

  /** Where WeChat does not copy, or does not answer, the user does. */
  copy() {
    const failed = () =>
      this.setData({ copyStatus: '没有复制成功。请长按下面的文字，全选并复制。', isTextShown: true });
    const timer = setTimeout(failed, COPY_TIMEOUT);
    const success = () => {
      clearTimeout(timer);
      this.setData({ copyStatus: '已复制。', isTextShown: false });
    };
    try {
      wx.setClipboardData({ data: this.data.text, success, fail: failed });
    } catch (error) {
      failed();
    }
  },
});
