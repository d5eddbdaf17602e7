const { callFunction, report, showNotice } = require('../../phone-login/platform');

/** How each effect is performed. Answers come back as events of the queue. */
module.exports = {
  trigger: (driver, { name, detail }) => driver.component.triggerEvent(name, detail),
  verify: (driver, { request, name, data }) =>
    callFunction(name, data, (reply) => driver.enqueue({ type: 'verified', request, reply })),
  startDeadline: (driver, { request, delay }) => {
    clearTimeout(driver.deadline);
    driver.deadline = setTimeout(() => driver.enqueue({ type: 'deadlinePassed', request }), delay);
  },
  stopDeadline: (driver) => clearTimeout(driver.deadline),
  notify: (driver, { notice }) => showNotice(notice),
  report: (driver, { name, data }) => report(name, data),
};
