const parts = (version) => version.split('.').map(Number);

/**
 * @param {string} version
 * @param {string} wanted
 * @returns {boolean} whether a base library has what came with another one
 */
export function isAtLeast(version, wanted) {
  const [have, want] = [parts(version), parts(wanted)];
  const differing = want.findIndex((part, index) => part !== have[index]);
  return differing === -1 || have[differing] > want[differing];
}
