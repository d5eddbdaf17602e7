/** Runs in the engine under test: the self-check, as its page does it. */
import { asciiJson } from './ascii.mjs';
import { Client } from './client.mjs';

/** Callbacks of promises that stand for the end of a task where a shell has no timers. */
const TURNS = 20;

/** What the page shows when it is done, as text. */
export async function run(global, { condition, page }, shipped) {
  const { setTimeout } = global;
  const soon = setTimeout ? (act) => void setTimeout(act, 0) : (act) => void turns(TURNS).then(act);
  const shown = await open(new Client(global, shipped, condition), page, soon).catch(({ message, stack }) => ({
    failed: `${message}\n${stack}`,
  }));
  return asciiJson(shown);
}

async function turns(count) {
  for (let turn = 0; turn < count; turn += 1) await undefined;
}

async function open(client, route, soon) {
  const { clock, given } = client;
  let definition;
  given.Page = (its) => {
    definition = its;
  };
  // What waits for a time-out waits for good.
  given.setTimeout = (act, delay) => (delay ? clock.setTimeout(act, delay) : soon(act));
  client.require(`/${route}`);
  const data = { ...definition.data };
  await new Promise((resolve) => {
    const setData = (patch) => {
      Object.assign(data, patch);
      if (data.stage === 'done') resolve();
    };
    const page = { ...definition, data, route, setData };
    page.onTap();
  });
  return data;
}
