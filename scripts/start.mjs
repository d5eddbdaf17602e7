/** `npm start`: brings what is missing, builds what is missing, serves the simulator. */
import { buildIfNeeded } from './build.mjs';
import { main } from './command.mjs';

await main(async () => {
  await buildIfNeeded();
  await import('../simulator/cli.mjs');
});
