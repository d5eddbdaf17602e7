/**
 * What the states of simulator/states/states.mjs are called on the wall.
 *
 * @type {Record<string, [chinese: string, english: string]>}
 */
export const names = {
  prompting: ['刚打开', 'just opened'],
  agreement: ['要先勾选协议', 'a box to tick'],
  consent: ['没勾选就点了按钮', 'tapped without the tick'],
  privacy: ['先同意隐私指引', 'privacy guide first'],
  'privacy-agreements': ['先同意隐私指引和协议', 'privacy guide and agreements first'],
  authorizing: ['等用户在微信弹窗里选', 'WeChat asks the user'],
  verifying: ['正在换取手机号', 'exchanging the code'],
  'waiting-minute': ['太频繁，一分钟后自动重试', 'retries in a minute'],
  'waiting-seconds': ['微信繁忙，几秒后自动重试', 'retries in seconds'],
  denied: ['用户不允许', 'the user refused'],
  'denied-alone': ['用户不允许，没有其他方式', 'refused, no other way'],
  cancelled: ['用户关闭了微信弹窗', 'the user closed the sheet'],
  'privacy-refused': ['用户拒绝了隐私指引', 'privacy guide refused'],
  'no-phone': ['微信没有绑定手机号', 'no number bound'],
  'no-permission': ['小程序没有权限', 'no permission'],
  setup: ['云函数未部署', 'not deployed'],
  'setup-alone': ['云函数未部署，没有其他方式', 'not deployed, no other way'],
  'setup-contact': ['云函数未部署，可以联系客服', 'not deployed, support offered'],
  expired: ['code 已失效', 'the code expired'],
  quota: ['额度用尽', 'no quota left'],
  'quota-contact': ['额度用尽，可以联系客服', 'no quota left, support offered'],
};
