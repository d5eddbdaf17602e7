import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';

import {
  ATTRIBUTES,
  CLOUD_FUNCTIONS,
  declare,
  folderPath,
  forgetting,
  functionsOf,
  OPEN,
  projectConfig,
  TAG,
  TAG_FILE,
} from './common.mjs';

/** @type {import('./index.mjs').Framework} */
export const NATIVE = {
  id: 'native',
  name: '原生小程序 (native)',
  looksFor: 'app.json',
  sign: (folder) => {
    const path = posix.join(nativeRoot(folder), 'app.json');
    return existsSync(join(folder, path)) ? path : undefined;
  },
  places: (folder) => ({ miniprogram: nativeRoot(folder), cloudfunctions: functionsOf(folder) }),
  instructions: () => [
    declare('在页面的 JSON 里声明组件', "Declare the component in the page's JSON", `/${TAG_FILE}`),
    [
      '在页面的 WXML 里写标签，在 login 事件里保存登录态',
      "Write the tag into the page's WXML, and keep the session in its event login",
      `<${TAG} model:show-phone-popup="{{showPhonePopup}}" ${ATTRIBUTES} idempotent="{{true}}" bind:login="onLogin" />`,
    ],
    forgetting("require('./phone-login/index').forget();"),
  ],
  newProject: {
    chinese: '原生小程序',
    english: 'native',
    places: { miniprogram: 'miniprogram', cloudfunctions: CLOUD_FUNCTIONS },
    instructions: [OPEN],
  },
};

const nativeRoot = (folder) => folderPath(projectConfig(folder).miniprogramRoot);
