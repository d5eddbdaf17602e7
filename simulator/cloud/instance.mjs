import { Worker } from 'node:worker_threads';

const RUNTIME = new URL('./runtime.mjs', import.meta.url);

/**
 * What became of a call.
 *
 * @typedef {{ result?: unknown, failure?: string, timedOut?: true, logs: string[] }} Outcome
 */

/** One started copy of a function: a worker with an environment of its own, which serves one call at a time. */
export class Instance {
  #worker;
  #settle = () => {};
  #logs = [];
  #started;
  alive = true;

  /**
   * @param {string} folder of the function
   * @param {Record<string, string>} env all the variables it gets
   */
  constructor(folder, env) {
    this.#worker = new Worker(RUNTIME, { env, workerData: { folder } });
    this.#worker.on('message', (message) => this.#receive(message));
    this.#worker.on('error', (error) => this.#end(String(error)));
    this.#worker.on('exit', () => this.#end('Error: process exited'));
    this.#started = this.#next();
  }

  /** @returns {Promise<Outcome>} never rejects */
  async run(call, timeLimit) {
    this.#worker.ref();
    const started = await this.#started;
    const outcome = started.failure ? started : await this.#invoke(call, timeLimit);
    this.#worker.unref(); // an idle instance keeps no process alive
    return { ...outcome, logs: this.#logs.splice(0) };
  }

  async stop() {
    await this.#worker.terminate();
  }

  // The limit counts from here: loading the SDK takes longer on a slow machine and must not look like a time-out.
  async #invoke(call, timeLimit) {
    const answered = this.#next();
    const timer = setTimeout(() => {
      this.#settle({ timedOut: true });
      this.alive = false;
      this.stop();
    }, timeLimit);
    this.#worker.postMessage(call);
    const outcome = await answered;
    clearTimeout(timer);
    return outcome;
  }

  #next() {
    return new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  #receive(message) {
    if (message.log === undefined) this.#settle(message);
    else this.#logs.push(message.log);
  }

  #end(failure) {
    this.alive = false;
    this.#settle({ failure });
  }
}
