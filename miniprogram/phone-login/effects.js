const client = require('./client');
const { exchangeBy } = require('./exchanges');
const idempotence = require('./idempotence');
const { callFunction, showNotice } = require('./platform');

/** How each effect is performed. What comes of it goes back to the driver as an event. */
module.exports = {
  trigger: (driver, { name, detail }, host) => host.trigger(name, detail),
  verify(driver, { request, name, data }) {
    const answer = driver.answering((reply) => ({ type: 'verified', request, reply }));
    callFunction(name, data, (reply) => {
      idempotence.learn(name, reply);
      answer(reply);
    });
  },
  exchange(driver, { request, name, data }) {
    const answer = driver.answering((reply) => ({ type: 'verified', request, reply }));
    exchangeBy(name, data, answer);
  },
  checkPrivacy(driver, { request }) {
    client.checkPrivacy(driver.answering((needed) => ({ type: 'privacyChecked', request, needed })));
  },
  startDeadline(driver, { request, delay }) {
    clearTimeout(driver.timer);
    if (driver.isOver) return;
    const pass = driver.answering(() => ({ type: 'deadlinePassed', request }));
    driver.timer = setTimeout(pass, delay);
  },
  stopDeadline: (driver) => clearTimeout(driver.timer),
  notify: (driver, { notice }) => showNotice(notice),
  report: (driver, { name, data }) => client.report(name, data),
  explain: (driver, { reason, raw }) => client.explain(reason, raw),
  keep(driver) {
    driver.isKept = true;
  },
};
