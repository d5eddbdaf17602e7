const glue = require('./wx_phone_login_bg');
const { load } = require('./loader');
const { onReport } = require('./platform');

/** Milliseconds that loading may take; instantiating takes about 3 ms, reading the package can take seconds. */
const LOAD_TIMEOUT = 10000;

let loading;
let isLoaded = false;

/** Loads the core. One load at a time, and again after one that failed. */
function ready(options) {
  const { path, timeout = LOAD_TIMEOUT } = options || {};
  if (!loading) {
    loading = load({ path, timeout })
      .then(() => {
        const version = glue.version();
        isLoaded = true;
        return { backend: 'wasm', version };
      })
      .catch((error) => {
        loading = undefined;
        throw error;
      });
  }
  return loading;
}

/** The glue, once there is a module behind it. */
function core(name) {
  if (!isLoaded) throw new Error(`wx-phone-login: ${name} was called before ready() had resolved`);
  return glue;
}

class PhonePopup extends glue.PhonePopup {
  constructor(options) {
    core('PhonePopup');
    super(options);
  }
}

module.exports = {
  ready,
  classify: (event) => core('classify').classify(event),
  classifyReply: (reply) => core('classifyReply').classifyReply(reply),
  notice: (reason, options) => core('notice').notice(reason, options),
  maskPhoneNumber: (number) => core('maskPhoneNumber').maskPhoneNumber(number),
  PhonePopup,
  onReport,
};
