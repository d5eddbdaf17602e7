import { api } from './call.js';

const NOT_INITIALIZED = "Cloud API isn't enabled, please call wx.cloud.init first";

/** `wx.cloud` */
export function cloud(bridge) {
  let initialized = false;

  async function callFunction({ name, data = {} }) {
    if (!initialized) throw new Error(NOT_INITIALIZED);
    if (typeof name !== 'string' || name === '') throw new Error('parameter error: parameter.name should be String');
    bridge.log('cloud', `${name} ←`, data);
    const { failure, result, requestID, logs = [], isLost } = await bridge.callFunction(name, data);
    for (const line of logs) bridge.log('cloud', String(line));
    if (isLost) return neverArrives(name);
    bridge.log('cloud', `${name} →`, failure ?? result);
    if (failure) throw Object.assign(new Error(failure.errMsg), failure);
    return { result, requestID };
  }

  function neverArrives(name) {
    bridge.log('cloud', `${name} → 回复丢失`);
    return new Promise(() => {});
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
