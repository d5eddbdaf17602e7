/** `npm run bench [-- --quick]`: measures what is built beside what a developer could use instead. */
import { buildIfNeeded } from '../scripts/build.mjs';
import { main, readArguments, say } from '../scripts/command.mjs';
import { ensureJavaScriptCore } from '../scripts/engines.mjs';
import { ensureBrowser } from '../scripts/setup.mjs';

await main(async () => {
  const { values } = readArguments({ quick: { type: 'boolean', default: false } }, 'npm run bench [-- --quick]');
  const { quick } = values;
  await buildIfNeeded();
  await ensureJavaScriptCore();
  await ensureBrowser();
  const { bench } = await import('./run.mjs');
  say(quick ? 'A quick run (about half a minute)' : 'The benchmark (about three minutes); leave the machine idle');
  await bench({ quick, say });
});
