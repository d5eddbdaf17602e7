/**
 * @param {import('node:http').Server} server  one that listens
 * @returns {number} where
 */
export function portOf(server) {
  return /** @type {import('node:net').AddressInfo} */ (server.address()).port;
}
