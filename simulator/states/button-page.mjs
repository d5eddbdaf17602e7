/** The mini-program with one more page, the first: a button that stands on it by itself. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { readProject } from '../project/project.mjs';

const SAMPLE = fileURLToPath(new URL('../../miniprogram/', import.meta.url));
const PATH = 'pages/button/button';

/** The page has a box of its own where the app says so; else the button asks for consent itself. */
const FILES = {
  json: `{
    "navigationBarTitleText": "结算",
    "usingComponents": { "phone-login-button": "../../components/phone-login-button/phone-login-button" }
  }`,
  js: `Page({
    data: { hasBox: false, agreed: false },
    onLoad() { this.setData(getApp().buttonPage || {}); },
    agree() { this.setData({ agreed: !this.data.agreed }); },
  });`,
  wxml: `<view class="page">
    <view class="goods"></view>
    <view class="panel">
      <view class="terms" wx:if="{{hasBox}}" bindtap="agree">
        <view class="box {{agreed ? 'box-on' : ''}}"></view>
        <view>我已阅读并同意<text class="name">《用户服务协议》《隐私政策》</text></view>
      </view>
      <phone-login-button agreed="{{agreed}}" cloud-function="phoneLogin" idempotent="{{true}}" />
    </view>
  </view>`,
  wxss: `.page { display: flex; flex-direction: column; justify-content: flex-end; min-height: 100vh; background: #f3f5f7 }
    .goods { flex: 1 0 0; margin: 12px; border-radius: 12px; background: linear-gradient(135deg, #d3e3d9, #f0dfc4) }
    .panel { box-sizing: border-box; padding: 16px 24px 24px; background: #fff; border-radius: 20px 20px 0 0 }
    .terms { display: flex; flex-direction: row; align-items: center; min-height: 44px; margin-bottom: 8px; color: #666; font-size: 13px }
    .box { box-sizing: border-box; flex: 0 0 auto; width: 20px; height: 20px; margin-right: 6px; border: 1.5px solid #666; border-radius: 50% }
    .box-on { background: #068743; border-color: #068743 }
    .box-on::after { display: block; width: 5px; height: 9px; margin: 2px 0 0 5px; border: solid #fff; border-width: 0 2px 2px 0; transform: rotate(42deg); content: '' }
    .name { color: #4c6396 }
    @media (prefers-color-scheme: dark) {
      .page { background: #111 }
      .panel { background: #1f1f1f }
      .goods { filter: brightness(0.3) }
      .terms { color: #a3a3a3 }
      .name { color: #96acd6 }
    }`,
};

let made;

/**
 * The mini-program as a phone loads it, compiled when it is first asked for.
 *
 * @returns {Promise<import('../project/project.mjs').Project>} not to be changed
 */
export function buttonProject() {
  made ??= compile();
  return made;
}

async function compile() {
  const folder = await mkdtemp(join(tmpdir(), 'button-page-'));
  try {
    await cp(SAMPLE, folder, { recursive: true });
    await mkdir(join(folder, 'pages/button'));
    for (const [type, text] of Object.entries(FILES)) await writeFile(join(folder, `${PATH}.${type}`), text);
    const app = JSON.parse(await readFile(join(folder, 'app.json'), 'utf8'));
    await writeFile(join(folder, 'app.json'), JSON.stringify({ ...app, pages: [PATH, ...app.pages] }));
    return await readProject(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
