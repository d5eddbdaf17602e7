const { textsOf } = require('./texts');
const createGlue = require('./wx_phone_login_bg');

const WASM = 'wx_phone_login_bg.wasm';

/**
 * Where this folder stands below a package's root: as a plain copy, where npm packages are built to, and where uni-app and
 * Taro have it, which pack the scripts of pages elsewhere.
 */
const PLACES = ['phone-login', 'miniprogram_npm/wx-phone-login/phone-login', 'wxcomponents/wx-phone-login/phone-login'];

/**
 * Instantiates the module at the first path that has one that works; gives the glue around it.
 *
 * @param {import('./index').ReadyOptions} options
 */
function loadWasm({ path, folder, timeout }) {
  const paths = path ? [path] : candidates(folder);
  // Some bundlers give the folder of the component another name at each build; this one is tried everywhere.
  const hint = `Where a build has left the file out, copy ${WASM} to ${path || `/${PLACES[0]}/${WASM}`}`;
  return within(timeout, firstThatWorks(paths, [hint]));
}

/**
 * @param {string[]} paths
 * @param {string[]} told  what the developer is told, with what was said of the paths before them
 */
function firstThatWorks([path, ...others], told) {
  return instantiate(path).catch((error) => {
    const all = told.concat(`${path}: ${(error && (error.message || error.errMsg)) || error}`);
    if (others.length) return firstThatWorks(others, all);
    throw new Error(all.join('\n'));
  });
}

function instantiate(path) {
  const glue = createGlue(textsOf);
  // WeChat's typings promise an Instance, its clients give { instance }.
  return new Promise((resolve) => resolve(WXWebAssembly.instantiate(path, imports(glue)))).then((result) =>
    attach(glue, (result.instance || result).exports),
  );
}

/**
 * The fallback: the same module as JavaScript. `load` gets it from elsewhere, as `require.async` does from a subpackage
 * where the client has it; where that fails, and where nothing is given, it is the one in this package.
 */
function loadFallback(load) {
  if (!load) return new Promise((resolve) => resolve(fallbackHere()));
  const elsewhere = new Promise((resolve) => resolve(load())).then(startFallback);
  return elsewhere.catch((error) => {
    try {
      return fallbackHere();
    } catch (missing) {
      throw error;
    }
  });
}

/** The fallback at once, where it is in this package; throws where it is not. */
function fallbackHere() {
  return startFallback(require('./wx_phone_login_fallback'));
}

function startFallback(createModule) {
  const glue = createGlue(textsOf);
  return attach(glue, createModule(imports(glue)));
}

const imports = (glue) => ({ './wx_phone_login_bg.js': glue });

/** A module that cannot say its version is not one. */
function attach(glue, exports) {
  glue.__wbg_set_wasm(exports);
  glue.version();
  return glue;
}

/** Paths from the root of the code package, the likeliest first: WeChat does not tell a file where it stands. */
function candidates(folder) {
  const below = (root) => PLACES.map((place) => root + place);
  const usual = below('').concat(...subpackages().map(below));
  const folders = folder ? [folder].concat(usual.filter((other) => other !== folder)) : usual;
  return folders.map((place) => `/${place}/${WASM}`);
}

/** The folders above the one for pages, of the page that is open: one of them can be its subpackage's root. */
function subpackages() {
  const [page] = getCurrentPages().slice(-1);
  const folders = ((page && page.route) || '').split('/').slice(0, -1);
  const above = folders.includes('pages') ? folders.slice(0, folders.indexOf('pages')) : folders;
  return above.map((_, depth) => `${above.slice(0, depth + 1).join('/')}/`);
}

function within(timeout, promise) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not loaded within ${timeout} ms`)), timeout);
    const stop = () => clearTimeout(timer);
    promise.then(stop, stop);
    promise.then(resolve, reject);
  });
}

module.exports = { fallbackHere, loadFallback, loadWasm };
