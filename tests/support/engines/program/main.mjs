/** Runs in the engine under test: everything that is checked there, on the module that a client loads. */
import { asciiJson } from './ascii.mjs';
import { checks } from './checks.mjs';
import { Client } from './client.mjs';

/** What the run gave, as text. */
export async function run(global, data, shipped) {
  const report = await reported(global, data, shipped).catch((error) => ({ failed: `${error}\n${error.stack}` }));
  return asciiJson(report);
}

async function reported(global, data, shipped) {
  const client = new Client(global, shipped, data.condition);
  const phoneLogin = client.require('/phone-login/index');
  const atFirst = await phoneLogin.ready();
  const results = {};
  for (const [name, check] of checks(phoneLogin, data)) results[name] = outcome(check);
  const { asked, errors } = client;
  // A module that fails is replaced by the fallback, which would pass in its place.
  const atLast = await phoneLogin.ready();
  return { atFirst, atLast, results, asked, errors, seen: seen(client, data.probe), timers: client.clock.running };
}

function outcome(check) {
  try {
    check();
    return 'ok';
  } catch (error) {
    return String(error?.message ? error.message : error);
  }
}

/** The globals of the client that the code under test sees. */
function seen(client, probe) {
  const types = client.require(probe);
  return Object.keys(types)
    .filter((name) => types[name] !== 'undefined')
    .sort();
}
