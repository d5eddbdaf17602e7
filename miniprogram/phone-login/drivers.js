const { shared } = require('./shared');

/** Drops what waits for a popup to be shown: a number, an answer, a code. For a page that logs the user out. */
const forget = () => shared().drivers.forEach((driver) => driver.enqueue({ type: 'forget' }));

module.exports = { forget };
