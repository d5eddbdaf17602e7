const { onForget } = require('../../phone-login/client');

/** The drivers of the components that are there. */
const drivers = new Set();

/** The drivers of components that have left, whose popups hold a code or a number for the next one that is shown. */
const left = [];

/** Whose a popup is: what it asked for is answered to whoever has it by then. */
const owners = new WeakMap();

const add = (driver) => drivers.add(driver);

/** Leaves a driver's popup, and the answers to it, to the popup that is shown next. */
const keep = (driver) => left.push(driver);

const isKept = (driver) => left.includes(driver);

/** A component has left; what it holds may be kept all the same. */
const remove = (driver) => drivers.delete(driver);

/** The popup of a component that left, where it still holds something for a popup with these options. */
function takeLeft(options) {
  for (const driver of left.filter((one) => !one.holds(one.left.options))) release(driver).discard();
  const driver = left.find((one) => one.holds(options));
  return driver && release(driver).popup;
}

const release = (driver) => left.splice(left.indexOf(driver), 1)[0];

/** The same, or else the popup of another component that nobody sees, where it holds something. */
function take(taker, options) {
  const others = () => [...drivers].filter((driver) => driver !== taker);
  return takeLeft(options) || firstOf(others(), (driver) => driver.letGo(options));
}

function firstOf(list, find) {
  for (const item of list) {
    const found = find(item);
    if (found) return found;
  }
  return undefined;
}

onForget(() => [...drivers, ...left].forEach((driver) => driver.enqueue({ type: 'forget' })));

module.exports = { add, isKept, keep, owners, remove, take, takeLeft };
