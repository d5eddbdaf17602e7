import { callCloudFunction, forgetOnServer } from './cloud.js';
import { Ledger } from './ledger.js';
import { sendRequest } from './network.js';
import { ServerAnswers } from './server-answers.js';

/** What the mini-program asks outside the phone: which back end answers, what it answers, and what that comes to. */
export class Servers {
  #backEnd;
  #answers;
  #ledger = new Ledger();
  #onAnswer;

  /**
   * @param {object} parts
   * @param {Record<string, string[]>} parts.answers  back end → the ids of its answers; the first is what it answers
   *   until another is chosen
   * @param {string} parts.backEnd
   * @param {() => void} parts.onAnswer  called when an answer has come
   */
  constructor({ answers, backEnd, onAnswer }) {
    this.#backEnd = backEnd;
    this.#answers = new ServerAnswers(answers, backEnd);
    this.#onAnswer = onAnswer;
  }

  /** The answer that is chosen. */
  get chosen() {
    return this.#answers.chosen;
  }

  /** What the codes have cost. */
  get totals() {
    return this.#ledger.totals;
  }

  /** @param {string} id  of one of the back end's answers, or of a sequence of them */
  choose(id) {
    this.#answers.choose(id);
  }

  /** @param {string} backEnd */
  use(backEnd) {
    this.#backEnd = backEnd;
    this.#answers.use(backEnd);
  }

  /**
   * WeChat has reported to a button.
   *
   * @param {string} api  the button's open-type
   * @param {{ errMsg: string, code?: string }} fields
   */
  report(api, { errMsg, code }) {
    if (errMsg.endsWith(':ok')) this.#ledger.pay(api, code);
  }

  /** Who has a back end of one's own has deployed no cloud function. */
  callFunction(name, data) {
    const isAsked = this.#backEnd === 'cloud-function';
    const answer = isAsked ? this.#answers.next(data?.code) : 'function_missing';
    return this.#account(data?.code, callCloudFunction({ name, data, answer }));
  }

  /** What a page asks of another back end than the popup's goes well. */
  request({ code, ...request }) {
    const isAsked = this.#backEnd === request.backEnd;
    const answer = isAsked ? this.#answers.next(code) : 'success';
    return this.#account(code, sendRequest({ ...request, answer }));
  }

  /** Begins a new account. */
  clear() {
    this.#ledger.clear();
  }

  /** Has the servers forget everybody. */
  forget() {
    return forgetOnServer();
  }

  async #account(code, sent) {
    const bring = this.#ledger.send(code);
    const answer = await sent;
    if (isLogin(answer)) bring();
    this.#onAnswer();
    return answer;
  }
}

/** Whether an answer that reaches the phone says that the code has brought what it was paid for. */
function isLogin({ result, response, isLost }) {
  if (isLost) return false;
  const { success, code } = Object(response ? parsed(response.body) : result);
  return success === true || code === 0;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
