/**
 * A bridge on which time passes: servers answer as late as is set outside, and time is no faster while somebody works.
 *
 * @param {import('./bridge.js').Bridge} bridge
 * @param {import('./clock.js').Clock} clock
 * @returns {import('./bridge.js').Bridge}
 */
export function timed(bridge, clock) {
  const held =
    (call) =>
    (...args) =>
      clock.hold(() => call(...args));
  const late =
    (call) =>
    async (...args) => {
      const answer = await held(call)(...args);
      await clock.pause(bridge.latency());
      return answer;
    };
  return {
    ...bridge,
    callFunction: late(bridge.callFunction),
    request: late(bridge.request),
    requestPhoneNumber: held(bridge.requestPhoneNumber),
    showModal: held(bridge.showModal),
  };
}
