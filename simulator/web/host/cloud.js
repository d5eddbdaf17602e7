const failure = (reason) => ({ errCode: -1, errMsg: `cloud.callFunction:fail ${reason}` });

/**
 * @typedef {object} CloudAnswer
 * @property {unknown} [result]
 * @property {string} [requestID]
 * @property {{ errCode: number, errMsg: string }} [failure]
 * @property {string[]} [logs]  what the function wrote to its console
 * @property {true} [isLost]  the mini-program is not to hear of it
 */

/**
 * Calls a cloud function, which runs on the server of this page.
 *
 * @param {{ name: string, data: object, answer: string }} call  `answer`: how WeChat's server is to answer the function
 * @returns {Promise<CloudAnswer>}
 */
export async function callCloudFunction(call) {
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch('/cloud/call', { method: 'POST', headers, body: JSON.stringify(call) });
    const answer = await response.json();
    return response.ok ? answer : { failure: failure(answer.error) };
  } catch {
    return { failure: failure('模拟器的服务没有应答') };
  }
}

/** Has the servers begin anew, so that they know nobody. One that does not answer is told of by the next call. */
export async function forgetOnServer() {
  const headers = { 'content-type': 'application/json' };
  await fetch('/reset', { method: 'POST', headers, body: '{}' }).catch(() => undefined);
}
