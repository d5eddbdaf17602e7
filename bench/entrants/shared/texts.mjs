/** Every text for users by its name, which `bench/bundle.mjs` puts in the place of `TEXTS`: a list of the locales' texts. */
// biome-ignore lint/correctness/noUndeclaredVariables: see above.
const texts = TEXTS;

/** The text of a name in a locale, by its place. */
export const textIn = (name, locale) => texts[name][locale];
