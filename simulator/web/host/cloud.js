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
