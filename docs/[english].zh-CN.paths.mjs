/** What there is in English only has a page that says so, where the switch of languages leads. */
import { readFileSync } from 'node:fs';

import { addressOf, pagesIn, withoutChinese } from './.vitepress/pages.mjs';

const docs = new URL('.', import.meta.url);
const titleOf = (page) => /^# (.+)$/m.exec(readFileSync(new URL(page, docs), 'utf8'))[1];
const linkTo = (page) => `/${addressOf(page).replace(/\.md$/, '.html')}`;

export default {
  paths: () =>
    withoutChinese(pagesIn(docs)).map((page) => ({
      params: { english: page.replace(/\.md$/, ''), title: titleOf(page), link: linkTo(page) },
    })),
};
