const platform = require('../../phone-login/platform');

/** How each effect is performed. Answers come back as events of the queue. */
module.exports = {
  trigger: (driver, { name, detail }, component) => component.triggerEvent(name, detail),
  verify: (driver, { request, name, data }) =>
    platform.callFunction(name, data, (reply) => driver.enqueue({ type: 'verified', request, reply })),
  checkPrivacy: (driver, { request }) =>
    platform.checkPrivacy((needed) => driver.enqueue({ type: 'privacyChecked', request, needed })),
  startDeadline: (driver, { request, delay }) => {
    clearTimeout(driver.deadline);
    if (!driver.component) return; // It left in the middle of this event.
    driver.deadline = setTimeout(() => driver.enqueue({ type: 'deadlinePassed', request }), delay);
  },
  stopDeadline: (driver) => clearTimeout(driver.deadline),
  notify: (driver, { notice }) => platform.showNotice(notice),
  report: (driver, { name, data }) => platform.report(name, data),
  explain: (driver, { reason, raw }) => platform.explain(reason, raw),
  keep: (driver) => driver.keep(),
};
