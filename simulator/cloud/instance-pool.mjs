import { Instance } from './instance.mjs';

const MOST_INSTANCES = 4;

/** The instances of one function. An idle one is used again, a busy one is never shared, further calls wait. */
export class InstancePool {
  #start;
  #instances = new Set();
  #idle = [];
  #waiting = [];
  #closed = false;

  /**
   * @param {string} folder of the function
   * @param {Record<string, string>} env of every instance
   */
  constructor(folder, env) {
    this.#start = () => new Instance(folder, env);
  }

  /** @returns {Promise<import('./instance.mjs').Outcome>} */
  async run(call, timeLimit) {
    const instance = await this.#take();
    const outcome = await instance.run(call, timeLimit);
    this.#giveBack(instance);
    return outcome;
  }

  /** Stops every instance; calls under way fail, further ones are refused. */
  async close() {
    this.#closed = true;
    for (const wake of this.#waiting.splice(0)) wake();
    await Promise.all([...this.#instances].map((instance) => instance.stop()));
  }

  async #take() {
    this.#forgetDead();
    while (!this.#closed && this.#idle.length === 0 && this.#instances.size >= MOST_INSTANCES) {
      await new Promise((wake) => this.#waiting.push(wake));
      this.#forgetDead();
    }
    if (this.#closed) throw new Error('the cloud is closed');
    return this.#idle.pop() ?? this.#add();
  }

  #add() {
    const instance = this.#start();
    this.#instances.add(instance);
    return instance;
  }

  #giveBack(instance) {
    this.#idle.push(instance);
    this.#waiting.shift()?.();
  }

  /** One can end after its call, too: by what the function left running. */
  #forgetDead() {
    this.#idle = this.#idle.filter(({ alive }) => alive);
    for (const instance of this.#instances) if (!instance.alive) this.#instances.delete(instance);
  }
}
