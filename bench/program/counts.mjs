/** What the module calls per event: a figure without noise, and nearly all of what an event costs. */
import { Crowd, STEPS } from './flow.mjs';

/** Per step of the course: how often each function of the glue was called. */
export async function counts(client) {
  client.counts = true;
  const phoneLogin = await client.load();
  const crowd = new Crowd((options) => new phoneLogin.PhonePopup(options), 1);
  // What is done only once, at first, is not what an event costs.
  course(crowd, client);
  return course(crowd, client);
}

function course(crowd, client) {
  return STEPS.map((step) => {
    client.imports = {};
    const { patch, effects } = crowd.dispatch(crowd.events(step));
    return { name: step.name, imports: client.imports, fields: Object.keys(patch).length, effects: effects.length };
  });
}
