import {
  ATTRIBUTES,
  BUILD,
  CLOUD_FUNCTIONS,
  declare,
  dependsOn,
  forgetting,
  functionsOf,
  MODULE_FILE,
  OPEN,
  OWN_FOLDER,
  TAG_FILE,
} from './common.mjs';

const MINIPROGRAM = `wxcomponents/${OWN_FOLDER}`;
const TYPES = { react: 'taro.d.ts', vue: 'vue.d.ts' };

/** @type {import('./index.mjs').Framework} */
export const TARO = {
  id: 'taro',
  name: 'Taro',
  looksFor: 'package.json: @tarojs/taro',
  sign: (folder) => dependsOn(folder, '@tarojs/taro'),
  places: (folder) => ({
    miniprogram: MINIPROGRAM,
    cloudfunctions: functionsOf(folder),
    types: dependsOn(folder, 'vue') ? TYPES.vue : TYPES.react,
  }),
  instructions: () => [
    [
      '在 config/index 里原样复制目录：让 Taro 编译的话，会丢掉 wasm 文件，px 也会变成 rpx',
      'Copy the folder as it is, in config/index: compiled by Taro, it loses the .wasm, and px become rpx',
      `copy: { patterns: [{ from: 'wxcomponents/', to: 'dist/wxcomponents/' }], options: {} },`,
    ],
    declare(
      '在页面的 config 里声明组件（路径从页面算起）',
      "Declare the component in the page's config; the path starts at the page",
      `../../wxcomponents/${OWN_FOLDER}/${TAG_FILE}`,
    ),
    [
      '在页面里写标签，在 login 事件里保存登录态',
      'Write the tag into the page, and keep the session in its event login',
      'React: <login-popup-system showPhonePopup={isShown} cloudFunction="phoneLogin" idempotent onClose={hide} onLogin={onLogin} />',
      `Vue:   <login-popup-system :show-phone-popup="isShown" ${ATTRIBUTES} idempotent @close="hide" @login="onLogin" />`,
    ],
    forgetting(`import { forget } from '../../../${MINIPROGRAM}/${MODULE_FILE}';`),
  ],
  newProject: {
    chinese: 'Taro，React，webpack',
    english: 'Taro, React, webpack',
    places: { miniprogram: MINIPROGRAM, cloudfunctions: CLOUD_FUNCTIONS, types: TYPES.react },
    instructions: [BUILD, OPEN],
  },
};
