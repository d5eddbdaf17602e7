const { cpSync } = require('node:fs');

// With Vite, Taro knows a native component only where it finds its files below src/.
cpSync('node_modules/wx-phone-login/miniprogram_dist', 'src/wxcomponents/wx-phone-login', { recursive: true });

module.exports = {
  projectName: 'wx-phone-login',
  sourceRoot: 'src',
  outputRoot: 'dist',
  framework: 'vue3',
  compiler: 'vite',
  designWidth: 750,
  deviceRatio: { 750: 1 },
  plugins: ['@tarojs/plugin-framework-vue3', '@tarojs/plugin-platform-weapp'],
  // A copy as it is: compiled by Taro, the sheet would lose its .wasm and its scripts, and its px would become rpx.
  copy: {
    patterns: [{ from: 'node_modules/wx-phone-login/miniprogram_dist/', to: 'dist/wxcomponents/wx-phone-login/' }],
    options: {},
  },
  mini: {},
};
