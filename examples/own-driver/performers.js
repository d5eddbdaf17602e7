const { exchangeBy } = require('./exchanges');

/** What makes an event of an answer. If the popup that asked is lost by then, a number in the answer still counts. */
function answering(loop, makeEvent) {
  const { popup } = loop;
  return (answer) => {
    const event = makeEvent(answer);
    loop.enqueue(loop.popup === popup ? event : { type: 'recovered', event });
  };
}

/** How each effect is performed. `component` is missing once it has left. */
module.exports = {
  trigger(_loop, { name, detail }, component) {
    if (component) component.triggerEvent(name, detail);
  },
  verify(loop, { request, name, data }) {
    const answer = answering(loop, (reply) => ({ type: 'verified', request, reply }));
    wx.cloud.callFunction({ name, data, success: answer, fail: answer });
  },
  exchange(loop, { request, name, data }) {
    const answer = answering(loop, (reply) => ({ type: 'verified', request, reply }));
    exchangeBy(name, data, answer);
  },
  startDeadline(loop, { request, delay }) {
    clearTimeout(loop.timer);
    const pass = answering(loop, () => ({ type: 'deadlinePassed', request }));
    if (loop.component) loop.timer = setTimeout(pass, delay);
  },
  stopDeadline(loop) {
    clearTimeout(loop.timer);
  },
  checkPrivacy(loop, { request }) {
    const answer = answering(loop, (setting) => {
      return { type: 'privacyChecked', request, needed: Boolean(setting && setting.needAuthorization) };
    });
    if (wx.getPrivacySetting) wx.getPrivacySetting({ success: answer, fail: () => answer(undefined) });
    else answer(undefined);
  },
  notify(_loop, { notice }, component) {
    if (!component) return;
    if (notice.via === 'toast') wx.showToast(notice);
    else wx.showModal(notice);
  },
  report(_loop, { name, data }) {
    wx.reportEvent(name, data);
  },
  explain(_loop, { reason, raw }) {
    console.warn(reason, raw);
  },
  keep(loop) {
    loop.isKept = true;
  },
};
