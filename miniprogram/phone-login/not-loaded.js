// Generated from src/notice.rs by `npm run docs`.
module.exports = {
  zh_CN: '请升级微信后重试',
  zh_TW: '請更新微信後再試',
  en: 'Please update WeChat and try again.',
};
