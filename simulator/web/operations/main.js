import { element, find } from '../host/element.js';
import { columnNames, linesView } from './lines-view.js';
import { reportView } from './report-view.js';

/** How often the log is looked at, in milliseconds. */
const BETWEEN_LOOKS = 2000;

const $ = (id) => find(document, `#${id}`, HTMLElement);

$('columns').append(...columnNames());
const showLines = linesView($('lines'), $('count'));
const showReport = reportView({
  day: $('day'),
  alarms: $('alarms'),
  notYet: $('not-yet'),
  report: $('report'),
  figures: $('figures'),
  failures: $('failures'),
  text: $('text'),
});

const failed = (text) => $('alarms').replaceChildren(element('p', { className: 'alarm', textContent: text }));

async function readLines() {
  const response = await fetch('/cloud/log');
  showLines(await response.json());
}

async function runReport() {
  const response = await fetch('/cloud/report', { method: 'POST' });
  const answer = await response.json();
  if (response.ok) showReport(answer);
  else failed(answer.error);
  await readLines();
}

/** A server that has ended is asked again: it may be started again. */
const look = () => readLines().catch(() => undefined);

$('run').onclick = () => runReport().catch(() => failed('模拟器的服务没有应答'));
setInterval(look, BETWEEN_LOOKS);
look();
