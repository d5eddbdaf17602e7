import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../scenarios/', import.meta.url);
const json = (url) => JSON.parse(readFileSync(url, 'utf8'));
const beside = (name) => json(new URL(name, import.meta.url));

/** The toast of a success, in each language. */
const OF_SUCCESS = ['手机号获取成功', '已取得手機號碼', 'Verified'];

/** Every scenario of every file, for popups that show all of their view and for those that do not. */
export function loadScenarios() {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  return files.flatMap((name) => json(new URL(name, folder))).flatMap(variants);
}

/**
 * A popup that shows all of its view (`showsGuidance`) shows no toast but that of a success, and no modal; what else is
 * otherwise then stands under `guided` in a step. A scenario with `guidance` is for one of the two alone.
 */
export function variants({ guidance, ...scenario }) {
  const made = { plain, guided };
  return (guidance === undefined ? Object.keys(made) : [guidance]).map((name) => made[name](scenario));
}

function plain({ steps, ...scenario }) {
  return { ...scenario, steps: steps.map(({ guided: _, ...step }) => step) };
}

function guided({ name, options, steps, ...scenario }) {
  const onlySeen = ({ toasts, modals: _modals, guided: other, ...step }) => ({
    ...step,
    ...(toasts && { toasts: toasts.filter((text) => OF_SUCCESS.includes(text)) }),
    ...other,
    ...((step.view || other?.view) && { view: { ...step.view, ...other?.view } }),
  });
  return {
    ...scenario,
    name: `${name}, all of the view shown`,
    options: { ...options, showsGuidance: true },
    steps: steps.map(onlySeen),
  };
}

/** Scenarios with a mistake in each, and what a runner has to say of it; some are none where all of the view is shown. */
export const loadMistakes = (showsGuidance = false) =>
  beside('mistakes.json').flatMap(({ guidance, ...mistake }) =>
    guidance === 'plain' && showsGuidance ? [] : [mistake],
  );

/** The words that a scenario may use, and the samples that some of them name. */
export const loadWords = () => ({ vocabulary: beside('vocabulary.json'), samples: beside('samples.json') });
