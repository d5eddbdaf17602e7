/** Taps the button of the self-check and waits for its result, on a phone whose time passes as a test says. */
import { settled } from '../realm/phone.mjs';
import { PAGE } from './project.mjs';

/** Milliseconds by which a phone's time goes on, and how often; more than everything that may be slow takes. */
const STEP = 10;
const STEPS = 3000;

/** Opens the page, taps, and gives the page with its result. */
export async function selfCheckOn(phone) {
  const page = phone.openPage(`/${PAGE}`);
  page.handle('onTap', {});
  for (let step = 0; step < STEPS && page.data.stage !== 'done'; step += 1) {
    await settled();
    phone.clock.pass(STEP);
  }
  if (page.data.stage !== 'done') throw new Error('the self-check has no result');
  return page;
}

/** A result as text, as fields: those of several lines as lists. */
export function fieldsOf(text) {
  const [, ...lines] = text.split('\n');
  const fields = {};
  for (const line of lines) {
    const [, name, value] = /^(\s*[^:]+): ?(.*)$/.exec(line);
    if (name in fields) fields[name] = [fields[name], value].flat();
    else fields[name] = value;
  }
  return fields;
}
