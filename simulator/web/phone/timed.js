/**
 * A bridge on which time passes: servers answer as late as is set outside, time is no faster while somebody works, and what
 * is asked for is answered in its turn.
 *
 * @param {import('./bridge.js').Bridge} bridge
 * @param {import('./clock.js').Clock} clock
 * @param {ReturnType<import('./turns.js').createTurns>} turns
 * @returns {import('./bridge.js').Bridge & { now(): number }}
 */
export function timed(bridge, clock, { inTurn }) {
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
    now: () => clock.now(),
    callFunction: inTurn('answer', late(bridge.callFunction)),
    request: late(bridge.request),
    requestPhoneNumber: inTurn('result', held(bridge.requestPhoneNumber)),
    showModal: held(bridge.showModal),
  };
}
