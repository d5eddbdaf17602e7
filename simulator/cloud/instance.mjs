import { fork } from 'node:child_process';

const RUNTIME = new URL('./runtime.mjs', import.meta.url);

/** The memory that the cloud gives a function where nobody has asked for more. */
const MEMORY = '--max-old-space-size=256';

/**
 * What became of a call.
 *
 * @typedef {{ result?: unknown, failure?: string, timedOut?: true, logs: string[], lines: object[] }} Outcome
 */

/**
 * One started copy of a function, which serves one call at a time. A process of its own, because a thread that runs out
 * of memory, or sends its process a signal, ends the simulator.
 */
export class Instance {
  #process;
  /** @type {(message: any) => void} */
  #settle = () => {};
  #logs = [];
  #lines = [];
  #started;
  #ended;
  alive = true;

  /**
   * @param {string} folder of the function
   * @param {Record<string, string>} env all the variables it gets
   */
  constructor(folder, env) {
    this.#process = fork(RUNTIME, [folder], { env, execArgv: [MEMORY] });
    this.#process.on('message', (message) => this.#receive(message));
    this.#ended = new Promise((resolve) => {
      this.#process.on('error', (error) => resolve(String(error)));
      this.#process.on('exit', () => resolve('Error: process exited'));
    });
    this.#ended.then((failure) => this.#end(failure));
    this.#started = this.#next();
  }

  /** @returns {Promise<Outcome>} never rejects */
  async run(call, timeLimit) {
    this.#keepAlive(true);
    const started = await this.#started;
    if (started.failure) this.alive = false;
    const outcome = started.failure ? started : await this.#invoke(call, timeLimit);
    this.#keepAlive(false);
    return { ...outcome, logs: this.#logs.splice(0), lines: this.#lines.splice(0) };
  }

  async stop() {
    this.#process.ref(); // its end is waited for
    this.#process.kill('SIGKILL');
    await this.#ended;
  }

  /** Whether this process waits for the instance; for an idle one it does not. */
  #keepAlive(waits) {
    for (const handle of [this.#process, this.#process.channel]) handle?.[waits ? 'ref' : 'unref']();
  }

  // The limit counts from here: loading the SDK takes longer on a slow machine and must not look like a time-out.
  async #invoke(call, timeLimit) {
    const answered = this.#next();
    const timer = setTimeout(() => {
      this.#settle({ timedOut: true });
      this.alive = false;
      this.stop();
    }, timeLimit);
    this.#process.send(call, () => {}); // where it cannot be sent, the process has ended
    const outcome = await answered;
    clearTimeout(timer);
    return outcome;
  }

  /** @returns {Promise<any>} what the process says next */
  #next() {
    return new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  #receive(message) {
    // A function can find the channel by which it talks to us, and send what it likes.
    if (Object(message) !== message) return;
    if (message.log !== undefined) this.#logs.push(message.log);
    else if (message.line !== undefined) this.#lines.push(message.line);
    else this.#settle(message);
  }

  #end(failure) {
    this.alive = false;
    this.#settle({ failure });
  }
}
