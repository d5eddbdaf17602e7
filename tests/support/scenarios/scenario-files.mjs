import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../scenarios/', import.meta.url);
const json = (url) => JSON.parse(readFileSync(url, 'utf8'));
const beside = (name) => json(new URL(name, import.meta.url));

/** Every scenario of every file. */
export function loadScenarios() {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  return files.flatMap((name) => json(new URL(name, folder)));
}

/** Scenarios with a mistake in each, and what a runner has to say of it. */
export const loadMistakes = () => beside('mistakes.json');

/** The words that a scenario may use, and the samples that some of them name. */
export const loadWords = () => ({ vocabulary: beside('vocabulary.json'), samples: beside('samples.json') });
