const glue = require('./wx_phone_login_bg');

/** Where the module stands in a copy of this folder, and in the npm package. */
const PATHS = [
  '/phone-login/wx_phone_login_bg.wasm',
  '/miniprogram_npm/wx-phone-login/phone-login/wx_phone_login_bg.wasm',
];

const IMPORTS = { './wx_phone_login_bg.js': glue };

/** Instantiates the module at the first path that has it, and hands it to the glue. */
function load({ path, timeout }) {
  return within(timeout, instantiate(path ? [path] : PATHS)).then((result) => {
    // WeChat's typings promise an Instance, its clients give { instance }.
    const instance = result.instance || result;
    glue.__wbg_set_wasm(instance.exports);
  });
}

function instantiate([path, ...others]) {
  if (typeof WXWebAssembly === 'undefined') {
    return Promise.reject(new Error('wx-phone-login: WXWebAssembly is missing; base library 2.13.0 has it'));
  }
  const instantiated = new Promise((resolve) => resolve(WXWebAssembly.instantiate(path, IMPORTS)));
  return instantiated.catch((error) => {
    if (others.length) return instantiate(others);
    throw error;
  });
}

function within(timeout, promise) {
  let timer;
  const late = new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`wx-phone-login: not loaded within ${timeout} ms`)), timeout);
  });
  const stop = () => clearTimeout(timer);
  promise.then(stop, stop);
  return Promise.race([promise, late]);
}

module.exports = { load };
