/** Every driver that a component has, or that is kept for the next one. */
const drivers = new Set();

/** Whose component has left, and whose popup holds nothing any more. */
const isKeptInVain = (driver) => !driver.host && driver.popup && !driver.holds(driver.lastOptions);

const isLeft = ({ host }) => !host || !host.isThere;

/**
 * The driver whose popup holds something that the popup of this component can finish: of a component that has left, or
 * else, for a component that is shown, of one that nobody sees.
 */
function find(host) {
  [...drivers].filter(isKeptInVain).forEach((driver) => driver.discard());
  const options = host.options();
  const found = [...drivers].filter((driver) => driver !== host.driver && driver.holds(options));
  return found.find(isLeft) || (host.shown ? found.find((driver) => !driver.host.shown) : undefined);
}

/** Drops what waits for a popup to be shown: a number, an answer, a code. For a page that logs the user out. */
const forget = () => drivers.forEach((driver) => driver.enqueue({ type: 'forget' }));

module.exports = { drivers, find, forget };
