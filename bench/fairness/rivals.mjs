/** The rivals that do the same work, from the very bundles whose bytes are counted. */
import { bundleEntrant } from '../bundle.mjs';

export const RIVALS = ['xstate', 'hand-written'];

/** What a rival's bundle exports. */
export async function loadRival(name) {
  return new Function(await bundleEntrant(name))();
}
