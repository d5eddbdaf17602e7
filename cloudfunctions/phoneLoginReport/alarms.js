const percent = (share) => `${(100 * share).toFixed(1)}%`;

/**
 * What is compared with which threshold, and what is said where it is beyond.
 *
 * @type {Record<string, { isBeyond: (report: any, threshold: number) => boolean, text: (report: any, threshold: number) => string }>}
 */
const CHECKS = {
  lowestSuccessRate: {
    isBeyond: ({ successRate }, lowest) => successRate < lowest,
    text: ({ successRate }, lowest) => `成功率 ${percent(successRate)}，低于 ${percent(lowest)}`,
  },
  longestP95Ms: {
    isBeyond: ({ p95Ms }, longest) => p95Ms > longest,
    text: ({ p95Ms }, longest) => `95% 的耗时达到 ${p95Ms} 毫秒，超过 ${longest} 毫秒`,
  },
  mostPaid: {
    isBeyond: ({ paid }, most) => paid > most,
    text: ({ paid }, most) => `付费 ${paid} 次，超过 ${most} 次`,
  },
  mostLimited: {
    isBeyond: ({ limited }, most) => limited > most,
    text: ({ limited }, most) => `限频拦下 ${limited} 次，超过 ${most} 次：可能有人在刷接口`,
  },
};

/** With fewer exchanges a share says nothing. */
const NEEDS_EXCHANGES = ['lowestSuccessRate', 'longestP95Ms'];

/** What needs no threshold: WeChat takes no more calls today. */
const QUOTA = {
  name: 'quota',
  isBeyond: ({ failures }) => failures.daily_limit > 0,
  text: '微信的每日调用次数已用完，到零点前不再换取手机号',
};

/**
 * @param {import('./report').Report} report
 * @param {Record<string, number>} thresholds those of thresholds.json; one that is left out is not compared
 * @returns {{ name: string, text: string }[]}
 */
exports.alarmsOf = (report, thresholds) => {
  const { fewestExchanges = 1 } = thresholds;
  const alarms = Object.entries(CHECKS)
    .filter(([name]) => typeof thresholds[name] === 'number')
    .filter(([name]) => !NEEDS_EXCHANGES.includes(name) || report.exchanges >= fewestExchanges)
    .filter(([name, { isBeyond }]) => isBeyond(report, thresholds[name]))
    .map(([name, { text }]) => ({ name, text: text(report, thresholds[name]) }));
  return QUOTA.isBeyond(report) ? [...alarms, { name: QUOTA.name, text: QUOTA.text }] : alarms;
};
