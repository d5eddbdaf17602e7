/**
 * `npm run release`: what a release hands out, in `target/release-files`: the npm package's tarball, a zip of what is
 * copied into a native mini-program, a zip for uni-app, and their checksums. The same sources give the same bytes.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { zipSync } from 'fflate';

import { main, npm, readArguments, root, runLong, say } from './command.mjs';
import { filesBelow } from './files.mjs';
import { fillPackage } from './package.mjs';

const USAGE = 'npm run release -- [--into <folder>]';

/** Texts that go with whatever is handed out. */
const TEXTS = ['README.md', 'CHANGELOG.md', 'LICENSE', 'THIRD-PARTY-NOTICES'];

/** What uni-app calls them. */
const UNI_TEXTS = { 'README.md': 'readme.md', 'CHANGELOG.md': 'changelog.md' };

/**
 * Of a plain file that everybody may read. The time is the one that npm gives every file of a package; a zip has local
 * times without a zone.
 */
const entryOptions = () => ({
  mtime: new Date(1985, 9, 26, 8, 15),
  os: 3,
  attrs: 0o100644 << 16,
  level: /** @type {const} */ (9),
});

/**
 * @param {string} folder     is emptied first
 * @param {string} published  the npm package, filled
 */
export async function release(folder, published) {
  const { name, version } = JSON.parse(readFileSync(join(published, 'package.json'), 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await runLong(npm, ['pack', published, '--silent', '--ignore-scripts', '--pack-destination', folder]);
  const title = `${name}-${version}`;
  writeFileSync(join(folder, `${title}.zip`), zipOf(published, nativePlaces(title)));
  writeFileSync(join(folder, `${title}-uni_modules.zip`), zipOf(published, uniPlaces(name)));
  writeFileSync(join(folder, 'SHA256SUMS'), checksums(folder));
}

/** Below a folder of its own, so that unpacking it in a project changes nothing there. */
const nativePlaces = (title) => ({
  ...Object.fromEntries(TEXTS.map((text) => [text, `${title}/${text}`])),
  'miniprogram_dist/components': `${title}/miniprogram/components`,
  'miniprogram_dist/phone-login': `${title}/miniprogram/phone-login`,
  cloudfunctions: `${title}/cloudfunctions`,
});

/** To be unpacked where `pages.json` stands. */
const uniPlaces = (name) => ({
  ...Object.fromEntries(TEXTS.map((text) => [text, `uni_modules/${name}/${UNI_TEXTS[text] ?? text}`])),
  uni_modules: 'uni_modules',
  'miniprogram_dist/components': `wxcomponents/${name}/components`,
  'miniprogram_dist/phone-login': `wxcomponents/${name}/phone-login`,
});

/**
 * A zip whose bytes depend on names and contents alone.
 *
 * @param {string} published
 * @param {Record<string, string>} places  file or folder of the package → where it stands in the zip
 */
function zipOf(published, places) {
  const entries = Object.entries(places).flatMap(([source, place]) =>
    filesBelow(join(published, source)).map((path) => [
      place + path.slice(join(published, source).length).replaceAll(sep, '/'),
      readFileSync(path),
    ]),
  );
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted.map(([path, content]) => [path, [content, entryOptions()]])));
}

/** As `sha256sum --check` reads them. */
function checksums(folder) {
  const lines = readdirSync(folder)
    .sort()
    .map(
      (name) =>
        `${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}  ${name}\n`,
    );
  return lines.join('');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(run);

async function run() {
  const { values } = readArguments({ into: { type: 'string' } }, USAGE);
  const folder = resolve(values.into ?? join(root, 'target', 'release-files'));
  fillPackage();
  await release(folder, join(root, 'pkg'));
  for (const name of readdirSync(folder).sort()) say(join(folder, name));
}
