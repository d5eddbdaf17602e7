/** axe-core, in the pages that tests look at. */
import { createRequire } from 'node:module';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Brings `window.axe` into a page, once. */
export async function addAxe(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: AXE });
}

/** What axe-core finds wrong with a page, a line each. */
export async function violations(page, options = {}) {
  await addAxe(page);
  return page.evaluate(async (given) => {
    const { violations: found } = await window.axe.run(document, given);
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }, options);
}
