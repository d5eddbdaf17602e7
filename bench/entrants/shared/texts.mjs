/** What the popup shows and says beside the words of the reasons, in the order of `LOCALES`. */
export const LOCALES = ['zh_CN', 'zh_TW', 'en'];

/** The popup's own texts. */
export const popupTexts = [
  {
    title: '手机号快捷登录',
    description: '用于用户身份验证和登录',
    allowButton: '获取手机号',
    rejectButton: '暂不授权',
    otherLoginButton: '其他方式登录',
    agreement: '我已阅读并同意',
    privacyContract: '《用户隐私保护指引》',
    authorizing: '等待授权…',
    verifying: '正在验证…',
    pausing: ' 秒后自动重试',
    sendAgain: '重试',
    acceptPrivacy: '同意隐私协议',
  },
  {
    title: '手機號碼快速登入',
    description: '用於驗證身分和登入',
    allowButton: '使用手機號碼',
    rejectButton: '暫不授權',
    otherLoginButton: '其他方式登入',
    agreement: '我已閱讀並同意',
    privacyContract: '《使用者隱私保護指引》',
    authorizing: '等待授權…',
    verifying: '正在驗證…',
    pausing: ' 秒後自動重試',
    sendAgain: '重試',
    acceptPrivacy: '同意隱私條款',
  },
  {
    title: 'Log in by phone number',
    description: 'To verify your identity and log you in',
    allowButton: 'Use my phone number',
    rejectButton: 'Not now',
    otherLoginButton: 'Log in another way',
    agreement: 'I have read and accept',
    privacyContract: 'Privacy Guide',
    authorizing: 'Waiting for WeChat…',
    verifying: 'Verifying…',
    pausing: ' s until retry',
    sendAgain: 'Retry',
    acceptPrivacy: 'Accept privacy terms',
  },
];

/** What a notice says that is about no reason alone. */
export const noticeTexts = {
  agreementNeeded: ['请先阅读并勾选协议', '請先閱讀並勾選同意條款', 'Please read and accept the agreement first.'],
  agreementNotOpened: [
    '协议暂时无法打开，请稍后再试',
    '協議暫時無法開啟，請稍後再試',
    'The agreement does not open. Please try again later.',
  ],
  verified: ['手机号获取成功', '已取得手機號碼', 'Verified'],
  heading: ['提示', '提示', 'Notice'],
  confirm: ['确定', '確定', 'OK'],
};
