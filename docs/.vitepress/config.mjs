/** The site of the guides: `npm run docs:dev` serves it, `npm run docs:build` writes it to target/docs-site/. */
import { defineConfig } from 'vitepress';
import { serveFiles, writeFiles } from './files.mjs';
import { linksToTheSite } from './links.mjs';
import { barOf, languages, sidebarOf } from './navigation.mjs';
import { addressOf, counterpartOf, pagesIn, withoutChinese } from './pages.mjs';
import { miniSearch, oneIndex } from './search.mjs';
import { stateDiagramsAsTables } from './state-diagrams.mjs';

const docs = new URL('..', import.meta.url);
const pages = pagesIn(docs);

const all = [...pages, ...withoutChinese(pages).map(counterpartOf)];

const localeOf = ({ label, lang, title, description, folder, words }) => ({
  label,
  lang,
  title,
  description,
  themeConfig: { nav: barOf(lang, pages), sidebar: sidebarOf(lang, pages), ...words },
  ...(folder && { link: `/${folder}/` }),
});

export default defineConfig({
  outDir: '../target/docs-site',
  cacheDir: '../target/docs-cache',
  // They are not pages; a test follows these links, too.
  ignoreDeadLinks: [/^\/files\//],
  // What a page is called in the repository, and where the site has it.
  rewrites: Object.fromEntries(all.map((page) => [page, addressOf(page)])),
  locales: { root: localeOf(languages.chinese), en: localeOf(languages.english) },
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        locales: { root: { translations: languages.chinese.search } },
        miniSearch,
      },
    },
  },
  markdown: {
    config(markdown) {
      linksToTheSite(markdown, docs);
      stateDiagramsAsTables(markdown);
    },
  },
  vite: { plugins: [serveFiles(), oneIndex()], build: { chunkSizeWarningLimit: 4000 }, logLevel: 'warn' },
  buildEnd: ({ outDir }) => writeFiles(outDir),
});
