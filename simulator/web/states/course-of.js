import { platformAnswers } from '../../answers.mjs';
import { serverAnswers } from '../../cloud/answers.mjs';
import { textOf } from '../host/course/steps.js';

/** What passes between two steps, in milliseconds: so that whoever looks on can follow. */
const PACE = 500;

/** A server that is not to answer, as long as a state of waiting for it is looked at. */
const SILENT = 'lost_reply';

/**
 * The course of the simulator that leads to a state: what the user of `reach` does, with the answers of the panel that are
 * what WeChat and the server say there.
 *
 * @param {import('../../states/states.mjs').State} state
 * @param {any} properties  of the popup
 * @returns {Promise<string>} as an address has it
 */
export async function courseOf(state, properties) {
  const user = new Writer();
  await state.reach(user);
  const { requireAgreement, privacy, otherLogin, contact } = properties;
  const chosen = [
    requireAgreement && ['set', 'agreement-own'],
    privacy === 'popup' && ['set', 'privacy-popup'],
    otherLogin && ['set', `otherLogin-${otherLogin}`],
    contact && ['set', 'contact-yes'],
    state.needsPrivacy && ['set', 'privacyState-needed'],
    user.platform && ['platform', user.platform],
    user.server && ['server', user.server],
  ];
  const first = chosen.filter(Boolean).map(([action, what]) => ({ after: 0, action, what }));
  return textOf([...first, ...user.steps]);
}

/** Stands for the phone of `reach`, and writes down what its user does. */
class Writer {
  steps = [];
  platform = '';
  server = '';
  page = { waitForFunction: async () => undefined };

  async open() {
    this.#add('tap', 'login');
  }

  async tick() {
    this.#add('tap', 'agree');
  }

  async allow() {
    this.#add('tap', 'allow');
  }

  async answerNumber({ errMsg, errno, code }) {
    const isIt = (row) =>
      row.errMsg === errMsg && row.errno === errno && Boolean(row.gives?.includes('code')) === Boolean(code);
    this.platform = idOf('platform', platformAnswers.find((row) => isIt(row) && !row.bare)?.id);
    if (code) this.server = SILENT;
    this.#add('result', '1');
  }

  async answerCall(answer) {
    const [id] = Object.entries(serverAnswers).find(([, row]) => says(row, answer)) ?? [];
    this.server = idOf('server', id);
    this.#add('answer', '1');
  }

  async reached() {}

  #add(action, what) {
    this.steps.push({ after: PACE, action, what });
  }
}

/**
 * Whether an answer of the panel says the same, by its code.
 *
 * @param {import('../../cloud/answers.mjs').Answer} row
 * @param {{ result?: { errcode: number }, failure?: { errCode: number } }} answer  of a cloud function
 */
function says({ errcode, client }, { result, failure }) {
  if (result) return errcode === result.errcode && errcode !== undefined;
  const error = client?.({ requestID: '', timeLimit: 0 });
  return error !== undefined && /** @type {any} */ (error).errCode === failure?.errCode;
}

function idOf(where, id) {
  if (id === undefined) throw new Error(`the panel has no such answer of ${where}`);
  return id;
}
