/** The pages of each example in a subpackage, and the package with them where that can stand there. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { EXAMPLES, NATIVE } from '../../scripts/examples.mjs';
import { BUTTON_FLOWS } from './button.mjs';
import { moveIntoSubpackage, SUBPACKAGE } from './changes.mjs';
import { checkFlows, pagesFor } from './check.mjs';
import { FLOWS } from './flows.mjs';
import { compiledExample } from './project.mjs';
import { WITHOUT_WASM } from './wasm.mjs';

/** The pages in the main package that an app has to have, and the list of all. */
const pagesAround = (example) => fileURLToPath(new URL(`subpackage/${example}`, import.meta.url));

for (const example of [...Object.keys(EXAMPLES), NATIVE]) {
  const overlays = [pagesFor(example), pagesAround(example)].filter(existsSync);
  const change = (project) => moveIntoSubpackage(example, project);
  const compile = () => compiledExample(example, { with: overlays, change });
  checkFlows(`${example}, in a subpackage`, compile, { ...FLOWS, ...BUTTON_FLOWS, ...WITHOUT_WASM }, SUBPACKAGE);
}
