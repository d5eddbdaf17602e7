// The process of one deployed function, which serves one call at a time, as the cloud does it.
import { createRequire } from 'node:module';
import { argv } from 'node:process';
import { format } from 'node:util';

import { textOf } from './text-of.mjs';

/** The most characters that a function can return, and that it can log during one call. */
const MOST_RETURNED = 6 * 1024 * 1024;
const MOST_LOGGED = 64 * 1024;

/** Speaks to the simulator, which has made this process. */
function tell(message, whenTold) {
  process.send?.(message, whenTold);
}

let logged = 0;

for (const method of ['debug', 'log', 'info', 'warn', 'error']) {
  console[method] = (...values) => {
    const log = format(...values);
    logged += log.length;
    if (logged <= MOST_LOGGED) tell({ log });
  };
}

/** What the cloud does with a line of the SDK's logger: keeps its fields apart, so that they can be searched for. */
Object.assign(console, {
  __baseLog__(fields, level) {
    logged += JSON.stringify(fields).length;
    if (logged <= MOST_LOGGED) tell({ line: { level, ...fields } });
  },
});

process.on('disconnect', () => process.exit()); // the simulator has ended
process.on('uncaughtException', (error) => tell({ failure: textOf(error) }, () => process.exit(1)));

const { main } = createRequire(import.meta.url)(argv[2]);

process.on('message', async ({ environment, event, context }) => {
  Object.assign(process.env, environment);
  logged = 0;
  try {
    const result = JSON.stringify((await main(JSON.parse(event), context)) ?? null);
    if (result.length > MOST_RETURNED) throw new RangeError('the result is too large');
    tell({ result: JSON.parse(result) });
  } catch (error) {
    tell({ failure: textOf(error) });
  }
});

tell({ ready: true });
