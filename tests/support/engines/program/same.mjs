import { ordered } from '../../scenarios/scenarios.mjs';

/** Throws where two values differ as text, whatever the order of their keys. */
export function same(actual, expected, what) {
  const [one, other] = [actual, expected].map(ordered);
  if (one !== other) throw new Error(`${what}: expected ${other}, observed ${one}`);
}
