import { bilingual, element } from '../host/element.js';

const percent = (share) => (share === undefined ? '—' : `${(100 * share).toFixed(1)}%`);
const milliseconds = (number) => (number === undefined ? '—' : `≤ ${number} ms`);

/** @type {{ label: string, english: string, read: (report: any) => string }[]} */
const FIGURES = [
  { label: '成功率', english: 'success rate', read: ({ successRate }) => percent(successRate) },
  { label: '95% 的耗时', english: 'p95', read: ({ p95Ms }) => milliseconds(p95Ms) },
  { label: '付费', english: 'paid', read: ({ paid }) => `${paid} 次` },
  { label: '换取', english: 'exchanges', read: ({ exchanges }) => `${exchanges} 次` },
  { label: '限频拦下', english: 'limited', read: ({ limited }) => `${limited} 次` },
  { label: '重复提交，不再付费', english: 'repeated, free', read: ({ repeated }) => `${repeated} 次` },
];

/**
 * @param {Record<'day' | 'alarms' | 'figures' | 'failures' | 'text', HTMLElement>} places
 * @returns {(answer: { report: any, alarms: { text: string }[], text: string }) => void}
 */
export function reportView({ day, alarms, figures, failures, text }) {
  return (answer) => {
    day.textContent = answer.report.day;
    alarms.replaceChildren(
      ...answer.alarms.map((alarm) => element('p', { className: 'alarm', textContent: alarm.text })),
    );
    figures.replaceChildren(...FIGURES.map((figure) => line(figure, answer.report)));
    failures.replaceChildren(...Object.entries(answer.report.failures).sort(byNumber).map(failure));
    text.textContent = answer.text;
  };
}

const byNumber = ([, one], [, other]) => other - one;

const line = (figure, report) =>
  element('div', {}, element('dt', {}, ...bilingual(figure)), element('dd', { textContent: figure.read(report) }));

const failure = ([name, number]) =>
  element('tr', {}, element('td', { textContent: name }), element('td', { textContent: `${number} 次` }));
