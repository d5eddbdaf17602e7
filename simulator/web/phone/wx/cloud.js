import { isAtLeast } from '../../base-library.js';
import { api } from './call.js';
import { containerCaller } from './container.js';

/** The base library that `callContainer` came with. */
const CONTAINER = '2.23.0';

const NOT_INITIALIZED = "Cloud API isn't enabled, please call wx.cloud.init first";

/** `wx.cloud` */
export function cloud(bridge, clock) {
  let initialized = false;

  function requireInitialized() {
    if (!initialized) throw new Error(NOT_INITIALIZED);
  }

  async function callFunction({ name, data = {} }) {
    requireInitialized();
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

  const call = containerCaller(bridge, clock);
  const callContainer = api('cloud.callContainer', (options) => {
    requireInitialized();
    return call(options);
  });

  return {
    cloud: {
      ...(isAtLeast(bridge.baseLibrary(), CONTAINER) && { callContainer }),
      init(options = {}) {
        initialized = true;
        bridge.log('cloud', 'init', options);
      },
      callFunction: api('cloud.callFunction', callFunction),
    },
  };
}
