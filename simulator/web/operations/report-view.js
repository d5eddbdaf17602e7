import { bilingual, element } from '../host/element.js';

const percent = (share) => (share === undefined ? '—' : `${(100 * share).toFixed(1)}%`);
const milliseconds = (number) => (number === undefined ? '—' : `≤ ${number} ms`);

/** @type {{ label: string, english: string, read: (report: any) => string }[]} */
const FIGURES = [
  { label: '成功率', english: 'success rate', read: ({ successRate }) => percent(successRate) },
  { label: '95% 的耗时', english: 'p95', read: ({ p95Ms }) => milliseconds(p95Ms) },
  { label: '付费', english: 'paid', read: ({ paid }) => `${paid} 次` },
  { label: '换取', english: 'exchanges', read: ({ exchanges }) => `${exchanges} 次` },
  { label: '频率限制拦下', english: 'limited', read: ({ limited }) => `${limited} 次` },
  { label: '重发，不再付费', english: 'repeated', read: ({ repeated }) => `${repeated} 次` },
];

/**
 * @param {Record<'day' | 'alarms' | 'notYet' | 'report' | 'figures' | 'failures' | 'text', HTMLElement>} places
 * @returns {(answer: { report: any, alarms: { text: string }[], text: string }) => void}
 */
export function reportView({ day, alarms, notYet, report, figures, failures, text }) {
  return (answer) => {
    notYet.hidden = true;
    report.hidden = false;
    day.textContent = answer.report.day;
    alarms.replaceChildren(
      ...answer.alarms.map((alarm) => element('p', { className: 'alarm', textContent: alarm.text })),
    );
    figures.replaceChildren(...FIGURES.map((one) => figure(one, answer.report)));
    const failed = Object.entries(answer.report.failures).sort(byNumber);
    failures.replaceChildren(...(failed.length > 0 ? failed.map(failure) : [none()]));
    text.textContent = answer.text;
  };
}

const byNumber = ([, one], [, other]) => other - one;

const figure = (one, report) =>
  element('div', {}, element('dt', {}, ...bilingual(one)), element('dd', { textContent: one.read(report) }));

const failure = ([name, number]) =>
  element('tr', {}, element('td', { textContent: name }), element('td', { textContent: `${number} 次` }));

const none = () => element('tr', {}, element('td', {}, ...bilingual({ label: '没有', english: 'none' })));
