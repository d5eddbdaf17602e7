import { dataOf, headerOf, placed } from './http.js';

// The methods, the codes and the longest time limit are those of WeChat's guide to 云托管
// (wxcloudrun/src/development/call/faq). How a failure is wrapped is known of -501000; for the others it is taken over.
const METHODS = ['GET', 'POST', 'PUT', 'DELETE'];
/** A longer one is not heeded. */
const LONGEST_TIMEOUT = 15_000;

const serviceError = (errCode, reason) =>
  Object.assign(new Error(), {
    errCode,
    errMsg: `cloud.callContainer:fail Error: errCode: ${errCode} | errMsg: ${reason}`,
  });

/**
 * What `wx.cloud.callContainer` does, once the cloud is initialised.
 *
 * @param {import('../bridge.js').Bridge} bridge
 * @param {import('../clock.js').Clock} clock
 */
export function containerCaller(bridge, clock) {
  return async function callContainer(options) {
    const { path, method = 'GET', data, timeout = LONGEST_TIMEOUT } = options;
    if (typeof path !== 'string') throw new Error('parameter error: parameter.path should be String');
    const sent = { method: method.toUpperCase(), header: headerOf(options.header) };
    if (!METHODS.includes(sent.method)) throw serviceError(102005, '无效的 HTTP Method');
    bridge.log('network', `callContainer ${sent.method} ${path} ←`, data);
    try {
      const { statusCode, header, body } = await inTime(clock, Math.min(timeout, LONGEST_TIMEOUT), () =>
        respond(bridge, { ...sent, ...placed({ url: path, data, ...sent }), code: Object(data).code }),
      );
      const received = dataOf(body, options);
      bridge.log('network', `callContainer ${path} →`, { statusCode, data: received });
      return { data: received, statusCode, header, callID: `${Date.now()}-${Math.random()}` };
    } catch (error) {
      bridge.log('network', `callContainer ${path} →`, { errMsg: Object(error).errMsg });
      throw error;
    }
  };
}

async function respond(bridge, request) {
  const { response, failure, isLost } = await bridge.request({ backEnd: 'cloud-hosting', ...request });
  if (isLost) return new Promise(() => {});
  if (failure) throw Object.assign(new Error(failure.errMsg), failure);
  return response;
}

/** Rejects where nothing has come in time. */
function inTime(clock, timeout, run) {
  return new Promise((resolve, reject) => {
    const timer = clock.setTimeout(() => reject(serviceError(102002, '请求超时')), timeout);
    run()
      .then(resolve, reject)
      .finally(() => clock.clear(timer));
  });
}
