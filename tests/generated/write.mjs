/** `npm run docs`: writes what is generated from the core, from the lists of the tests, and from the licences. */
import { writeFileSync } from 'node:fs';

import { main, run } from '../../scripts/command.mjs';
import { writeNotices } from '../../scripts/notices.mjs';
import { ensureNodeModules, ensureRust } from '../../scripts/setup.mjs';

await main(async () => {
  await ensureNodeModules();
  await ensureRust();
  const env = { WRITE_GENERATED: '1' };
  await run('cargo', ['test', '--quiet', '--test', 'generated'], { env });
  await run('cargo', ['test', '--quiet', '--lib', 'the_states_are_drawn'], { env });
  const { current, languages } = await import('../support/engines/compatibility.mjs');
  for (const words of languages) writeFileSync(words.path, current(words));
  const { selfCheckFiles } = await import('../support/engines/self-check.mjs');
  for (const [file, content] of Object.entries(selfCheckFiles())) writeFileSync(file, content);
  writeNotices();
});
