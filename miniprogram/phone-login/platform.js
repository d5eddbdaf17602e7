const { ask } = require('./ask');
const { onlyOnce } = require('./only-once');

const tellDeveloper = (error) => console.error(error);

/** How long a toast is to be read, in milliseconds; WeChat's own take 1.5 s. */
const DURATION = 2500;

/** Shows a notice. A toast that WeChat refuses comes in a dialogue. */
function showNotice(notice) {
  if (notice.via === 'modal') {
    ask('showModal', notice, tellDeveloper);
    return;
  }
  ask('showToast', Object.assign({ duration: DURATION }, notice), (error) => {
    tellDeveloper(error);
    ask('showModal', { content: notice.title, showCancel: false }, tellDeveloper);
  });
}

/** Calls a cloud function; `answer` gets its reply or its failure, once, and this never throws. */
function callFunction(name, data, answer) {
  const first = onlyOnce(answer);
  try {
    wx.cloud.callFunction({ name, data, success: first, fail: first });
  } catch (error) {
    if (!first(error)) console.error(error);
  }
}

module.exports = { callFunction, showNotice };
