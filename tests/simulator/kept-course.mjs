/**
 * The course whose scenario is kept in tests/scenarios/recorded.json, so that all runners there run one that was recorded.
 * After a change of the words or the view `node tests/simulator/kept-course.mjs` writes it anew.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { launchChromium } from '../../scripts/chromium.mjs';
import { startSimulator } from '../../simulator/server.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where the scenario is kept. */
export const file = join(root, 'tests/scenarios/recorded.json');

const NAME = 'recorded in the simulator: the network fails once, and the user looks elsewhere meanwhile';

const COURSE =
  '0-set-verifier-popup*0-server-network-success*900-tap-login*800-tap-allow*1200-touch-sheet-allow*0-result-1*' +
  '150-answer-1*400-background*300-foreground*700-answer-2';

/** The address that plays it. */
export const address = `?course=${COURSE}&time=fast`;

/**
 * Has the page write the scenario of the course that it has, as a user does.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} [name]
 * @returns {Promise<object>}
 */
export async function exported(page, name = NAME) {
  await page.waitForFunction(
    () => window.simulator?.course.mode === 'idle' && window.simulator.course.steps.length > 0,
  );
  await page.getByTestId('scenario-name').fill(name);
  await page.getByTestId('export').click();
  const written = page.getByTestId('scenario').filter({ hasText: /\}$/ });
  await written.waitFor({ timeout: 60_000 });
  return JSON.parse(await written.innerText());
}

async function write() {
  const simulator = await startSimulator({ port: 0, root });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(simulator.url + address);
    await page.waitForFunction(() => window.simulator?.course.played > 0);
    const scenario = await exported(page);
    await writeFile(file, `${JSON.stringify([scenario], null, 2)}\n`);
  } finally {
    await Promise.all([browser.close(), simulator.close()]);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await write();
