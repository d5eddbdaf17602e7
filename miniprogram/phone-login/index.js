const { onReport } = require('./client');
const { call, ready } = require('./core');
const { forget } = require('./drivers');
const { containerExchange, httpExchange, registerExchange } = require('./exchanges');
const { PhonePopup } = require('./phone-popup');

module.exports = {
  ready,
  classify: (event) => call('classify', (glue) => glue.classify(event)),
  classifyReply: (reply) => call('classifyReply', (glue) => glue.classifyReply(reply)),
  notice: (reason, options) => call('notice', (glue) => glue.notice(reason, options)),
  maskPhoneNumber: (number) => call('maskPhoneNumber', (glue) => glue.maskPhoneNumber(number)),
  PhonePopup,
  /** Read by components alone: a page that needs only the module does not load what is behind it. */
  get behavior() {
    return require('./behavior').behavior();
  },
  containerExchange,
  httpExchange,
  registerExchange,
  forget,
  onReport,
};
