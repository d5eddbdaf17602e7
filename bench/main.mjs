/** `npm run bench [-- --quick]`: measures what is built beside what a developer could use instead. */
import { buildIfNeeded } from '../scripts/build.mjs';
import { main, say } from '../scripts/command.mjs';
import { ensureJavaScriptCore } from '../scripts/engines.mjs';
import { ensureBrowser } from '../scripts/setup.mjs';

await main(async () => {
  const quick = process.argv.includes('--quick');
  await buildIfNeeded();
  await ensureJavaScriptCore();
  await ensureBrowser();
  const { bench } = await import('./run.mjs');
  say(quick ? 'A quick run (about half a minute)' : 'The benchmark (about three minutes); leave the machine idle');
  await bench({ quick, say });
});
