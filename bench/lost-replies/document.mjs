/** The table of docs/server.md and its Chinese page, made from results.json. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '../../scripts/command.mjs';

/** Where the documents are, and where the results of the last full run are. */
export const documentPaths = ['server.md', 'server.zh-CN.md'].map((name) => join(root, 'docs', name));
export const resultsPath = join(root, 'bench', 'lost-replies', 'results.json');

const [OPEN, CLOSE] = ['<!-- lost replies -->\n', '<!-- /lost replies -->'];

const NAMES = {
  network: '断网 · network lost',
  timeout: '云函数超时 · function timed out',
  silence: '没有返回 · silence',
  late: '返回迟到 · late reply',
};

/** The results of the last full run. */
export const lastResults = () => JSON.parse(readFileSync(resultsPath, 'utf8'));

/** A document as it is to be for some results. */
export function documentFor(results, path) {
  const document = readFileSync(path, 'utf8');
  const [start, end] = [document.indexOf(OPEN), document.indexOf(CLOSE)];
  if (start < 0 || end < start) throw new Error(`${path} has no markers lost replies`);
  return document.slice(0, start + OPEN.length) + tableOf(results) + document.slice(end);
}

function tableOf({ logins, rows }) {
  const head = [
    `每行 ${logins.toLocaleString('en')} 次登录 · ${logins.toLocaleString('en')} logins a row`,
    '失败的调用 · calls that fail',
    '再次付费，0.1 · paid twice, 0.1',
    '再次付费，现在 · now',
    '其中服务端存有号码 · of these, stored by the server',
    '最慢的 1 %，0.1 · slowest 1 %, 0.1',
    '现在 · now',
  ];
  const cells = rows.map(({ fault, share, before, after }) => [
    NAMES[fault],
    `${share * 100} %`,
    paidTwice(before, logins),
    paidTwice(after, logins),
    after.lost,
    seconds(before.slowest),
    seconds(after.slowest),
  ]);
  const lines = [head, head.map((_, at) => (at ? '---:' : '---')), ...cells];
  return lines.map((line) => `| ${line.join(' | ')} |\n`).join('');
}

const paidTwice = ({ askedAgain }, logins) => `${askedAgain} (${((askedAgain / logins) * 100).toFixed(1)} %)`;

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;
