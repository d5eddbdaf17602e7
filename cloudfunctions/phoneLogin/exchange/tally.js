/** How many counters an instance keeps by itself: the memory of an instance is small. */
const MOST_COUNTERS = 5000;

/** Counts by name, in the memory of an instance. The counters that were touched longest ago are forgotten first. */
exports.createTally = () => {
  const counts = new Map();

  function set(name, count) {
    counts.delete(name);
    if (count > 0) counts.set(name, count);
    if (counts.size > MOST_COUNTERS) counts.delete(counts.keys().next().value);
  }

  const get = (name) => counts.get(name) || 0;

  return {
    get,
    set,
    add: (name, by = 1) => set(name, get(name) + by),
  };
};
