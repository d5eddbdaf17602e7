/** `npm start`: serves the simulator. What is built is in git, so that Node is enough. */
import { build, isCurrent } from '../scripts/build.mjs';
import { main, say } from '../scripts/command.mjs';
import { ensureNodeModules, ensureSimulatorModules, hasRust } from '../scripts/setup.mjs';

await main(async () => {
  await ensureSimulatorModules();
  if (!isCurrent()) await renew();
  await import('./cli.mjs');
});

async function renew() {
  const news = 'The built files are of other sources than those that are here';
  if (hasRust()) {
    say(`${news}: building`);
    await ensureNodeModules();
    await build();
  } else {
    say(`${news}. They run as they are: to build them, install rustup from https://rustup.rs and start again`);
  }
}
