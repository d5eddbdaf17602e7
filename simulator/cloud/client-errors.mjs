/**
 * What `wx.cloud.callFunction` fails with, spelt as clients spell it.
 *
 * @typedef {{ requestID: string, timeLimit: number, reason?: string }} Call
 */

const API = 'cloud.callFunction:fail';

function callFunctionError(errMsg, errCode) {
  const error = Object.assign(new Error(errMsg), { errMsg });
  return errCode === undefined ? error : Object.assign(error, { errCode });
}

function serviceError(errCode, reason) {
  const callId = `${Date.now()}-${Math.random()}`;
  const errMsg = `${API} Error: errCode: ${errCode} | errMsg: ${reason} (callId: ${callId})`;
  return callFunctionError(errMsg, errCode);
}

/** No function of that name has been deployed. */
export function functionNotFound() {
  return serviceError(-501000, 'FunctionName parameter could not be found.');
}

/** The environment given to `wx.cloud.init` does not exist. */
export function environmentNotFound() {
  return serviceError(-501005, 'Environment not found');
}

/** The function ran longer than it may. */
export function timedOut({ timeLimit }) {
  return serviceError(-504003, `Invoking task timed out after ${timeLimit / 1000} seconds`);
}

/** The function threw, or its process ended. */
export function executionFailed({ requestID, reason = 'Error: simulated failure' }) {
  const errMsg =
    `errCode: -404011 cloud function execution error | errMsg: ${API} requestID ${requestID}, ` +
    `cloud function service error code -504002, error message ${reason}; at cloud.callFunction api;`;
  return callFunctionError(errMsg, -404011);
}

/** The phone is offline. No code comes with it. */
export function networkFailed() {
  return callFunctionError(`${API} request:fail net::ERR_INTERNET_DISCONNECTED`);
}
