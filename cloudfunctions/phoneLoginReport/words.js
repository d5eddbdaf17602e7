/** The most failures that are listed by name. */
const MOST_FAILURES = 6;

const percent = (share) => `${(100 * share).toFixed(1)}%`;

/**
 * The report as a person reads it.
 *
 * @param {import('./report').Report} report
 * @param {{ text: string }[]} alarms
 * @returns {string} lines
 */
exports.wordsOf = (report, alarms) =>
  [
    `手机号登录 ${report.day}${report.isComplete ? '' : '（到目前为止）'}`,
    ...alarms.map(({ text }) => `【告警】${text}`),
    ...(report.exchanges > 0 ? exchangesIn(report) : ['还没有人换取手机号']),
    `付费 ${report.paid} 次，重复提交 ${report.repeated} 次（不再付费）`,
    `限频拦下 ${report.limited} 次，熔断拦下 ${report.broken} 次`,
    `调用 ${report.calls} 次，其中冷启动 ${report.coldStarts} 次`,
  ].join('\n');

const exchangesIn = ({ exchanges, successes, successRate, p95Ms, failures }) => [
  `成功率 ${percent(successRate)}（${successes}/${exchanges}）`,
  ...(p95Ms === undefined ? [] : [`95% 的耗时不超过 ${p95Ms} 毫秒`]),
  ...failuresIn(failures),
];

function failuresIn(failures) {
  const sorted = Object.entries(failures).sort(([, one], [, other]) => other - one);
  if (sorted.length === 0) return [];
  const named = sorted.slice(0, MOST_FAILURES).map(([name, number]) => `${name} ${number}`);
  return [`失败：${named.join('，')}${sorted.length > MOST_FAILURES ? '……' : ''}`];
}
