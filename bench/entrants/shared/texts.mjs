/** What the popup shows and says beside the words of the reasons, in both languages. */
const zh = {
  otherLogin: '其他方式登录',
  authorizing: '等待授权…',
  verifying: '正在验证…',
  agreementNeeded: '请先阅读并勾选协议',
  verified: '手机号获取成功',
  notVerified: '手机号验证失败，请重试',
  notice: '提示',
  confirm: '确定',
};

const en = {
  otherLogin: 'Log in another way',
  authorizing: 'Waiting for WeChat…',
  verifying: 'Verifying…',
  agreementNeeded: 'Please read and accept the agreement first.',
  verified: 'Verified',
  notVerified: 'Could not verify your number. Please try again.',
  notice: 'Notice',
  confirm: 'OK',
};

export const texts = { zh_CN: zh, en };
