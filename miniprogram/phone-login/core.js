const { fallbackHere, loadFallback, loadWasm } = require('./loader');

/** Milliseconds that WeChat may take to load the module, which takes it some ten where it works. */
const LOAD_TIMEOUT = 2000;

/**
 * What `ready()` was given so far.
 *
 * @type {import('./index').ReadyOptions}
 */
const chosen = {};

/** The glue with the module that runs behind it. */
let current;
let loading;

/** Loads the core, as JavaScript where wasm does not load. One load at a time, and again after one that failed. */
function ready(options) {
  Object.assign(chosen, options);
  if (!loading) {
    loading = load().catch((error) => {
      loading = undefined;
      throw error;
    });
  }
  return loading;
}

/** A client without `WXWebAssembly` is no news; one where it fails is. */
function load() {
  if (typeof WXWebAssembly === 'undefined') return loadAsJavaScript();
  const { timeout = LOAD_TIMEOUT } = chosen;
  return loadWasm(Object.assign({}, chosen, { timeout })).then(
    (glue) => use(glue, 'wasm'),
    (error) => {
      console.warn(`[wx-phone-login] runs as JavaScript: ${error.message}`);
      return loadAsJavaScript();
    },
  );
}

function loadAsJavaScript() {
  return loadFallback(chosen.fallback).then((glue) => use(glue, 'js'));
}

function use(glue, backend) {
  current = glue;
  return { backend, version: glue.version() };
}

/** What runs, for the function that is `name`d in the error where nothing does. */
function loaded(name) {
  if (!current) throw new Error(`wx-phone-login: ${name} was called before ready() had resolved`);
  return current;
}

/** Has the core do something; once more by its replacement where it failed. */
function call(name, act) {
  const glue = loaded(name);
  try {
    return act(glue);
  } catch (error) {
    replace(glue, error);
    return act(loaded(name));
  }
}

/**
 * A module that failed in the middle of something is in no known state: the fallback takes its place, at once where
 * it is in this package; otherwise `ready()` loads again.
 */
function replace(broken, error) {
  if (broken !== current) return;
  console.error(error);
  current = undefined;
  loading = undefined;
  try {
    loading = Promise.resolve(use(fallbackHere(), 'js'));
  } catch (missing) {
    console.error(missing);
  }
}

module.exports = { LOAD_TIMEOUT, call, loaded, ready, replace };
