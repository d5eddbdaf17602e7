/** Which Markdown files are pages, and where the site has them: `x.zh-CN.md` is `/x`, `x.md` is `/en/x`. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const CHINESE = '.zh-CN.md';

/** Every page below a folder, by its path from there. */
export function pagesIn(folder) {
  return readdirSync(fileURLToPath(folder), { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md') && !/^[.[]/.test(path))
    .toSorted();
}

export const isChinese = (page) => page.endsWith(CHINESE);

/** Where the site has a page, as a file of Markdown. */
export const addressOf = (page) => (isChinese(page) ? `${page.slice(0, -CHINESE.length)}.md` : `en/${page}`);

/** The page in the other language, whether there is one or not. */
export const counterpartOf = (page) =>
  isChinese(page) ? `${page.slice(0, -CHINESE.length)}.md` : `${page.slice(0, -'.md'.length)}${CHINESE}`;

/** Those in English that are not there in Chinese. */
export const withoutChinese = (pages) =>
  pages.filter((page) => !isChinese(page) && !pages.includes(counterpartOf(page)));
