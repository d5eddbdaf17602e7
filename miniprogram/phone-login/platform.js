/** Shows a notice. */
function showNotice(notice) {
  if (notice.via === 'toast') wx.showToast(notice);
  else wx.showModal(notice);
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

module.exports = { callFunction, showNotice };
