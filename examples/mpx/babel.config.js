module.exports = {
  presets: [['@babel/preset-env', { modules: false, shippedProposals: true }]],
  plugins: [['@babel/transform-runtime', { corejs: 3, version: '^7.10.4' }]],
  sourceType: 'unambiguous',
};
