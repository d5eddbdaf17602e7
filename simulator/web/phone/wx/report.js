/** Analytics: shown in the log, sent nowhere. */
export function report({ log }) {
  return {
    reportEvent: (eventId, data) => log('analytics', eventId, data),
    reportAnalytics: (eventName, data) => log('analytics', eventName, data),
  };
}
