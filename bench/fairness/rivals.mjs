/** The rivals that do the same work, from the bundles whose bytes are counted, with the texts of all languages. */
import { bundleWholeEntrant } from '../bundle.mjs';

export const RIVALS = ['xstate', 'hand-written'];

/** What a rival's bundle exports. */
export async function loadRival(name) {
  return new Function(await bundleWholeEntrant(name))();
}
