import {
  ATTRIBUTES,
  declare,
  dependsOn,
  forgetting,
  functionsOf,
  MODULE_FILE,
  OWN_FOLDER,
  TAG,
  TAG_FILE,
} from './common.mjs';

/** @type {import('./index.mjs').Framework} */
export const MPX = {
  id: 'mpx',
  name: 'mpx',
  looksFor: 'package.json: @mpxjs/core',
  sign: (folder) => dependsOn(folder, '@mpxjs/core'),
  // What is below static/wx/ is copied as it is; the .wasm is left out of what is compiled.
  places: (folder) => ({
    miniprogram: `src/${OWN_FOLDER}`,
    cloudfunctions: functionsOf(folder),
    wasm: 'static/wx/phone-login',
    built: 'dist/wx',
  }),
  instructions: () => [
    declare(
      '在页面的 JSON 里声明组件（路径从页面算起）',
      "Declare the component in the page's JSON; the path starts at the page",
      `../../${OWN_FOLDER}/${TAG_FILE}`,
    ),
    [
      '在页面的 template 里写标签，在 login 事件里保存登录态',
      "Write the tag into the page's template, and keep the session in its event login",
      `<${TAG} show-phone-popup="{{showPhonePopup}}" ${ATTRIBUTES} idempotent bind:close="hide" bind:login="onLogin" />`,
    ],
    forgetting(`import { forget } from '../../${OWN_FOLDER}/${MODULE_FILE}';`),
  ],
};
