/** Every driver that a component has, or that is kept for the next one. */
const drivers = new Set();

/** Drops what waits for a popup to be shown: a number, an answer, a code. For a page that logs the user out. */
const forget = () => drivers.forEach((driver) => driver.enqueue({ type: 'forget' }));

module.exports = { drivers, forget };
