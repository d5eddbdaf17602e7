/** `npm run bench [-- --quick]`: measures what is built beside what a developer could use instead. */
import { buildIfNeeded } from './build.mjs';
import { main, say } from './command.mjs';
import { ensureJavaScriptCore } from './engines.mjs';
import { ensureBrowser } from './setup.mjs';

await main(async () => {
  const quick = process.argv.includes('--quick');
  await buildIfNeeded();
  await ensureJavaScriptCore();
  await ensureBrowser();
  const { bench } = await import('../bench/run.mjs');
  say(quick ? 'A quick run (about half a minute)' : 'The benchmark (about three minutes); leave the machine idle');
  await bench({ quick, say });
});
