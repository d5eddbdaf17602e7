const { declaresIdempotent } = require('./exchanges');

/** Where the cloud functions stand whose replies have said that a second send of a code does no harm. */
const KEY = 'wx-phone-login.idempotent';

/** Their names, once they were read. */
let known;

function names() {
  if (!known) {
    try {
      known = [].concat(wx.getStorageSync(KEY) || []);
    } catch (error) {
      known = [];
    }
  }
  return known;
}

/** Whether the exchange of a popup with these options says, or has said, that a second send of a code does no harm. */
const isIdempotent = ({ exchange, cloudFunction }) =>
  exchange ? declaresIdempotent(exchange) : names().includes(cloudFunction);

/** Keeps what a reply says of the cloud function. */
function learn(cloudFunction, reply) {
  const { idempotent } = Object(Object(reply).result);
  if (idempotent !== true || names().includes(cloudFunction)) return;
  known.push(cloudFunction);
  try {
    wx.setStorage({ key: KEY, data: known, fail() {} });
  } catch (error) {
    // It is learnt again from the next reply.
  }
}

module.exports = { isIdempotent, learn };
