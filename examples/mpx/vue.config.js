const { cpSync } = require('node:fs');
const { defineConfig } = require('@vue/cli-service');

// mpx compiles the scripts and leaves the .wasm out; what is below static/wx/ it copies as it is.
const WASM = 'phone-login/wx_phone_login_bg.wasm';
cpSync(`node_modules/wx-phone-login/miniprogram_dist/${WASM}`, `static/wx/${WASM}`);

module.exports = defineConfig({
  outputDir: 'dist/wx',
  pluginOptions: { mpx: { plugin: { srcMode: 'wx' }, loader: {} } },
});
