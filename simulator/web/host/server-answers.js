import { answerSequences } from '../../answer-sequences.mjs';

/** What the server answers: always the same, or one answer after the other to the calls with one code. */
export class ServerAnswers {
  #ids;
  #chosen;
  #code;
  #calls = 0;

  /** @param {string[]} ids  what the cloud can answer; the first is chosen */
  constructor(ids) {
    this.#ids = [...ids, ...Object.keys(answerSequences)];
    [this.#chosen] = ids;
  }

  get chosen() {
    return this.#chosen;
  }

  /** @param {string} id */
  choose(id) {
    if (!this.#ids.includes(id)) throw new RangeError(`没有这样的服务端回应：${id}`);
    this.#chosen = id;
    this.#calls = 0;
  }

  /**
   * @param {unknown} code  of the call
   * @returns {string} one of the cloud's answers
   */
  next(code) {
    if (code !== this.#code) this.#calls = 0;
    this.#code = code;
    this.#calls += 1;
    const answers = answerSequences[this.#chosen]?.answers ?? [this.#chosen];
    return answers[Math.min(this.#calls, answers.length) - 1];
  }
}
