/** Every driver that a component has, or that is kept for the next one. */
const drivers = new Set();

const add = (driver) => drivers.add(driver);
const remove = (driver) => drivers.delete(driver);

/**
 * The driver whose popup holds something that the popup of this component can finish: of a component that has left, or
 * else, for a component that is shown, of one that nobody sees.
 */
function find(host) {
  [...drivers].filter((driver) => driver.isKeptForNothing()).forEach((driver) => driver.discard());
  const options = host.options();
  const found = [...drivers].filter((driver) => driver !== host.driver && driver.holds(options));
  const left = found.find((driver) => driver.hasBeenLeft());
  return left || (host.shown ? found.find((driver) => !driver.host.shown) : undefined);
}

/** Drops what waits for a popup to be shown: a number, an answer, a code. For a page that logs the user out. */
const forget = () => drivers.forEach((driver) => driver.enqueue({ type: 'forget' }));

module.exports = { add, find, forget, remove };
