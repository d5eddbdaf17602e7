import { answerSequences } from '../../../answer-sequences.mjs';
import { platformAnswer, platformAnswers, platformGroups } from '../../../answers.mjs';
import { firstChoices } from '../address.js';
import { byId } from '../element.js';
import { phones } from '../phone-frame.js';
import { sampleOf } from '../sample.js';
import { settings } from '../settings.js';
import { choices } from './choices.js';
import { ledgerView } from './ledger-view.js';
import { picker } from './picker.js';
import { settingsView } from './settings-view.js';
import { stateView } from './state-view.js';

/** What is asked for the number. */
const BACK_ENDS = {
  'cloud-function': '用 code 换取手机号时，云函数会遇到什么',
  'own-server': '用 code 换取手机号时，wx.request 和你的服务器会遇到什么',
  'cloud-hosting': '用 code 换取手机号时，callContainer 和云托管的服务会遇到什么',
};

const FIRST = firstChoices();

const labelled = (rows) => Object.entries(rows).map(([id, { label }]) => ({ id, label }));

/**
 * Fills the panel.
 *
 * @param {import('../simulator.js').Simulator} simulator
 * @param {import('../phone-frame.js').PhoneFrame} frame
 * @param {Record<string, Record<string, { label: string }>>} serverAnswers  back end → its answers
 * @returns {() => void} shows the simulator as it is now
 */
export function drawPanel(simulator, frame, serverAnswers) {
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
  const page = picker(byId('pick-verifier'), {
    groups: [{ rows: settings.verifier.options }],
    first: FIRST.settings.verifier,
    onChoose: (id) => simulator.set('verifier', id),
  });
  const size = picker(byId('pick-phone'), {
    groups: [{ rows: Object.entries(phones).map(sizeOf) }],
    first: FIRST.phone,
    onChoose: (id) => simulator.setPhone(id),
  });
  const showSettings = settingsView(byId('settings'), simulator.settings, (name, id) => simulator.set(name, id));
  const showState = stateView(byId('popup-state'));
  const showTotals = ledgerView(byId('ledger'));
  return () => {
    platform.choose(simulator.platformAnswer);
    showServer();
    page.choose(simulator.settings.verifier);
    size.choose(frame.id);
    showSettings(simulator.settings);
    byId('sample').textContent = sampleOf(simulator.settings);
    showState(simulator.state);
    showTotals(simulator.totals);
    byId('platform-event').textContent = describe(platformAnswer(simulator.platformAnswer));
    byId('background').hidden = !simulator.background;
    byId('left').hidden = !simulator.left;
    byId('failure').hidden = simulator.failure === null;
    byId('failure-text').textContent = simulator.failure ?? '';
  };
}

/** Fills a card with answers, and the list at the top with the same ones. */
function both(name, options) {
  const views = [
    choices(byId(`${name}s`), { name, ...options }),
    picker(byId(`pick-${name.replace('-answer', '')}`), options),
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
    byId('server-hint').textContent = BACK_ENDS[backEnd];
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
 * @param {import('../../../answers.mjs').PlatformAnswer} answer
 */
function describe({ sheet, errMsg, errno, gives = [], bare }) {
  if (sheet) return '由你在授权面板上决定';
  const secrets = Object.fromEntries(gives.map((name) => [name, '…']));
  const fields = { errMsg, errno, ...secrets };
  return JSON.stringify(bare ? fields : { detail: fields }, null, 2);
}
