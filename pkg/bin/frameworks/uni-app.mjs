import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';

import {
  ATTRIBUTES,
  BUILD,
  CLOUD_FUNCTIONS,
  declare,
  forgetting,
  functionsOf,
  MODULE_FILE,
  OPEN,
  OWN_FOLDER,
  TAG_FILE,
} from './common.mjs';

const TYPES = 'vue.d.ts';

const BUILT = 'dist/build/mp-weixin';

/** @type {import('./index.mjs').Framework} */
export const UNI_APP = {
  id: 'uni-app',
  name: 'uni-app',
  looksFor: 'manifest.json + pages.json, src/manifest.json + src/pages.json',
  sign: (folder) => {
    const source = uniSource(folder);
    return source === undefined ? undefined : posix.join(source, 'pages.json');
  },
  places: (folder) => {
    const source = uniSource(folder) ?? '';
    return {
      miniprogram: posix.join(source, 'wxcomponents', OWN_FOLDER),
      cloudfunctions: functionsOf(folder),
      uniModules: posix.join(source, 'uni_modules'),
      types: TYPES,
      built: source === '' ? `unpackage/${BUILT}` : BUILT,
    };
  },
  instructions: () => [
    declare(
      '在 pages.json 的 globalStyle 里声明组件',
      'Declare the component in globalStyle of pages.json',
      `/wxcomponents/${OWN_FOLDER}/${TAG_FILE}`,
    ),
    [
      '在页面的 template 里写标签，在 login 事件里保存登录态',
      "Write the tag into the page's template, and keep the session in its event login",
      `<phone-login v-model:showPhonePopup="showPhonePopup" ${ATTRIBUTES} idempotent @login="onLogin" />`,
    ],
    forgetting(
      'vite.config.js: build: { rollupOptions: { external: [/wxcomponents/] } },',
      `import { forget } from '../../wxcomponents/${OWN_FOLDER}/${MODULE_FILE}';`,
    ),
  ],
  newProject: {
    chinese: 'uni-app，Vue 3，Vite',
    english: 'uni-app, Vue 3, Vite',
    places: {
      miniprogram: `src/wxcomponents/${OWN_FOLDER}`,
      cloudfunctions: CLOUD_FUNCTIONS,
      uniModules: 'src/uni_modules',
      types: TYPES,
    },
    instructions: [BUILD, OPEN],
  },
};

/** Where the sources of uni-app are: in the root for HBuilderX, in src for its command. */
const uniSource = (folder) =>
  ['', 'src'].find((source) => ['manifest.json', 'pages.json'].every((name) => existsSync(join(folder, source, name))));
