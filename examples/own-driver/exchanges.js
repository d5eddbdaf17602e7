/** What exchanges a code for a number, by the name that the property `exchange` has. */
const exchanges = new Map();

const registerExchange = (name, exchange) => exchanges.set(name, exchange);

/** Has a code exchanged; `answer` gets the reply, or what the exchange failed with. */
function exchangeBy(name, data, answer) {
  if (exchanges.has(name)) exchanges.get(name)(data, answer);
  else answer({ errMsg: `exchange:fail "${name}" is not registered` });
}

module.exports = { exchangeBy, registerExchange };
