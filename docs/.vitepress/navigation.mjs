/** What stands in the bar and at the side, in both languages. A page that does not exist yet is not listed. */
import { counterpartOf } from './pages.mjs';

export const languages = {
  chinese: {
    label: '简体中文',
    lang: 'zh-CN',
    title: 'wx-phone-login',
    description: '微信小程序手机号登录弹窗',
    words: {
      outline: { label: '本页', level: [2, 3] },
      docFooter: { prev: '上一页', next: '下一页' },
      darkModeSwitchLabel: '深色模式',
      lightModeSwitchTitle: '切换到浅色模式',
      darkModeSwitchTitle: '切换到深色模式',
      sidebarMenuLabel: '目录',
      returnToTopLabel: '回到顶部',
      langMenuLabel: '语言',
      notFound: { title: '没有这一页', quote: '', linkText: '回到首页', linkLabel: '回到首页' },
    },
    search: {
      button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
      modal: {
        displayDetails: '显示详情',
        resetButtonTitle: '清空',
        backButtonTitle: '关闭',
        noResultsText: '没有找到',
        footer: { selectText: '打开', navigateText: '选择', closeText: '关闭' },
      },
    },
  },
  english: {
    label: 'English',
    lang: 'en',
    folder: 'en',
    title: 'wx-phone-login',
    description: 'A phone-number login for WeChat mini-programs',
    words: { outline: { label: 'On this page', level: [2, 3] } },
  },
};

/** By section: its name in both languages, and its pages with their names in both. */
const SECTIONS = [
  [
    '开始',
    'Start',
    [
      ['guide/quickstart', '快速开始', 'Quickstart'],
      ['guide/install', '安装', 'Install'],
      ['guide/simulator', '模拟器', 'The simulator'],
      ['upgrading', '从 0.1 升级', 'From 0.1'],
    ],
  ],
  [
    '接入',
    'Connect',
    [
      ['guide/secure-login', '无法伪造的登录', 'A login that cannot be forged'],
      ['guide/backend', '接入自己的后端', 'Your own back end'],
      ['guide/cloudrun', '微信云托管', 'WeChat cloud hosting'],
      ['guide/migrate', '从裸按钮迁移', 'From a bare button'],
      ['guide/number', '页面需要手机号', 'A page that needs the number'],
      ['guide/logout', '退出登录', 'Logging out'],
    ],
  ],
  [
    '界面',
    'Looks',
    [
      ['theming', '外观', 'Looks'],
      ['guide/button', '登录按钮', 'A button on the page'],
      ['guide/agreement', '协议与隐私', 'Agreement and privacy'],
      ['guide/other-login', '其他登录方式与客服', 'Another way to log in, and support'],
      ['guide/texts', '提示文案与语言', 'Texts and languages'],
      ['own-component', '写自己的组件', 'A component of your own'],
    ],
  ],
  [
    '框架',
    'Frameworks',
    [
      ['frameworks/uni-app', 'uni-app', 'uni-app'],
      ['frameworks/taro', 'Taro', 'Taro'],
      ['frameworks/mpx', 'mpx', 'mpx'],
      ['guide/typescript', 'TypeScript', 'TypeScript'],
    ],
  ],
  [
    '上线',
    'Release',
    [
      ['guide/cost', '费用', 'Cost'],
      ['guide/how-it-works', '扣费之后发生什么', 'What happens to a paid code'],
      ['guide/review', '审核清单', "WeChat's review"],
      ['selfcheck', '真机自检', 'Self-check'],
      ['operating', '日常运维', 'Operating it'],
      ['server', '云函数', 'The cloud functions'],
    ],
  ],
  [
    '参考',
    'Reference',
    [
      ['reference/component', '组件', 'Component'],
      ['reference/module', '模块', 'Module'],
      ['reasons', '失败原因与错误码', 'Reasons and codes'],
      ['reference/states', '状态', 'States'],
      ['reference/original', '和原文档不一样的地方', 'The original document'],
      ['compatibility', '兼容性', 'Compatibility'],
    ],
  ],
  [
    '排查',
    'Trouble',
    [
      ['troubleshooting', '按现象排查', 'By symptom'],
      ['faq', '常见问题', 'FAQ'],
    ],
  ],
  [
    '内部',
    'Internals',
    [
      ['design', '设计', 'Design'],
      ['states', '状态转换', 'Ways between states'],
      ['shell', '自己驱动核心', 'Driving the core'],
      ['platform', '平台事实', 'Platform facts'],
      ['field', '真实世界的返回', 'What is really sent'],
      ['performance', '性能', 'Performance'],
      ['decisions', '决策记录', 'Decisions'],
      ['toolchain', '升级工具链', 'Upgrading the tools'],
    ],
  ],
];

const isChinese = (lang) => lang === 'zh-CN';
const linkTo = (name, lang) => (isChinese(lang) ? `/${name}` : `/en/${name}`);

/** The page in this language, or in the other one where there is none; nothing where there is neither. */
function itemOf([name, chinese, english], lang, pages) {
  const wanted = isChinese(lang) ? `${name}.zh-CN.md` : `${name}.md`;
  const isThere = pages.includes(wanted);
  if (!isThere && !pages.includes(counterpartOf(wanted))) return [];
  const text = isChinese(lang) ? chinese : english;
  const note = isChinese(lang) ? '（英文）' : ' (Chinese)';
  const other = isChinese(lang) ? 'en' : 'zh-CN';
  return [isThere ? { text, link: linkTo(name, lang) } : { text: text + note, link: linkTo(name, other) }];
}

export const sidebarOf = (lang, pages) =>
  SECTIONS.map(([chinese, english, listed]) => ({
    text: isChinese(lang) ? chinese : english,
    collapsed: english === 'Internals',
    items: listed.flatMap((page) => itemOf(page, lang, pages)),
  })).filter(({ items }) => items.length);

const BAR = [
  ['guide/quickstart', '指南', 'Guide'],
  ['reference/component', '参考', 'Reference'],
  ['troubleshooting', '排查', 'Trouble'],
];

export const barOf = (lang, pages) => BAR.flatMap((page) => itemOf(page, lang, pages));

/** Every page that is listed. */
export const listed = SECTIONS.flatMap(([, , pages]) => pages.map(([name]) => name));
