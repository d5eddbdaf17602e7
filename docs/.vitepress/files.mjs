/** Files of the repository that pages link to: the site has them as text, below `/files/`; of a folder, a list. */
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const PLACE = '/files/';
const PICTURES = /\.(png|webp|svg|html)$/;

/** What pages link to, by its path from the root of the repository; folders end with a slash. */
const linked = new Set();

/** The address of a file or a folder. */
export function addFile(path) {
  linked.add(path);
  if (path.endsWith('/')) for (const name of namesIn(path)) linked.add(path + name);
  return PLACE + nameOf(path);
}

/** Nothing but pictures is shown as what it is: a script, a WXML or a list is read as text. */
const nameOf = (path) => (path.endsWith('/') ? `${path}list.txt` : PICTURES.test(path) ? path : `${path}.txt`);

const namesIn = (path) =>
  readdirSync(join(root, path)).filter((name) => statSync(join(root, path, name)).isFile() && !name.startsWith('.'));

const contentOf = (path) => (path.endsWith('/') ? `${namesIn(path).join('\n')}\n` : readFileSync(join(root, path)));

/** While the site is written by hand, they come from where they are. */
export const serveFiles = () => ({
  name: 'files-of-the-repository',
  configureServer({ middlewares }) {
    middlewares.use(PLACE, (request, response, next) => {
      const asked = decodeURI(request.url.slice(1).split('?')[0]);
      const path = [...linked].find((one) => nameOf(one) === asked);
      if (!path) return next();
      if (!PICTURES.test(path)) response.setHeader('content-type', 'text/plain; charset=utf-8');
      return response.end(contentOf(path));
    });
  },
});

/** Once it is built, they stand in it. */
export function writeFiles(site) {
  for (const path of linked) {
    const to = join(site, PLACE, nameOf(path));
    mkdirSync(dirname(to), { recursive: true });
    if (path.endsWith('.html')) cpSync(dirname(join(root, path)), dirname(to), { recursive: true });
    else writeFileSync(to, contentOf(path));
  }
}
