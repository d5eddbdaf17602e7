/** The back ends of one's own by which a popup of the simulated mini-program can verify. */

/** Whose requests the mini-program may send: the only entry in its list of 服务器域名. */
export const OWN_SERVER = 'https://login.example.com';

/** The service of 云托管. */
export const SERVICE = 'login';

/** Both have the exchange at the same path. */
export const EXCHANGE_PATH = '/phone-login';

// The time limit is short, so that a server which says nothing is seen to do so.
const OPTIONS = 'timeout: 5000, idempotent: true';

/**
 * How the exchange of a back end is made, as a page author writes it.
 *
 * @type {Record<string, [maker: string, options: string]>}
 */
const MADE_BY = {
  'own-server': ['httpExchange', `url: '${OWN_SERVER}${EXCHANGE_PATH}', ${OPTIONS}`],
  'cloud-hosting': ['containerExchange', `path: '${EXCHANGE_PATH}', service: '${SERVICE}', ${OPTIONS}`],
};

const required = (names) => `const { ${names.join(', ')}, registerExchange } = require('./phone-login/index');`;

/** @param {[backEnd: string, made: [maker: string, options: string]]} entry */
const registered = ([backEnd, [maker, options]]) => `registerExchange('${backEnd}', ${maker}({ ${options} }));`;

/**
 * What a page author adds to `app.js` for a back end.
 *
 * @param {string} backEnd
 * @returns {string} nothing for a cloud function
 */
export function registrationFor(backEnd) {
  const made = MADE_BY[backEnd];
  return made ? `${required([made[0]])}\n\n${registered([backEnd, made])}` : '';
}

/** A module beside `app.js` that registers all of them. The simulator adds it, so that the files stay as they are. */
export const registration = [
  required(Object.values(MADE_BY).map(([maker]) => maker)),
  ...Object.entries(MADE_BY).map(registered),
].join('\n');
