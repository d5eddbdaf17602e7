/**
 * Numbers the questions of a mini-program, and has each answer wait for its turn in the course that is recorded or played.
 *
 * @param {(action: string, number: string) => Promise<void>} turn  of the course
 */
export function createTurns(turn) {
  const counts = {};

  /** A question is asked. @returns {() => Promise<void>} to be called when its answer has come */
  function ask(action) {
    counts[action] = (counts[action] ?? 0) + 1;
    const number = String(counts[action]);
    let come;
    return () => {
      come ??= turn(action, number);
      return come;
    };
  }

  return {
    /**
     * @template {any[]} Args
     * @template Answer
     * @param {string} action
     * @param {(...args: Args) => Promise<Answer>} call
     * @returns {(...args: Args) => Promise<Answer>} the same; an answer that is lost has no turn
     */
    inTurn(action, call) {
      return async (...args) => {
        const come = ask(action);
        const answer = await call(...args);
        if (!Object(answer).isLost) await come();
        return answer;
      };
    },

    /** The same of what a mini-program registers to exchange codes. */
    exchangeInTurn(exchange) {
      const asked = (data, answer) => {
        const come = ask('answer');
        const later = (reply) => void come().then(() => answer(reply));
        const promise = exchange(data, later);
        if (promise?.then) promise.then((reply) => reply === undefined || later(reply), later);
      };
      return Object.assign(asked, exchange);
    },
  };
}
