/** What `act` gives; nothing where it throws, as any function of a client may. */
function attempt(act) {
  try {
    return act();
  } catch (error) {
    return undefined;
  }
}

module.exports = { attempt };
