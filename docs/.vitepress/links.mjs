/** Links are written for who reads the repository. The site has its pages elsewhere, and other files as they are. */
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { addFile } from './files.mjs';
import { addressOf } from './pages.mjs';

const root = new URL('../../', import.meta.url);

/** Makes every link of a page one of the site, given the folder of the pages. */
export function linksToTheSite(markdown, docs) {
  markdown.core.ruler.push('links-to-the-site', ({ tokens, env }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      if (token.type === 'link_open') token.attrSet('href', linkFrom(sourceOf(env), token.attrGet('href'), docs));
    }
  });
}

/** The file of a page; the theme's search gives no more than its place. */
const sourceOf = ({ realPath, path }) => pathToFileURL(realPath ?? path);

function linkFrom(page, href, docs) {
  if (/^([a-z]+:|#|\/)/i.test(href)) return href;
  const target = new URL(href, page);
  const path = fileURLToPath(new URL(target.pathname, target));
  if (!existsSync(path)) throw new Error(`${fileURLToPath(page)}: there is no ${href}`);
  const isPage = target.href.startsWith(docs.href) && path.endsWith('.md');
  if (isPage) return `/${addressOf(decodeURI(target.pathname.slice(docs.pathname.length)))}${target.hash}`;
  const inRepository = decodeURI(target.pathname.slice(root.pathname.length));
  return statSync(path).isDirectory() ? addFile(`${inRepository.replace(/\/$/, '')}/`) : addFile(inRepository);
}
