/**
 * The projects that `wx-phone-login add` makes in an empty folder. Each is one that the tests of this repository build
 * and run, but that the component stands in it as a copy, and not as an npm package.
 */
import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

import { root } from './command.mjs';
import { filesBelow } from './files.mjs';

const PACKAGE = 'wx-phone-login';
const COPY = `wxcomponents/${PACKAGE}/`;
const CLOUD_FUNCTIONS = 'cloudfunctions/';

const miniprogram = join(root, 'miniprogram');

/** The page that a new native mini-program begins with. */
const FIRST_PAGE = 'pages/login/login';

/** What no project keeps in git; npm packs no file of the name with a dot. */
const IGNORED = { name: 'gitignore', text: 'node_modules/\ndist/\n' };

/** @typedef {[from: string | RegExp, to: string]} Replacement */

/**
 * The examples that become projects: the framework → what of the example it takes, where it has the component, where it
 * puts what it builds, and what it says otherwise. A place that is not found is an error.
 *
 * @type {Record<string, { example: string, parts: string[], copy: string, built: string, replaced: Record<string, Replacement[]> }>}
 */
const STARTERS = {
  'uni-app': {
    example: 'uni-app',
    parts: [
      'index.html',
      'vite.config.js',
      'src/App.vue',
      'src/main.js',
      'src/manifest.json',
      'src/pages.json',
      'src/pages',
    ],
    copy: `src/${COPY}`,
    built: 'dist/build/mp-weixin/',
    replaced: {
      'vite.config.js': [
        [/^import \{ cpSync \}.*\n/m, ''],
        [/^\/\/ .*\nconst installed = .*\n(?:cpSync.*\n)+\n/m, ''],
        [
          'defineConfig({ plugins: [uni.default()] })',
          `defineConfig({
  plugins: [uni.default()],
  // Pages import the module of ${COPY} as it is: a build of it would be written over it.
  build: { rollupOptions: { external: [/wxcomponents/] } },
})`,
        ],
      ],
      'src/App.vue': [[/\{ env: .* \}/, '{ traceUser: false }']],
    },
  },
  taro: {
    example: 'taro-react',
    parts: ['babel.config.js', 'tsconfig.json', 'config', 'src'],
    copy: COPY,
    built: 'dist/',
    replaced: {
      'config/index.js': [[`node_modules/${PACKAGE}/miniprogram_dist/`, COPY]],
      'tsconfig.json': [
        [/"types": \[.*\]/, '"types": []'],
        ['["src"]', `["src", "${COPY}taro.d.ts"]`],
      ],
      'src/app.ts': [[/\{ env: .* \}/, '{ traceUser: false }']],
    },
  },
};

/** Writes every new project into a folder of its own. */
export function copyStarters(folder) {
  copyNative(join(folder, 'native'));
  for (const [name, starter] of Object.entries(STARTERS)) copyExample(join(folder, name), starter);
}

/** The sample app with one page, which is what a new project is without the component and the module. */
function copyNative(folder) {
  const app = join(folder, 'miniprogram');
  for (const name of ['app.js', 'app.wxss', 'sitemap.json', dirname(FIRST_PAGE)]) {
    cpSync(join(miniprogram, name), join(app, name), { recursive: true });
  }
  const configuration = readJson(join(miniprogram, 'app.json'));
  writeJson(join(app, 'app.json'), { ...configuration, pages: [FIRST_PAGE] });
  copyFileSync(join(root, 'project.config.json'), join(folder, 'project.config.json'));
}

function copyExample(folder, { example, parts, copy, built, replaced }) {
  const source = join(root, 'examples', example);
  for (const path of parts.flatMap((part) => filesBelow(join(source, part)))) {
    const name = path.slice(source.length + 1).replaceAll('\\', '/');
    const text = withModule(name, readFileSync(path, 'utf8'), copy);
    write(join(folder, name), changed(name, text, replaced[name]));
  }
  writeJson(join(folder, 'package.json'), manifestOf(readJson(join(source, 'package.json'))));
  writeJson(join(folder, 'project.config.json'), configurationOf(built));
  write(join(folder, IGNORED.name), IGNORED.text);
}

/** A file of the project, whose imports of the package are of the copy. */
function withModule(name, text, copy) {
  const module = posix.relative(posix.dirname(name), `${copy}phone-login/index`);
  return text.replaceAll(`from '${PACKAGE}'`, `from '${module}'`);
}

/** @param {Replacement[]} replacements */
function changed(name, text, replacements = []) {
  return replacements.reduce((result, [from, to]) => {
    const next = result.replace(from, () => to);
    if (next === result) throw new Error(`The example's ${name} does not hold ${from}`);
    return next;
  }, text);
}

/** What the example is built with, without what is the example's own. */
function manifestOf({ name, description, license, dependencies, ...others }) {
  const { [PACKAGE]: _, ...remaining } = dependencies;
  return { name: 'phone-login-app', ...others, dependencies: remaining };
}

/** DevTools opens the project's folder, and finds in it what the framework has built and the functions beside it. */
function configurationOf(miniprogramRoot) {
  const { appid, compileType, projectname } = readJson(join(root, 'project.config.json'));
  const setting = { es6: true, minified: true };
  return { miniprogramRoot, cloudfunctionRoot: CLOUD_FUNCTIONS, projectname, appid, compileType, setting };
}

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

const writeJson = (path, value) => write(path, `${JSON.stringify(value, null, 2)}\n`);

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
