/**
 * What `wx.request` and `wx.cloud.callContainer` fail with, spelt as clients spell it: texts from reports in public
 * repositories and WeChat's community, `errno` from WeChat's list (PublicErrno), `errCode` from its guide to 云托管
 * (wxcloudrun/src/development/call/faq).
 */

const NOT_CONNECTED = 600001;
const NOT_IN_DOMAIN_LIST = 600002;

const CALL_CONTAINER = 'cloud.callContainer:fail';

/** The domain is none of 开发管理 - 服务器域名. */
export const urlNotInDomainList = () => ({ errno: NOT_IN_DOMAIN_LIST, errMsg: 'request:fail url not in domain list' });

export const connectionRefused = () => ({
  errno: NOT_CONNECTED,
  errMsg: 'request:fail -102:net::ERR_CONNECTION_REFUSED',
});

export const networkFailed = () => ({
  errno: NOT_CONNECTED,
  errMsg: 'request:fail -106:net::ERR_INTERNET_DISCONNECTED',
});

/** No code comes with it. */
export const containerNetworkFailed = () => ({
  errMsg: `${CALL_CONTAINER} request:fail -106:net::ERR_INTERNET_DISCONNECTED`,
});

export const pathRefused = () => serviceError(-501000, 'Path access permission error');

export const otherMiniProgram = () => serviceError(-501000, 'Authorization mismatch uin');

/** The SDK's own limit, of all calls of one client. */
export function tooManyCalls() {
  const reason = 'exceed max client request count, avoid infinite loop in your code';
  const callId = `${Date.now()}-${Math.random()}`;
  const errMsg = `${CALL_CONTAINER} Error: cloud:fail -405015 ${reason} and retry after 60s. error: ${reason} (callId: ${callId})`;
  return { errCode: -1, errMsg: `Error: ${errMsg}` };
}

function serviceError(errCode, reason) {
  return { errCode, errMsg: `${CALL_CONTAINER} Error: errCode: ${errCode} | errMsg: ${reason}` };
}
