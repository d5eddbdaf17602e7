import { answerSequences } from '../../answer-sequences.mjs';

/** What the back end answers: always the same, or one answer after the other to the calls with one code. */
export class ServerAnswers {
  #answers;
  #backEnd;
  #chosen;
  #code;
  #calls = 0;

  /**
   * @param {Record<string, string[]>} answers  what each back end can answer; the first is what it does unless another
   *   is chosen
   * @param {string} backEnd
   */
  constructor(answers, backEnd) {
    this.#answers = answers;
    this.#backEnd = backEnd;
    [this.#chosen] = answers[backEnd];
  }

  get chosen() {
    return this.#chosen;
  }

  /**
   * Another back end is asked from now on. What was chosen stays chosen where it has it, too.
   *
   * @param {string} backEnd
   */
  use(backEnd) {
    if (backEnd === this.#backEnd) return;
    this.#backEnd = backEnd;
    this.choose(this.#has(this.#chosen) ? this.#chosen : this.#answers[backEnd][0]);
  }

  /** @param {string} id */
  choose(id) {
    if (!this.#has(id)) throw new RangeError(`没有这样的服务端返回：${id}`);
    this.#chosen = id;
    this.#calls = 0;
  }

  /**
   * @param {unknown} code  of the call
   * @returns {string} one of the back end's answers
   */
  next(code) {
    if (code !== this.#code) this.#calls = 0;
    this.#code = code;
    this.#calls += 1;
    const answers = this.#sequences[this.#chosen]?.answers ?? [this.#chosen];
    return answers[Math.min(this.#calls, answers.length) - 1];
  }

  #has(id) {
    return this.#answers[this.#backEnd].includes(id) || Object.hasOwn(this.#sequences, id);
  }

  get #sequences() {
    return answerSequences[this.#backEnd];
  }
}
