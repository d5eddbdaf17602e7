import { element } from '../host/element.js';

const percent = (share) => (share === undefined ? '—' : `${(100 * share).toFixed(1)}%`);
const milliseconds = (number) => (number === undefined ? '—' : `≤ ${number} ms`);

/** @type {[string, (report: any) => string][]} */
const FIGURES = [
  ['成功率', ({ successRate }) => percent(successRate)],
  ['95% 的耗时', ({ p95Ms }) => milliseconds(p95Ms)],
  ['付费', ({ paid }) => `${paid} 次`],
  ['换取', ({ exchanges }) => `${exchanges} 次`],
  ['频率限制拦下', ({ limited }) => `${limited} 次`],
  ['重发，不再付费', ({ repeated }) => `${repeated} 次`],
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
    figures.replaceChildren(...FIGURES.map(([name, read]) => figure(name, read(answer.report))));
    failures.replaceChildren(...Object.entries(answer.report.failures).sort(byNumber).map(failure));
    text.textContent = answer.text;
  };
}

const byNumber = ([, one], [, other]) => other - one;

const figure = (name, value) =>
  element('div', {}, element('dt', { textContent: name }), element('dd', { textContent: value }));

const failure = ([name, number]) =>
  element('tr', {}, element('td', { textContent: name }), element('td', { textContent: `${number} 次` }));
