/**
 * Sends a request of the mini-program, which the server of this page passes on.
 *
 * @param {object} request  as `readRequest` of simulator/own-server takes it
 * @returns {Promise<import('../../own-server/index.mjs').Outcome>}
 */
export async function sendRequest(request) {
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch('/network/request', { method: 'POST', headers, body: JSON.stringify(request) });
    const outcome = await response.json();
    return response.ok ? outcome : { failure: { errMsg: `request:fail ${outcome.error}` } };
  } catch {
    return { failure: { errMsg: 'request:fail 模拟器的服务没有应答' } };
  }
}
