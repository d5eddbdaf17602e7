/** Runs in the engine that is measured: one job, by its name. */
import './console.mjs';

import { calls } from './calls.mjs';
import { counts } from './counts.mjs';
import { events } from './events.mjs';
import { growth } from './growth.mjs';
import { loadBundle, loadPackage } from './load.mjs';
import { PackageClient } from './package-client.mjs';

const withPackage = (act) => async (fresh, data) => act(await fresh().load(), data);

const jobs = {
  events: withPackage(events),
  calls: withPackage(calls),
  counts: (fresh) => counts(fresh()),
  growth: (fresh, data) => growth(() => loaded(fresh()), data),
};

async function loaded(client) {
  return { client, phoneLogin: await client.load() };
}

/** What a job gave, as one line of ASCII: a shell may print anything else in an encoding of its own. */
export function run(global, name, data, shipped) {
  const fresh = () => new PackageClient(global, shipped);
  return reported(() => jobs[name](fresh, data));
}

/** How long a load takes: of the package, where `modules` are given, or of a bundle. */
export function load(global, data) {
  return reported(() => (data.modules ? loadPackage(global, data) : loadBundle(global, data)));
}

async function reported(job) {
  const report = await Promise.resolve()
    .then(job)
    .catch((error) => ({ failed: `${error}\n${error.stack}` }));
  return JSON.stringify(report).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
