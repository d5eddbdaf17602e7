import { answerSequences } from '../../../answer-sequences.mjs';
import { platformAnswer, platformAnswers, platformGroups } from '../../../answers.mjs';
import { firstChoices } from '../address.js';
import { bilingual, byId } from '../element.js';
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
  'cloud-function': {
    label: '用 code 换取手机号时，云函数返回什么',
    english: 'what the cloud function answers to the code',
  },
  'own-server': {
    label: '用 code 换取手机号时，wx.request 和你的服务器返回什么',
    english: 'what wx.request and your server answer to the code',
  },
  'cloud-hosting': {
    label: '用 code 换取手机号时，callContainer 和云托管返回什么',
    english: 'what callContainer and the service answer to the code',
  },
};

const FIRST = firstChoices();

const labelled = (rows) => Object.entries(rows).map(([id, { label, english }]) => ({ id, label, english }));

/**
 * Fills the panel.
 *
 * @param {import('../simulator.js').Simulator} simulator
 * @param {import('../phone-frame.js').PhoneFrame} frame
 * @param {Record<string, Record<string, { label: string, english: string }>>} serverAnswers  back end → its answers
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
    byId('server-hint').replaceChildren(...bilingual(BACK_ENDS[backEnd]));
  };
}

const serverChoices = (simulator, answers, sequences) =>
  both('server-answer', {
    groups: [
      { legend: { label: '每次都一样', english: 'every time' }, rows: labelled(answers) },
      { legend: { label: '同一个 code，先失败后成功', english: 'fails first, then works' }, rows: labelled(sequences) },
    ],
    chosen: simulator.serverAnswer,
    first: FIRST.server,
    onChoose: (id) => simulator.setServerAnswer(id),
  });

const sizeOf = ([id, { label, english, width, height }]) => ({ id, label, english: `${english} ${width}×${height}` });

/**
 * The event that a tap will bring, as the mini-program will see it.
 *
 * @param {import('../../../answers.mjs').PlatformAnswer} answer
 */
function describe({ sheet, errMsg, errno, gives = [], bare }) {
  if (sheet) return '由你在微信授权弹窗上选择\nyou decide on the sheet';
  const secrets = Object.fromEntries(gives.map((name) => [name, '…']));
  const fields = { errMsg, errno, ...secrets };
  return JSON.stringify(bare ? fields : { detail: fields }, null, 2);
}
