/** Shows a notice. */
function showNotice(notice) {
  if (notice.via === 'toast') wx.showToast(notice);
  else wx.showModal(notice);
}

/**
 * Counts an outcome; nothing depends on whether it could be counted. `reportAnalytics` is unmaintained since
 * base library 2.31.1, its successor is there from 2.14.4.
 */
function report(name, data) {
  try {
    if (wx.reportEvent) wx.reportEvent(name, data);
    else if (wx.reportAnalytics) wx.reportAnalytics(name, data);
  } catch (error) {
    console.error(error);
  }
}

/** Calls a cloud function; `answer` gets its reply or its failure, once, and this never throws. */
function callFunction(name, data, answer) {
  let isAnswered = false;
  const once = (reply) => {
    if (!isAnswered) {
      isAnswered = true;
      answer(reply);
    }
  };
  try {
    wx.cloud.callFunction({ name, data, success: once, fail: once });
  } catch (error) {
    if (isAnswered) console.error(error);
    else once(error);
  }
}

module.exports = { callFunction, report, showNotice };
