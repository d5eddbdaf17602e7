/**
 * The handlers of the document that this project began with, on a host that only notes what they ask for. They know
 * three outcomes and no states, so they do much less: a reference, not a rival.
 */

class Host {
  constructor(cloudFunction) {
    this.cloudFunction = cloudFunction;
    this.data = { showPhonePopup: false, userPhone: '' };
  }

  begin() {
    this.patch = {};
    this.effects = [];
  }

  setData(patch) {
    Object.assign(this.data, patch);
    Object.assign(this.patch, patch);
  }

  perform(type, what) {
    this.effects.push({ type, what });
  }
}

/** The component's handler: three outcomes. */
function onButton(popup, { detail }) {
  if (detail.errMsg === 'getPhoneNumber:ok') onCode(popup, detail.code);
  else if (detail.errno === 1400001) onQuota(popup);
  else popup.perform('toast', { title: '需要授权手机号才能使用', icon: 'none' });
}

function onQuota(popup) {
  popup.perform('modal', { title: '提示', content: '该功能使用次数已达上限，请联系客服', showCancel: false });
}

/** The page's handlers: the code goes to the cloud function, the number to the page's data. */
function onCode(popup, code) {
  popup.perform('callFunction', { name: popup.cloudFunction, data: { code } });
}

function onReply(popup, { success, phoneNumber, error }) {
  if (!success) {
    popup.perform('toast', { title: error || '手机号验证失败', icon: 'none' });
    return;
  }
  popup.setData({ userPhone: phoneNumber, showPhonePopup: false });
  popup.perform('store', phoneNumber);
  popup.perform('toast', { title: '手机号获取成功', icon: 'success' });
}

class Popup extends Host {
  dispatch(event) {
    this.begin();
    if (event.type === 'show') this.setData({ showPhonePopup: true });
    else if (event.type === 'decline') this.setData({ showPhonePopup: false });
    else if (event.type === 'authorized') onButton(this, event.event);
    else if (event.type === 'verified') onReply(this, event.reply);
    return { patch: this.patch, effects: this.effects };
  }
}

export const open = ({ cloudFunction }) => new Popup(cloudFunction);
