/** What passes between the texts in memory and the first answer. Only the first load of a process is a cold one. */
import { GIVEN } from '../../tests/support/engines/names.mjs';
import { OPTIONS, STEPS } from './flow.mjs';
import { PackageClient } from './package-client.mjs';
import { microseconds } from './stopwatch.mjs';

const NOW = 1_700_000_000_000;
const DENIED = STEPS.find(({ name }) => name === 'authorized: denied').event();
const SHOW = { type: 'show' };

/** Microseconds until the package classified, and until it answered its first event. */
export async function loadPackage(global, { texts, modules }) {
  const files = Object.fromEntries(
    Object.entries(texts).map(([path, text]) => [path, (...given) => evaluate(GIVEN, moduleOf(text))(...given)]),
  );
  const client = new PackageClient(global, { files, modules, names: GIVEN });
  const start = microseconds();
  const { classify, PhonePopup } = await client.load();
  classify(DENIED.event);
  const classified = microseconds() - start;
  answer(new PhonePopup(OPTIONS));
  return { classified, answered: microseconds() - start };
}

/** The same of a bundle, whose value is an entrant. */
export function loadBundle(_global, { text }) {
  const start = microseconds();
  const { PhonePopup } = evaluate([], text)();
  answer(new PhonePopup(OPTIONS));
  return { answered: microseconds() - start };
}

const moduleOf = (text) => `return function (require, module, exports) { 'use strict';${text}\n}`;

function evaluate(names, text) {
  return new Function(...names, text);
}

function answer(popup) {
  popup.dispatch(SHOW, NOW);
  return popup.dispatch(DENIED, NOW);
}
