/** Asks WeChat to show something; `failed` is told where it does not. Without it WeChat gives a promise nobody takes. */
function ask(name, options, failed) {
  try {
    wx[name](Object.assign({}, options, { fail: failed }));
  } catch (error) {
    failed(error);
  }
}

module.exports = { ask };
