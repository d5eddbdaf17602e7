const client = require('../../phone-login/client');
const { exchangeBy } = require('../../phone-login/exchanges');
const { callFunction, showNotice } = require('../../phone-login/platform');
const idempotence = require('../../phone-login/idempotence');
const { keep, owners } = require('./popups');
const { trigger } = require('./trigger');

/** Hands the answer to what a popup asked for to whoever has it by now, or goes on for one whose module failed. */
function answer(popup, event) {
  const owner = owners.get(popup);
  if (owner) owner.enqueue(owner.popup === popup ? event : { type: 'recovered', event });
}

/** How each effect is performed. Answers come back as events of the queue. */
module.exports = {
  trigger: (driver, { name, detail }, component) => trigger(component, name, detail),
  verify(driver, { request, name, data }) {
    const { popup } = driver;
    callFunction(name, data, (reply) => {
      idempotence.learn(name, reply);
      answer(popup, { type: 'verified', request, reply });
    });
  },
  exchange(driver, { request, name, data }) {
    const { popup } = driver;
    exchangeBy(name, data, (reply) => answer(popup, { type: 'verified', request, reply }));
  },
  checkPrivacy(driver, { request }) {
    const { popup } = driver;
    client.checkPrivacy((needed) => answer(popup, { type: 'privacyChecked', request, needed }));
  },
  startDeadline(driver, { request, delay }) {
    clearTimeout(driver.deadline);
    if (!driver.component) return; // It left in the middle of this event.
    const { popup } = driver;
    driver.deadline = setTimeout(() => answer(popup, { type: 'deadlinePassed', request }), delay);
  },
  stopDeadline: (driver) => clearTimeout(driver.deadline),
  notify: (driver, { notice }) => showNotice(notice),
  report: (driver, { name, data }) => client.report(name, data),
  explain: (driver, { reason, raw }) => client.explain(reason, raw),
  keep: (driver) => keep(driver),
};
