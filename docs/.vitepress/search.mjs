/**
 * The search of the site. VitePress sorts pages into languages by where they stand in the repository, where both stand
 * side by side: so there is one index, and what is found is that of the language one reads.
 */

/**
 * Words, and of Chinese, which writes none apart, each character and each pair. The theme sends this function and the
 * next one to the browser as text, so that they use nothing from outside.
 */
function termsOf(text) {
  const words =
    text.toLowerCase().match(/\p{Script=Han}+|-?[^\s\p{P}\p{Script=Han}]+(?:[-_.][^\s\p{P}\p{Script=Han}]+)*/gu) || [];
  return words.flatMap((word) =>
    /\p{Script=Han}/u.test(word) ? [...word].flatMap((one, at, all) => [one, one + (all[at + 1] || '')]) : [word],
  );
}

const isInTheLanguageOfThePage = (found) => /\/en\//.test(found.id) === /\/en\//.test(location.pathname);

export const miniSearch = {
  options: { tokenize: termsOf },
  searchOptions: { combineWith: 'AND', filter: isInTheLanguageOfThePage },
};

const INDICES = '/@localSearchIndex';

/** English, too, is searched by the one index. */
export const oneIndex = () => ({
  name: 'one-index-of-both-languages',
  transform: (code, id) =>
    id === INDICES
      ? code.replace('export default {', "export default {en: () => import('@localSearchIndexroot'),")
      : null,
});
