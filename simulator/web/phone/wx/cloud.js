import { api } from './call.js';

const NOT_INITIALIZED = "Cloud API isn't enabled, please call wx.cloud.init first";

/** `wx.cloud` */
export function cloud(bridge) {
  let initialized = false;

  async function callFunction({ name, data = {} }) {
    if (!initialized) throw new Error(NOT_INITIALIZED);
    if (typeof name !== 'string' || name === '') throw new Error('parameter error: parameter.name should be String');
    bridge.log('cloud', `${name} ←`, data);
    const { failure, result, requestID, logs = [] } = await bridge.callFunction(name, data);
    for (const line of logs) bridge.log('cloud', String(line));
    bridge.log('cloud', `${name} →`, failure ?? result);
    if (failure) throw Object.assign(new Error(failure.errMsg), failure);
    return { result, requestID };
  }

  return {
    cloud: {
      init(options = {}) {
        initialized = true;
        bridge.log('cloud', 'init', options);
      },
      callFunction: api('cloud.callFunction', callFunction),
    },
  };
}
