/** `npm run docs`: writes what is generated from the core. */
import { main, run } from './command.mjs';
import { ensureRust } from './setup.mjs';

await main(async () => {
  await ensureRust();
  await run('cargo', ['test', '--quiet', '--test', 'generated'], { env: { WRITE_GENERATED: '1' } });
});
