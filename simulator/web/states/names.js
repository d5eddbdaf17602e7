/**
 * What the states of simulator/states/states.mjs are called on the wall.
 *
 * @type {Record<string, [chinese: string, english: string]>}
 */
export const names = {
  prompting: ['刚打开', 'just opened'],
  agreement: ['要先勾选协议', 'a box to tick'],
  'agreement-needed': ['没勾选就点了按钮', 'tapped without the tick'],
  privacy: ['先同意隐私指引', 'privacy guide first'],
  authorizing: ['等用户在微信弹窗里选', 'WeChat asks the user'],
  verifying: ['正在换取手机号', 'exchanging the code'],
  'waiting-minute': ['太频繁，一分钟后自动重试', 'retries in a minute'],
  'waiting-seconds': ['微信繁忙，几秒后自动重试', 'retries in seconds'],
  denied: ['用户不允许', 'the user refused'],
  cancelled: ['用户关闭了微信弹窗', 'the user closed the sheet'],
  'no-phone': ['微信没有绑定手机号', 'no number bound'],
  'no-permission': ['小程序没有权限', 'no permission'],
  'send-again': ['云函数未部署，可以重试', 'not deployed, can retry'],
  expired: ['code 已失效', 'the code expired'],
  quota: ['额度用尽', 'no quota left'],
};
