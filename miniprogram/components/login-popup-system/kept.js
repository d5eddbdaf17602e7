/** The drivers that components left behind, with popups that hold a code or a number for the next one. */
const drivers = [];

/** Leaves a driver's popup, and the answers to it, to the component that comes next. */
const keep = (driver) => drivers.push(driver);

const has = (driver) => drivers.includes(driver);

/** The driver whose popup verifies by a cloud function; it is kept no longer. */
function take(cloudFunction) {
  const at = drivers.findIndex((driver) => driver.cloudFunction === cloudFunction);
  return at < 0 ? undefined : drivers.splice(at, 1)[0];
}

module.exports = { has, keep, take };
