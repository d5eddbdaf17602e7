/** What the owner may set in the console, as environment variables of the function, and what holds where nothing is set. */
const NUMBERS = {
  EXCHANGES_PER_USER_MINUTE: 10,
  REFUSED_CODES_PER_USER_DAY: 20,
  EXCHANGES_PER_INSTANCE_MINUTE: 300,
};

const SWITCHES = {
  EXCHANGE_BREAKER: true,
  EXCHANGE_WITHOUT_OPENID: false,
};

const ON_OR_OFF = new Map([
  ['on', true],
  ['off', false],
]);

const MOST = 1000000;

/**
 * @typedef {object} Settings
 * @property {number} EXCHANGES_PER_USER_MINUTE how often WeChat is asked for one user in a minute of the clock
 * @property {number} REFUSED_CODES_PER_USER_DAY after so many codes that WeChat refused, a user waits until midnight
 * @property {number} EXCHANGES_PER_INSTANCE_MINUTE how often one instance asks WeChat in a minute of the clock
 * @property {boolean} EXCHANGE_BREAKER whether WeChat is left alone after it has said 45009 or 45011
 * @property {boolean} EXCHANGE_WITHOUT_OPENID whether a call of no user is exchanged
 */

/**
 * @param {Record<string, string | undefined>} variables
 * @param {(fault: string) => void} onFault hears which variable makes no sense; what is shipped holds in its place
 * @returns {Settings}
 */
exports.readSettings = (variables, onFault) => {
  const read = (name, otherwise, parse) => {
    const text = variables[name];
    if (text === undefined || text === '') return otherwise;
    const value = parse(text);
    if (value === undefined) onFault(`${name} makes no sense, ${JSON.stringify(otherwise)} holds`);
    return value === undefined ? otherwise : value;
  };
  const settings = {};
  for (const [name, otherwise] of Object.entries(NUMBERS)) settings[name] = read(name, otherwise, readNumber);
  for (const [name, otherwise] of Object.entries(SWITCHES)) settings[name] = read(name, otherwise, readSwitch);
  return settings;
};

function readNumber(text) {
  return /^[1-9]\d*$/.test(text) && Number(text) <= MOST ? Number(text) : undefined;
}

function readSwitch(text) {
  return ON_OR_OFF.get(text);
}
