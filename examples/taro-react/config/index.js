module.exports = {
  projectName: 'wx-phone-login',
  sourceRoot: 'src',
  outputRoot: 'dist',
  framework: 'react',
  compiler: 'webpack5',
  designWidth: 750,
  deviceRatio: { 750: 1 },
  plugins: ['@tarojs/plugin-framework-react', '@tarojs/plugin-platform-weapp'],
  // A copy as it is: compiled by Taro, the sheet would lose its .wasm, and its px would become rpx.
  copy: {
    patterns: [{ from: 'node_modules/wx-phone-login/miniprogram_dist/', to: 'dist/wxcomponents/wx-phone-login/' }],
    options: {},
  },
  mini: {},
};
