// Generated from src/text.rs by `npm run docs`.
module.exports = {
  zh_CN: { via: 'toast', title: '请升级微信后重试', icon: 'none', next: 'other_login' },
  zh_TW: { via: 'toast', title: '請更新微信後再試', icon: 'none', next: 'other_login' },
  en: { via: 'toast', title: 'Please update WeChat and try again.', icon: 'none', next: 'other_login' },
};
