import { Cron } from 'croner';

/** The cloud reads the times of its triggers in Beijing. */
const TIMEZONE = 'Asia/Shanghai';

/**
 * Calls functions at the times that their triggers name, until it is stopped. It keeps no process alive.
 *
 * @param {object} options
 * @param {{ triggersOf(name: string): Promise<{ name: string, config: string }[]>,
 *   fireTimer(call: { name: string, trigger: string }): Promise<unknown> }} options.cloud
 * @param {string[]} options.functionNames
 * @param {(fault: string) => void} options.log hears which triggers make no sense
 * @returns {Promise<{ stop(): void }>}
 */
export async function startTimers({ cloud, functionNames, log }) {
  const timers = [];
  const triggersOf = (name) =>
    cloud.triggersOf(name).catch(() => {
      log(`${name}: its config.json cannot be read, and its triggers do not fire`);
      return [];
    });
  for (const name of functionNames) {
    for (const trigger of await triggersOf(name)) {
      const fire = async () => {
        await cloud.fireTimer({ name, trigger: trigger.name });
      };
      try {
        timers.push(new Cron(trigger.config, { timezone: TIMEZONE, unref: true, catch: true }, fire));
      } catch {
        log(`${name}: the trigger ${trigger.name} has no times: ${trigger.config}`);
      }
    }
  }
  return { stop: () => timers.forEach((timer) => timer.stop()) };
}
