/** Brings WeChat's own compiler, the npm package `miniprogram-ci`: some 280 MB that only tests need. */
import { join } from 'node:path';

import { cachedInstall } from './cached-install.mjs';
import { root } from './command.mjs';

/** The path of the compiler's module; installed into the cache the first time. */
export async function ensureWechatCompiler() {
  const modules = await cachedInstall({
    source: join(root, 'tests', 'wechat-compiler'),
    name: 'miniprogram-ci',
    news: "Installing WeChat's compiler (about two minutes)",
  });
  return join(modules, 'miniprogram-ci');
}
