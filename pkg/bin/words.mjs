/** What the command says, in Chinese first. */

/** @type {Record<import('./plan.mjs').Act, { mark: string, chinese: string, english: string }>} */
const ACTS = {
  add: { mark: '+', chinese: '新增', english: 'added' },
  update: { mark: '~', chinese: '更新', english: 'updated' },
  overwrite: { mark: '!', chinese: '覆盖你改过的文件', english: 'overwritten, though changed by you' },
  remove: { mark: '-', chinese: '删除', english: 'removed' },
  keep: { mark: '=', chinese: '保留', english: 'kept' },
  same: { mark: ' ', chinese: '已是最新', english: 'the same already' },
};

/** Which project it is, and what becomes of each file that is not as it should be already. */
export function announce({ folder, isNew, framework, sign }, { steps }, version) {
  const found = isNew
    ? [
        `新项目（${framework.newProject.chinese}）：${folder}`,
        `A new project (${framework.newProject.english}): ${folder}`,
      ]
    : [`识别为 ${framework.name}（${sign}）：${folder}`, `Recognised as ${framework.name} by ${sign}: ${folder}`];
  const lines = steps.filter(({ act }) => act !== 'same').map(({ act, path }) => `  ${ACTS[act].mark} ${path}`);
  return [`wx-phone-login ${version}`, ...found, '', ...lines];
}

/** How many files were treated how, and which of them need their owner. */
export function outcome({ steps }, isDryRun) {
  const counted = Object.entries(ACTS).map(([act, words]) => ({
    ...words,
    count: steps.filter((step) => step.act === act).length,
  }));
  const some = counted.filter(({ count }) => count > 0);
  return [
    '',
    `${isDryRun ? '试运行，没有写文件' : '完成'}：${some.map(({ mark, chinese, count }) => `${sign(mark)}${chinese} ${count} 个`).join('，')}`,
    `${isDryRun ? 'Dry run, nothing was written' : 'Done'}: ${some.map(({ english, count }) => `${count} ${english}`).join(', ')}`,
    ...keptWords(steps),
  ];
}

const sign = (mark) => (mark === ' ' ? '' : `${mark} `);

function keptWords(steps) {
  const kept = steps.filter(({ act }) => act === 'keep').map(({ path }) => `  ${path}`);
  if (kept.length === 0) return [];
  return [
    '',
    '这些文件你改过，没有动。组件的文件新旧混用可能出错：把你的改动合并到新版，或者用 --force 换成新版：',
    'You have changed these, so they are as they were. Old and new files of a component may not fit: merge, or --force:',
    ...kept,
  ];
}

/** What remains to be done by hand. */
export function nextSteps(project, { functions }) {
  const steps = [
    ...(project.isNew ? project.framework.newProject.instructions : project.framework.instructions(project.places)),
    ...(functions.length > 0 ? cloudSteps(project, functions) : exchangeSteps()),
  ];
  const numbered = steps.flatMap(([chinese, english, ...lines], at) => [
    `${at + 1}. ${chinese}`,
    `   ${english}`,
    ...lines.map((line) => `     ${line}`),
  ]);
  return ['', '接下来 / Next:', ...numbered];
}

const exchangeSteps = () => [
  [
    '选择换取方式：加 --cloud 再运行一次，使用云函数；或者用 registerExchange 注册自己的后端，再写属性 exchange',
    'Choose what exchanges the code: run this again with --cloud for a cloud function, or registerExchange and the property exchange for your own server',
  ],
];

/** A new project has it already. */
function configurationStep(cloudfunctions, built) {
  const root = built === undefined ? '' : `"miniprogramRoot": "${built}/", `;
  return [
    '确认开发者工具打开的目录里，project.config.json 有下面这些，小程序启动时调用了 wx.cloud.init()',
    'See that project.config.json of the folder which DevTools opens says this, and that the app calls wx.cloud.init()',
    `${root}"cloudfunctionRoot": "${cloudfunctions}/"`,
  ];
}

function cloudSteps({ isNew, places: { cloudfunctions, built } }, functions) {
  const folders = functions.map((name) => `${cloudfunctions}/${name}`).join('、');
  return [
    ...(isNew ? [] : [configurationStep(cloudfunctions, built)]),
    [
      `右键 ${folders}，选「上传并部署：云端安装依赖」；再在云开发控制台把超时时间改为 10 秒`,
      'Right-click the function, 上传并部署：云端安装依赖; then give it 10 s in the console of the cloud',
    ],
    [
      '在《用户隐私保护指引》里声明收集手机号，审核通过后生效',
      'Declare the phone number in 用户隐私保护指引; it counts once WeChat has approved it',
    ],
  ];
}
