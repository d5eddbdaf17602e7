import { answerSequences } from '../../answer-sequences.mjs';
import { platformAnswer, platformAnswers, platformGroups } from '../../answers.mjs';
import { sampleFor } from '../../exchanges.mjs';
import { choicesIn, firstChoices, queryOf } from './address.js';
import { copyOnClick } from './copy.js';
import { find } from './element.js';
import { EventLog } from './event-log.js';
import { choices } from './panel/choices.js';
import { ledgerView } from './panel/ledger-view.js';
import { showLog } from './panel/log-view.js';
import { picker } from './panel/picker.js';
import { settingsView } from './panel/settings-view.js';
import { stateView } from './panel/state-view.js';
import { showStorage } from './panel/storage-view.js';
import { PhoneFrame, phones } from './phone-frame.js';
import { settings } from './settings.js';
import { Simulator } from './simulator.js';
import { Storage } from './storage.js';

/** What is asked for the number. */
const BACK_ENDS = {
  'cloud-function': '用 code 换取手机号时，云函数会遇到什么',
  'own-server': '用 code 换取手机号时，wx.request 和你的服务器会遇到什么',
  'cloud-hosting': '用 code 换取手机号时，callContainer 和云托管的服务会遇到什么',
};

const FIRST = firstChoices();

const $ = (id) => find(document, `#${id}`, HTMLElement);

async function main() {
  const serverAnswers = await readServerAnswers();
  const log = new EventLog();
  const storage = new Storage();
  const frame = new PhoneFrame(document.body);
  const ids = mapValues(serverAnswers, Object.keys);
  const parts = { frame, layer: $('native-layer'), log, storage, serverAnswers: ids };
  const simulator = asChosen(log, (choices) => new Simulator({ ...parts, choices }));
  const logView = showLog(logParts(), log);
  showStorage($('storage-rows'), $('storage-empty'), storage);
  const draw = drawPanel(simulator, frame, serverAnswers);
  simulator.addEventListener('change', draw);
  simulator.addEventListener('change', () => keepInAddress(simulator));
  copyOnClick($('copy-link'), () => location.href);
  copyOnClick($('copy-log'), logView.text);
  $('start-over').onclick = () => simulator.startOver();
  $('reset').onclick = () => simulator.reset();
  $('clear-log').onclick = () => log.clear();
  $('to-background').onclick = () => simulator.setBackground(true);
  $('to-foreground').onclick = () => simulator.setBackground(false);
  $('leave-page').onclick = () => simulator.setLeft(true);
  $('come-back').onclick = () => simulator.setLeft(false);
  $('go-back').onclick = () => simulator.goBack();
  window.simulator = simulator;
  await simulator.start();
}

const logParts = () => ({
  list: $('log'),
  counter: $('log-count'),
  kind: find(document, '#log-kind', HTMLSelectElement),
  search: find(document, '#log-search', HTMLInputElement),
  newer: $('log-newer'),
});

/** Makes what the address chooses; one that is wrong is told in the log, and chooses nothing. */
function asChosen(log, make) {
  try {
    return make(choicesIn(location.search));
  } catch (error) {
    log.add('error', Object(error).message);
    return make(firstChoices());
  }
}

/** A reload, and whoever is sent the address, goes on with what is chosen. */
function keepInAddress({ choices }) {
  const address = location.pathname + queryOf(choices);
  if (address !== location.pathname + location.search) history.replaceState(null, '', address);
}

const mapValues = (record, change) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));

const labelled = (rows) => Object.entries(rows).map(([id, { label }]) => ({ id, label }));

async function readServerAnswers() {
  const response = await fetch('/server-answers.json');
  return response.json();
}

/** Fills the panel; the function that it returns shows the simulator as it is now. */
function drawPanel(simulator, frame, serverAnswers) {
  const platform = both('platform-answer', {
    groups: Object.entries(platformGroups).map(([id, legend]) => ({
      legend,
      rows: platformAnswers.filter(({ group }) => group === id),
    })),
    chosen: simulator.platformAnswer,
    first: FIRST.platform,
    onChoose: (id) => simulator.setPlatformAnswer(id),
  });
  const showServer = serverView(simulator, serverAnswers);
  const page = picker($('pick-verifier'), {
    groups: [{ rows: settings.verifier.options }],
    first: FIRST.settings.verifier,
    onChoose: (id) => simulator.set('verifier', id),
  });
  const size = picker($('pick-phone'), {
    groups: [{ rows: Object.entries(phones).map(sizeOf) }],
    first: FIRST.phone,
    onChoose: (id) => simulator.setPhone(id),
  });
  const showSettings = settingsView($('settings'), simulator.settings, (name, id) => simulator.set(name, id));
  const showState = stateView($('popup-state'));
  const showTotals = ledgerView($('ledger'));
  return () => {
    platform.choose(simulator.platformAnswer);
    showServer();
    page.choose(simulator.settings.verifier);
    size.choose(frame.id);
    showSettings(simulator.settings);
    const sample = sampleFor(simulator.backEnd);
    $('exchange-sample').textContent = sample;
    $('exchange-sample').hidden = sample === '';
    showState(simulator.state);
    showTotals(simulator.totals);
    $('platform-event').textContent = describe(platformAnswer(simulator.platformAnswer));
    $('background').hidden = !simulator.background;
    $('left').hidden = !simulator.left;
    $('failure').hidden = simulator.failure === null;
    $('failure-text').textContent = simulator.failure ?? '';
  };
}

/** Fills a card with answers, and the list at the top with the same ones. */
function both(name, options) {
  const views = [
    choices($(`${name}s`), { name, ...options }),
    picker($(`pick-${name.replace('-answer', '')}`), options),
  ];
  return { choose: (id) => views.forEach((view) => view.choose(id)) };
}

/** Fills the list of what the back end answers, which another back end has another one of. */
function serverView(simulator, answers) {
  let shown;
  let server;
  return () => {
    const { backEnd } = simulator;
    if (backEnd !== shown) server = serverChoices(simulator, answers[backEnd], answerSequences[backEnd]);
    shown = backEnd;
    server.choose(simulator.serverAnswer);
    $('server-hint').textContent = BACK_ENDS[backEnd];
  };
}

const serverChoices = (simulator, answers, sequences) =>
  both('server-answer', {
    groups: [
      { legend: '每次都一样', rows: labelled(answers) },
      { legend: '同一个 code，先失败后成功', rows: labelled(sequences) },
    ],
    chosen: simulator.serverAnswer,
    first: FIRST.server,
    onChoose: (id) => simulator.setServerAnswer(id),
  });

const sizeOf = ([id, { label, width, height }]) => ({ id, label: `${label} ${width}×${height}` });

/**
 * The event that a tap will bring, as the mini-program will see it.
 *
 * @param {import('../../answers.mjs').PlatformAnswer} answer
 */
function describe({ sheet, errMsg, errno, gives = [], bare }) {
  if (sheet) return '由你在授权面板上决定';
  const secrets = Object.fromEntries(gives.map((name) => [name, '…']));
  const fields = { errMsg, errno, ...secrets };
  return JSON.stringify(bare ? fields : { detail: fields }, null, 2);
}

await main();
