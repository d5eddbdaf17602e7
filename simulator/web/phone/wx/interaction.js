import { api } from './call.js';

const BUTTON_LIMIT = 4;
const DEFAULT_DURATION = 1500;
/** What WeChat shows when something was copied. */
const COPIED = '内容已复制';
const DEFAULT_MODAL = { title: '', content: '', showCancel: true, confirmText: '确定', cancelText: '取消' };

/** `wx.showToast` and its relatives. A loading is a toast that waits to be hidden. */
export function interaction(bridge) {
  const show = (toast) => {
    bridge.log('toast', toast.title, { icon: toast.icon });
    bridge.showToast(toast);
  };

  function showToast({ title, icon = 'success', image, duration = DEFAULT_DURATION, mask = false }) {
    requireTitle(title);
    show({ title, icon: image ? 'image' : icon, image, duration, mask });
  }

  function showLoading({ title, mask = false }) {
    requireTitle(title);
    show({ title, icon: 'loading', mask });
  }

  async function showModal(options) {
    const modal = { ...DEFAULT_MODAL, ...present(options) };
    for (const name of ['confirmText', 'cancelText']) requireShort(name, modal[name]);
    bridge.log('modal', modal.title, { content: modal.content, showCancel: modal.showCancel });
    const answer = await bridge.showModal(modal);
    bridge.log('modal', answer.confirm ? modal.confirmText : modal.cancelText);
    return answer;
  }

  /** Copies nothing: what would be copied is in the log. WeChat says so by a toast of its own. */
  function setClipboardData({ data }) {
    if (typeof data !== 'string')
      throw new Error(`parameter error: parameter.data should be String instead of ${typeof data}`);
    bridge.log('toast', COPIED, { data });
    bridge.showToast({ title: COPIED, icon: 'none', duration: DEFAULT_DURATION, mask: false });
  }

  return {
    setClipboardData: api('setClipboardData', setClipboardData),
    showToast: api('showToast', showToast),
    hideToast: api('hideToast', () => bridge.hideToast()),
    showLoading: api('showLoading', showLoading),
    // On a phone this also removes a toast that was shown before it.
    hideLoading: api('hideLoading', () => bridge.hideToast()),
    showModal: api('showModal', showModal),
  };
}

function requireTitle(title) {
  if (typeof title === 'string') return;
  throw new Error(`parameter error: parameter.title should be String instead of ${typeof title}`);
}

function requireShort(name, text) {
  if ([...text].length <= BUTTON_LIMIT) return;
  throw new Error(`${name} length should not larger than ${BUTTON_LIMIT} Chinese characters`);
}

/** Only what can cross to the simulator, and only what was given. */
const present = ({ title, content, showCancel, confirmText, cancelText, confirmColor, cancelColor }) =>
  JSON.parse(JSON.stringify({ title, content, showCancel, confirmText, cancelText, confirmColor, cancelColor }));
