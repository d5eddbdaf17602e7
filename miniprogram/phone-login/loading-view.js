// Generated from src/text.rs by `npm run docs`.
module.exports = {
  zh_CN: {
    title: '手机号快捷登录',
    description: '用于用户身份验证和登录',
    allowButton: '使用微信手机号登录',
    rejectButton: '暂不登录',
    closeButton: '关闭',
    status: '正在准备登录，马上就好',
    buttonText: '正在准备…',
  },
  zh_TW: {
    title: '手機號碼快速登入',
    description: '用於驗證身分和登入',
    allowButton: '使用微信手機號碼登入',
    rejectButton: '暫不登入',
    closeButton: '關閉',
    status: '正在準備登入，馬上就好',
    buttonText: '正在準備…',
  },
  en: {
    title: 'Log in with your number',
    description: 'To verify your identity and log you in',
    allowButton: 'Use my WeChat number',
    rejectButton: 'Not now',
    closeButton: 'Close',
    status: 'Getting login ready. Just a second.',
    buttonText: 'Getting ready…',
  },
};
